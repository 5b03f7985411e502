import type { Size } from './view.ts';

export interface Canvas {
  /** 0 × 0 until the element is laid out. */
  readonly size: Size;
  /** Draws in the coming animation frame, once however often it is called. */
  requestDraw(): void;
  dispose(): void;
}

/**
 * Keeps the bitmap of `element` as large as its box in device pixels. `draw` gets a cleared context whose unit is the CSS
 * pixel. A changed size is drawn at once, so that no frame shows a stretched picture.
 */
export function attachCanvas(element: HTMLCanvasElement, draw: (context: CanvasRenderingContext2D, size: Size) => void): Canvas {
  const context = element.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas.');
  let size: Size = { width: 0, height: 0 };
  let frame = 0;

  const paint = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    if (size.width === 0 || size.height === 0) return;
    context.setTransform(element.width / size.width, 0, 0, element.height / size.height, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    draw(context, size);
  };

  const observer = new ResizeObserver((entries) => {
    const entry = entries.at(-1);
    const { width, height } = entry?.contentRect ?? { width: element.clientWidth, height: element.clientHeight };
    // Safari has no devicePixelContentBoxSize.
    const device = entry?.devicePixelContentBoxSize?.[0];
    const deviceWidth = device?.inlineSize ?? Math.round(width * devicePixelRatio);
    const deviceHeight = device?.blockSize ?? Math.round(height * devicePixelRatio);
    size = { width, height };
    if (element.width !== deviceWidth) element.width = deviceWidth;
    if (element.height !== deviceHeight) element.height = deviceHeight;
    paint();
  });
  try {
    observer.observe(element, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(element);
  }

  return {
    get size() {
      return size;
    },
    requestDraw() {
      if (frame === 0) frame = requestAnimationFrame(paint);
    },
    dispose() {
      observer.disconnect();
      cancelAnimationFrame(frame);
      frame = 0;
    },
  };
}
