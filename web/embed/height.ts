/** Tells the page around this frame how high its content is, and how wide its window, in its own CSS pixels, whenever that changes and whenever it is asked; public/resize.js listens. */
export function tellHeight(): void {
  if (parent === window) return;
  // To whatever page it is: a height is no secret.
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    parent.postMessage({ type: 'downhill-height', height, width: innerWidth }, '*');
  };
  new ResizeObserver(tell).observe(document.documentElement);
  addEventListener('message', ({ source, data }) => {
    if (source === parent && data?.type === 'downhill-height-wanted') tell();
  });
}
