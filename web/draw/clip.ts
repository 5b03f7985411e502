import type { DrawPath } from './draw-context.ts';
import type { Rect } from './view.ts';

/**
 * The part of the segment from (x0, y0) to (x1, y1) that lies in the rectangle, or undefined (Liang and Barsky). A canvas
 * draws nothing where a coordinate is huge; after this none is.
 */
export function clippedSegment(rect: Rect, x0: number, y0: number, x1: number, y1: number): [number, number, number, number] | undefined {
  const [dx, dy] = [x1 - x0, y1 - y0];
  // No part of the way to infinity has an end that can be drawn.
  if (!Number.isFinite(dx) || !Number.isFinite(dy)) return undefined;
  let [enter, leave] = [0, 1];
  const edges: [number, number][] = [
    [-dx, x0 - rect.left],
    [dx, rect.left + rect.width - x0],
    [-dy, y0 - rect.top],
    [dy, rect.top + rect.height - y0],
  ];
  for (const [direction, distance] of edges) {
    if (direction === 0) {
      if (distance < 0) return undefined;
    } else if (direction < 0) {
      enter = Math.max(enter, distance / direction);
    } else {
      leave = Math.min(leave, distance / direction);
    }
  }
  if (enter > leave) return undefined;
  // Measured from the nearer end, so that an end within the rectangle stays where it is.
  return [enter === 0 ? x0 : x0 + enter * dx, enter === 0 ? y0 : y0 + enter * dy, leave === 1 ? x1 : x0 + leave * dx, leave === 1 ? y1 : y0 + leave * dy];
}

/** The rectangle with `margin` more on every side. */
export function inflated(rect: Rect, margin: number): Rect {
  return { left: rect.left - margin, top: rect.top - margin, width: rect.width + 2 * margin, height: rect.height + 2 * margin };
}

/** Adds the polyline through `count` points to a path, each segment cut to the rectangle. */
export function tracePolyline(path: Pick<DrawPath, 'moveTo' | 'lineTo'>, rect: Rect, count: number, px: (i: number) => number, py: (i: number) => number): void {
  let [endX, endY] = [Number.NaN, Number.NaN];
  const trace = (x0: number, y0: number, x1: number, y1: number) => {
    if (x0 !== endX || y0 !== endY) path.moveTo(x0, y0);
    path.lineTo(x1, y1);
    endX = x1;
    endY = y1;
  };
  let beforeX = Number.NaN;
  let beforeY = Number.NaN;
  for (let i = 0; i < count; i++) {
    const x = px(i);
    const y = py(i);
    // Nearly all segments lie within, and a curve has thousands: no array is made for those.
    if (contains(rect, beforeX, beforeY) && contains(rect, x, y)) {
      trace(beforeX, beforeY, x, y);
    } else {
      const segment = i > 0 && clippedSegment(rect, beforeX, beforeY, x, y);
      if (segment) trace(...segment);
    }
    beforeX = x;
    beforeY = y;
  }
}

function contains({ left, top, width, height }: Rect, x: number, y: number): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height;
}
