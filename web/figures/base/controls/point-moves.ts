import type { Range } from '../../../draw/view.ts';
import type { Point } from '../state/reading.ts';
import { roundStep, snapped } from './numbers.ts';

/** The part of the plane in which a point may be moved. */
export interface Bounds {
  readonly x: Range;
  readonly y: Range;
}

/** The directions in which a point may be moved; in the other it stays where it is. */
export type FreeAxis = 'x' | 'y' | 'both';

/** `to`, but as far as the point may be moved. */
export function alongAxis(from: Point, to: Point, free: FreeAxis): Point {
  return [free === 'y' ? from[0] : to[0], free === 'x' ? from[1] : to[1]];
}

/** How far apart the places are that a pointer chooses between, and how far a key goes: a key step (coarse), or a fifth of it or less (fine). */
export interface Steps {
  readonly pointer: Fineness;
  readonly key: Fineness;
}

export type Fineness = 'fine' | 'coarse';

/** What suits most points: the pointer places finely, keys go far. */
export const usualSteps: Steps = { pointer: 'fine', key: 'coarse' };

export function stepOf(fineness: Fineness, bounds: Bounds, free: FreeAxis = 'both'): number {
  const coarse = keyStep(bounds, free);
  return fineness === 'coarse' ? coarse : roundStep(coarse / 5);
}

/** A hundredth of the bounds or a little less, round; ten of them with Shift. */
export function keyStep(bounds: Bounds, free: FreeAxis = 'both'): number {
  const [width, height] = [bounds.x[1] - bounds.x[0], bounds.y[1] - bounds.y[0]];
  return roundStep((free === 'both' ? Math.min(width, height) : free === 'x' ? width : height) / 80);
}

/**
 * Where a key moves the point: arrows by a step, Home and End to the left and right edge, Page Up and Down to the upper and lower. A point
 * that moves along one axis only obeys all of them, as a slider does.
 */
export function movedByKey(point: Point, key: string, coarse: boolean, bounds: Bounds, free: FreeAxis = 'both', fineness: Fineness = usualSteps.key): Point | undefined {
  const step = stepOf(fineness, bounds, free) * (coarse ? 10 : 1);
  const moved = free === 'both' ? moveInPlane(point, key, step, bounds) : moveOnLine(point, key, step, bounds);
  return moved && alongAxis(point, placed(moved, bounds, free), free);
}

function moveInPlane([x, y]: Point, key: string, step: number, bounds: Bounds): Point | undefined {
  switch (key) {
    case 'ArrowLeft':
      return [x - step, y];
    case 'ArrowRight':
      return [x + step, y];
    case 'ArrowUp':
      return [x, y + step];
    case 'ArrowDown':
      return [x, y - step];
    case 'Home':
      return [bounds.x[0], y];
    case 'End':
      return [bounds.x[1], y];
    case 'PageUp':
      return [x, bounds.y[1]];
    case 'PageDown':
      return [x, bounds.y[0]];
    default:
      return undefined;
  }
}

/** The same change in both coordinates: one of them is dropped. */
function moveOnLine([x, y]: Point, key: string, step: number, bounds: Bounds): Point | undefined {
  const [alongX, alongY] = [valueByKey(x, key, step, bounds.x), valueByKey(y, key, step, bounds.y)];
  return alongX === undefined || alongY === undefined ? undefined : [alongX, alongY];
}

/** Where a key moves the value of a slider: arrows by a step, Page Up and Down by ten, Home and End to the limits. It may lie beyond them. */
export function valueByKey(value: number, key: string, step: number, [lowest, highest]: Range): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return value - step;
    case 'ArrowRight':
    case 'ArrowUp':
      return value + step;
    case 'PageDown':
      return value - 10 * step;
    case 'PageUp':
      return value + 10 * step;
    case 'Home':
      return lowest;
    case 'End':
      return highest;
    default:
      return undefined;
  }
}

/** On round coordinates, within the bounds. */
export function placed([x, y]: Point, bounds: Bounds, free: FreeAxis = 'both', fineness: Fineness = usualSteps.pointer): Point {
  const step = stepOf(fineness, bounds, free);
  return [within(x, bounds.x, step), within(y, bounds.y, step)];
}

function within(value: number, [lo, hi]: Range, step: number): number {
  const near = snapped(value, step);
  if (near < lo) return snapped(Math.ceil(lo / step - 1e-9) * step, step);
  if (near > hi) return snapped(Math.floor(hi / step + 1e-9) * step, step);
  return near;
}
