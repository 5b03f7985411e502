import { type HeightField, heightAt, tallestOf } from './height-field.ts';
import type { Camera } from './relief-projection.ts';
import type { Size } from './view.ts';

// A landscape seen by parallel lines, so that a place keeps its size wherever it lies; seen from straight above (tilt 90) it is a map.

/** Pixels of `size`, whatever that counts. */
export interface TerrainView {
  readonly size: Size;
  readonly camera: Camera;
  /** Pixels a unit of the plane. */
  readonly scale: number;
  /** Pixels that a unit of height stands up. */
  readonly lift: number;
  /** Of the middle of the plane, at height 0. */
  readonly middle: { readonly x: number; readonly y: number };
  readonly sinTurn: number;
  readonly cosTurn: number;
  readonly sinTilt: number;
  /** The part of the plane that fits into the picture: it lies round 0. */
  readonly reach: number;
}

export interface TerrainFrame {
  /** To be seen from the middle of the plane in each direction. */
  readonly reach: number;
  /** The greatest height, and how many units of the plane a unit of height is drawn as. */
  readonly tallest: number;
  readonly raise: number;
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

export function terrainView(size: Size, camera: Camera, { reach, tallest, raise }: TerrainFrame): TerrainView {
  const [sinTurn, cosTurn] = [Math.sin(radians(camera.turn)), Math.cos(radians(camera.turn))];
  const [sinTilt, cosTilt] = [Math.sin(radians(camera.tilt)), Math.cos(radians(camera.tilt))];
  const standing = tallest * raise * cosTilt;
  const scale = Math.max(1e-6, Math.min(size.width / (2 * reach), size.height / (2 * reach * sinTilt + standing)));
  const middle = { x: size.width / 2, y: (size.height + scale * standing) / 2 };
  return { size, camera, scale, lift: scale * raise * cosTilt, middle, sinTurn, cosTurn, sinTilt, reach };
}

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

export function project(view: TerrainView, x: number, y: number, height: number): Pixel {
  const { scale, lift, middle, sinTurn, cosTurn, sinTilt } = view;
  return {
    x: middle.x + scale * (x * cosTurn - y * sinTurn),
    y: middle.y - scale * sinTilt * (x * sinTurn + y * cosTurn) - lift * height,
  };
}

/** Where the plane lies `right` of its middle and `away` from the eye. */
export function planePoint({ sinTurn, cosTurn }: TerrainView, right: number, away: number): readonly [number, number] {
  return [right * cosTurn + away * sinTurn, away * cosTurn - right * sinTurn];
}

/** The place of the ground that is seen at a pixel; undefined above the landscape. */
export function groundAt(view: TerrainView, field: HeightField, pixel: Pixel): readonly [number, number] | undefined {
  const { scale, lift, middle, sinTilt } = view;
  const right = (pixel.x - middle.x) / scale;
  const step = 0.5 / (scale * sinTilt);
  const far = 2 * Math.max(...field.extent.x.map(Math.abs), ...field.extent.y.map(Math.abs));
  let before = Number.NaN;
  // From the eye on: the first that is not below the pixel hides what lies behind.
  for (let away = -far; away <= far; away += step) {
    const [x, y] = planePoint(view, right, away);
    if (!isOver(field, x, y)) continue;
    const below = middle.y - scale * sinTilt * away - lift * heightAt(field, x, y) - pixel.y;
    if (below <= 0) {
      // Between the two samples, where there is one before.
      const back = before > 0 ? (step * -below) / (before - below) : 0;
      return planePoint(view, right, away - back);
    }
    before = below;
  }
  return undefined;
}

/** Whether what stands nearer to the eye hides the ground at (x, y). */
export function isHidden(view: TerrainView, field: HeightField, x: number, y: number): boolean {
  const { scale, lift, sinTurn, cosTurn, sinTilt } = view;
  if (lift < 1e-9) return false;
  const step = 0.12;
  const height = heightAt(field, x, y);
  const highest = lift * (tallestOf(field) - height);
  // Two pixels, so that the ground does not hide itself.
  for (let nearer = step; nearer < 3; nearer += step) {
    // From here on not even the highest ground would.
    if (highest <= scale * sinTilt * nearer + 2) return false;
    const atX = x - nearer * sinTurn;
    const atY = y - nearer * cosTurn;
    if (!isOver(field, atX, atY)) return false;
    if (lift * (heightAt(field, atX, atY) - height) > scale * sinTilt * nearer + 2) return true;
  }
  return false;
}

function isOver({ extent: { x: xs, y: ys } }: HeightField, x: number, y: number): boolean {
  return x >= xs[0] && x <= xs[1] && y >= ys[0] && y <= ys[1];
}
