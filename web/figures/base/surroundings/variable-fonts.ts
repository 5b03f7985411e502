import greek from '../../../../build/fonts/greek.woff2?url';
import letters from '../../../../build/fonts/letters.woff2?url';
import partial from '../../../../build/fonts/partial.woff2?url';

// The italics in which figures name variables, in tables and in pictures: those of the chapter's formulas, so that a machine needs no font of its own.
// They belong to the page, since a shadow tree can bring no font; each is fetched when one of its characters is shown.

const face = (address: string, unicodeRange: string) =>
  new FontFace('Downhill Math', `url("${new URL(address, import.meta.url)}")`, { style: 'italic', unicodeRange, display: 'block' });
const latin = face(letters, 'U+41-5A, U+61-7A');
for (const each of [latin, face(greek, 'U+3B1-3C9'), face(partial, 'U+2202')]) document.fonts.add(each);

/** Settled once pictures can be drawn with the letters; where a page's policy forbids them, at once: such a page has those of the machine. */
export const lettersSettled: Promise<unknown> = Promise.allSettled([latin.load()]);
