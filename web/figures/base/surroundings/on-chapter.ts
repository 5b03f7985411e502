/** In the chapter, in which the figures are at home; false on any other page, and in a frame. */
export function onChapter(): boolean {
  return document.querySelector('meta[name="downhill"][content="chapter"]') !== null;
}
