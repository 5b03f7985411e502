import type { ListRule } from '../state/reading.ts';

// A drawing is strokes, a stroke is points on a pad of 100 × 100, whole numbers from the upper left: short in a link, finer than a digit needs.

export type PadPoint = readonly [x: number, y: number];
export type Stroke = readonly PadPoint[];

export const padSize = 100;
const mostStrokes = 60;
/** Points nearer than this to the one before are left out. */
const nearest = 2;

export const drawingRule: ListRule<Stroke> = { attribute: 'drawing', most: mostStrokes, example: '40,20,60,80', entry: strokeOf };

/** x,y,x,y, … */
export function strokeOf(text: string): Stroke | undefined {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (numbers.length % 2 !== 0 || !numbers.every((value) => Number.isInteger(value) && value >= 0 && value <= padSize)) return undefined;
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i] as number, numbers[2 * i + 1] as number]);
}

export function drawingText(strokes: readonly Stroke[]): string {
  return strokes.slice(0, mostStrokes).join(';');
}

/** On the pad, and whole. */
export function onPad(x: number, y: number): PadPoint {
  const within = (value: number) => Math.min(padSize, Math.max(0, Math.round(value)));
  return [within(x), within(y)];
}

/** The stroke as it goes on to `point`. */
export function extended(stroke: Stroke, point: PadPoint): Stroke {
  const last = stroke.at(-1);
  return last && Math.hypot(point[0] - last[0], point[1] - last[1]) < nearest ? stroke : [...stroke, point];
}

/** Where a key moves the pen. */
export function penByKey([x, y]: PadPoint, key: string, coarse: boolean): PadPoint | undefined {
  const step = coarse ? 15 : 3;
  switch (key) {
    case 'ArrowLeft':
      return onPad(x - step, y);
    case 'ArrowRight':
      return onPad(x + step, y);
    case 'ArrowUp':
      return onPad(x, y - step);
    case 'ArrowDown':
      return onPad(x, y + step);
    case 'Home':
      return [0, y];
    case 'End':
      return [padSize, y];
    case 'PageUp':
      return [x, 0];
    case 'PageDown':
      return [x, padSize];
    default:
      return undefined;
  }
}
