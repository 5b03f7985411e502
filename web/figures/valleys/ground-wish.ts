import type { TerrainPaint } from '../../draw/terrain.ts';
import type { Size } from '../../draw/view.ts';

export interface GroundWish {
  /** What the picture depends on. */
  readonly key: string;
  readonly size: Size;
  /** Device pixels to one of the page. */
  readonly density: number;
  /** With a view of that size. */
  readonly paint: (size: Size, density: number) => TerrainPaint;
}

export interface GroundPainter {
  /** The lit ground as a bitmap; undefined while there is none yet; `moving`: another one will be asked for in the next frame. */
  of(wish: GroundWish, moving: boolean): OffscreenCanvas | undefined;
}

/** A picture that stays. */
export interface Made {
  readonly key: string;
  readonly bitmap: OffscreenCanvas;
}

export interface Sheet {
  readonly bitmap: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
}

export function sheetOf({ width, height }: Size): Sheet {
  const bitmap = new OffscreenCanvas(width, height);
  const context = bitmap.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas.');
  return { bitmap, context };
}

export const pixelsOf = ({ width, height }: Size, density: number): Size => ({
  width: Math.max(1, Math.round(width * density)),
  height: Math.max(1, Math.round(height * density)),
});
