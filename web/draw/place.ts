import type { Rect, Size } from './view.ts';

// The page around a figure may be scaled, by transform or by zoom, and the figure is not told. What an event tells of, and what
// getBoundingClientRect gives, are pixels of the window; what a figure is laid out and drawn in are its own.

export interface Place {
  /** From the left and the top of the element, in its own CSS pixels. */
  readonly x: number;
  readonly y: number;
  /** The size of the element, in the same pixels. */
  readonly size: Size;
}

/** Where in `element`, which has neither border nor padding and is neither turned nor mirrored, a place of the window lies: that of an event, say. */
export function placeIn(element: Element, { clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Place {
  const { left, top, width, height } = seenBox(element);
  const size = ownSize(element);
  return { x: ((clientX - left) / width) * size.width, y: ((clientY - top) / height) * size.height, size };
}

/** How much larger than it is laid out such an element is seen; 1 while it cannot be told, as where it is not shown. */
export function scaleOf(element: Element): number {
  const scale = seenBox(element).width / ownSize(element).width;
  return scale > 0 && Number.isFinite(scale) ? scale : 1;
}

/** Where the element is seen, in pixels of the window. */
export function seenBox(element: Element): Rect {
  const { left, top, width, height } = element.getBoundingClientRect();
  boxesAreZoomed ??= areBoxesZoomed();
  if (boxesAreZoomed) return { left, top, width, height };
  const zoom = zoomAround(element);
  return { left: (left + scrollX) * zoom - scrollX, top: (top + scrollY) * zoom - scrollY, width: width * zoom, height: height * zoom };
}

/**
 * Calls when a transform may have scaled the page, which no observer reports: slides are rescaled with the window, often in a transition. Any
 * other scale is seen at the next drawing. Returns what ends the watch.
 */
export function watchScale(mayHaveChanged: () => void): () => void {
  addEventListener('resize', mayHaveChanged);
  document.addEventListener('transitionend', mayHaveChanged);
  return () => {
    removeEventListener('resize', mayHaveChanged);
    document.removeEventListener('transitionend', mayHaveChanged);
  };
}

/** With its fractions, which offsetWidth lacks. */
function ownSize(element: Element): Size {
  const { width, height } = getComputedStyle(element);
  return { width: Number.parseFloat(width), height: Number.parseFloat(height) };
}

let boxesAreZoomed: boolean | undefined;

/**
 * WebKit tells the box of an element in a page with `zoom` as if the page, from its beginning, had none, but its scroll and the place of an
 * event as they are seen.
 */
function areBoxesZoomed(): boolean {
  const [plain, zoomed] = [document.createElement('div'), document.createElement('div')];
  plain.style.cssText = 'all: initial; position: fixed; inline-size: 100px; visibility: hidden';
  zoomed.style.cssText = 'zoom: 2; inline-size: 100px';
  plain.append(zoomed);
  document.documentElement.append(plain);
  const times = zoomed.getBoundingClientRect().width / plain.getBoundingClientRect().width;
  plain.remove();
  return times > 1.5;
}

/** The product of all `zoom` from the element up to the page. */
function zoomAround(element: Element): number {
  const own = Number.parseFloat(getComputedStyle(element).zoom) || 1;
  const root = element.getRootNode();
  const around = element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined);
  return around ? own * zoomAround(around) : own;
}
