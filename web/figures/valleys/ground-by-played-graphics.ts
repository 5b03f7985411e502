import type { TerrainGl } from '../../draw/terrain-gl.ts';
import type { WorkHost } from '../base/work/sliced-work.ts';
import { type GroundPainter, type GroundWish, type Made, pixelsOf, sheetOf } from './ground-wish.ts';

/** Milliseconds: then the eye has come to rest. */
const rest = 100;

/**
 * Where the browser plays the graphics processor itself a picture takes it a tenth of a second, beside the page: it is fetched once it is there. Until then
 * another painter's coarse one is shown.
 */
export class GroundByPlayedGraphics implements GroundPainter {
  #host: WorkHost;
  #gl: TerrainGl;
  #coarse: (wish: GroundWish) => OffscreenCanvas | undefined;
  #asked = '';
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #made: Made | undefined;

  constructor(host: WorkHost, gl: TerrainGl, coarse: (wish: GroundWish) => OffscreenCanvas | undefined) {
    this.#host = host;
    this.#gl = gl;
    this.#coarse = coarse;
  }

  of(wish: GroundWish, moving: boolean): OffscreenCanvas | undefined {
    if (this.#made?.key === wish.key) return this.#made.bitmap;
    if (moving || wish.key !== this.#asked) {
      // The first one of all waits for no eye.
      const delay = this.#asked === '' ? 0 : rest;
      this.#asked = wish.key;
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.#begin(wish), delay);
    }
    return this.#coarse(wish);
  }

  #begin({ key, size, density, paint }: GroundWish): void {
    const pixels = pixelsOf(size, density);
    this.#gl.paint(pixels, paint(pixels, density));
    const isPainted = this.#gl.finished();
    const look = () => {
      if (key !== this.#asked) return;
      if (isPainted()) this.#fetch(key);
      else this.#waiting = setTimeout(look, 8);
    };
    this.#waiting = setTimeout(look, 8);
  }

  #fetch(key: string): void {
    const { bitmap, context } = sheetOf(this.#gl.canvas);
    context.drawImage(this.#gl.canvas, 0, 0);
    this.#made = { key, bitmap };
    this.#host.requestUpdate();
  }
}
