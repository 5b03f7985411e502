// @ts-check
// For the page around the iframes: <script src="…/resize.js"></script> once, anywhere. Each frame with a figure of Downhill gets the
// height that the figure in it has, now and whenever that changes. Without this script it keeps the height that the page gives it.
(() => {
  /** In CSS pixels. A frame cannot make itself endless. */
  const lowest = 100;
  const highest = 10_000;

  /** @returns {HTMLIFrameElement[]} */
  const frames = () => [...document.querySelectorAll('iframe')].filter(({ src }) => src.includes('/embed.html?'));

  addEventListener('message', ({ data, source }) => {
    if (data?.type !== 'downhill-height' || !Number.isFinite(data.height)) return;
    // A frame speaks for itself alone. Its origin says nothing: that of a sandboxed frame is "null".
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (frame) frame.style.height = `${Math.min(Math.max(Math.ceil(data.height * ratio(frame, data.width)), lowest), highest)}px`;
  });

  /**
   * How many CSS pixels of this page one of the frame's takes. A page may be scaled with `zoom`, which frames take part in, but for those of WebKit.
   * @param {HTMLIFrameElement} frame
   * @param {unknown} width of its window; older frames do not tell it
   */
  function ratio(frame, width) {
    if (typeof width !== 'number' || Math.abs(frame.clientWidth - width) <= 1) return 1;
    let zoom = 1;
    for (let each = /** @type {Element | null} */ (frame); each; each = each.parentElement) zoom *= Number.parseFloat(getComputedStyle(each).zoom) || 1;
    return 1 / zoom;
  }

  // Those that spoke before this script was there.
  for (const { contentWindow } of frames()) contentWindow?.postMessage({ type: 'downhill-height-wanted' }, '*');
})();
