import { watchNear } from './near-window.ts';
import { seenBox, watchScale } from './place.ts';
import type { Size } from './view.ts';

export interface Canvas {
  /** 0 × 0 until the element is laid out. */
  readonly size: Size;
  /**
   * Draws in the coming animation frame, once however often it is called; at once where the size has changed, so that no frame shows a stretched picture;
   * a little after the last call while nobody sees it, so that it takes no time from what is seen.
   */
  requestDraw(): void;
  dispose(): void;
}

/** Safari refuses a larger bitmap. */
const mostPixels = 4096 * 4096;

/** Of a canvas that is not near the window, in milliseconds: after the last of many calls, and however many come. */
const unseenWait = { calm: 150, most: 1000 };

/** One for all, so that canvases that change together are told of together. */
let observer: ResizeObserver | undefined;
const observed = new WeakMap<Element, (entry: ResizeObserverEntry) => void>();

/**
 * Keeps the bitmap of `element` as large as it is seen in device pixels, however the page around it is scaled. `draw` gets a cleared
 * context whose unit is the element's own CSS pixel. `sized` is called when the size has changed, and must bring about a call of
 * requestDraw before the frame is shown; without it the canvas draws by itself.
 */
export function attachCanvas(element: HTMLCanvasElement, draw: (context: CanvasRenderingContext2D, size: Size) => void, sized?: () => void): Canvas {
  const context = element.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas.');
  let size: Size = { width: 0, height: 0 };
  let laidOut: Size | undefined;
  let frame = 0;
  let stretched = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Since when a drawing is owed that nobody sees. */
  let owed: number | undefined;

  const forget = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    frame = 0;
    owed = undefined;
  };

  const paint = () => {
    forget();
    stretched = false;
    if (size.width === 0 || size.height === 0) return;
    fit(element, bitmapSize(element, size, laidOut));
    context.setTransform(element.width / size.width, 0, 0, element.height / size.height, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    draw(context, size);
  };

  const paintLater = () => {
    owed ??= performance.now();
    clearTimeout(timer);
    timer = setTimeout(paint, Math.max(0, Math.min(unseenWait.calm, owed + unseenWait.most - performance.now())));
  };

  const window = watchNear(element, () => {
    // Each in a task of its own: many may come together.
    if (owed === undefined) return;
    clearTimeout(timer);
    timer = setTimeout(paint);
  });

  const stopObserving = observe(element, (entry) => {
    const { width, height } = entry.contentRect;
    // Safari has no devicePixelContentBoxSize.
    const device = entry.devicePixelContentBoxSize?.[0];
    laidOut = device && { width: device.inlineSize, height: device.blockSize };
    size = { width, height };
    stretched = true;
    if (sized) sized();
    else paint();
  });
  const stopWatching = watchScale(() => {
    const { width, height } = bitmapSize(element, size, laidOut);
    if (width !== element.width || height !== element.height) paint();
  });

  return {
    get size() {
      return size;
    },
    requestDraw() {
      if (stretched) paint();
      else if (!window.near) paintLater();
      else if (frame === 0) frame = requestAnimationFrame(paint);
    },
    dispose() {
      stopObserving();
      stopWatching();
      window.stop();
      forget();
    },
  };
}

/** Calls at every change of the size, and at first. Gives what ends it. */
function observe(element: Element, resized: (entry: ResizeObserverEntry) => void): () => void {
  observer ??= new ResizeObserver((entries) => {
    for (const entry of entries) observed.get(entry.target)?.(entry);
  });
  const all = observer;
  observed.set(element, resized);
  try {
    all.observe(element, { box: 'device-pixel-content-box' });
  } catch {
    all.observe(element);
  }
  return () => {
    all.unobserve(element);
    observed.delete(element);
  };
}

/** In device pixels. `laidOut`: as the browser rounds it where nothing is transformed. */
function bitmapSize(element: HTMLCanvasElement, size: Size, laidOut: Size | undefined): Size {
  const box = seenBox(element);
  // In the middle of a transition that begins at a point.
  const seen = box.width > 0 && box.height > 0 ? box : size;
  const [width, height] = [seen.width * devicePixelRatio, seen.height * devicePixelRatio];
  if (laidOut && Math.abs(laidOut.width - width) < 1 && Math.abs(laidOut.height - height) < 1) return laidOut;
  const fitting = Math.min(1, Math.sqrt(mostPixels / (width * height)));
  return { width: Math.max(1, Math.round(width * fitting)), height: Math.max(1, Math.round(height * fitting)) };
}

/** To set the size clears the bitmap, also where it stays the same. */
function fit(element: HTMLCanvasElement, { width, height }: Size): void {
  if (element.width !== width) element.width = width;
  if (element.height !== height) element.height = height;
}
