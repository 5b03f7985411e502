import type { TerrainGl } from '../../draw/terrain-gl.ts';
import { type GroundPainter, type GroundWish, pixelsOf } from './ground-wish.ts';

/** By the graphics processor: as fine as the screen in each frame. */
export class GroundByGraphics implements GroundPainter {
  #gl: TerrainGl;
  #painted = '';

  constructor(gl: TerrainGl) {
    this.#gl = gl;
  }

  of({ key, size, density, paint }: GroundWish): OffscreenCanvas {
    if (key !== this.#painted) {
      const pixels = pixelsOf(size, density);
      this.#gl.paint(pixels, paint(pixels, density));
      this.#painted = key;
    }
    return this.#gl.canvas;
  }
}
