import type { TerrainGl } from '../../draw/terrain-gl.ts';
import type { WorkHost } from '../base/work/sliced-work.ts';
import { type GroundPainter, type GroundWish, type Made, pixelsOf, sheetOf } from './ground-wish.ts';

/** While the eye moves, where the browser plays the graphics processor itself: so fine along each side. */
const coarse = 0.45;
/** Milliseconds: then the eye has come to rest. */
const rest = 120;

/** By the graphics processor: always as fine as the screen, or, where that is only played, once the eye has come to rest. */
export class GroundByGraphics implements GroundPainter {
  #host: WorkHost;
  #gl: TerrainGl;
  #asked = '';
  #painted = '';
  #kept: Made | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(host: WorkHost, gl: TerrainGl) {
    this.#host = host;
    this.#gl = gl;
  }

  /** False once the browser has taken it away. */
  get works(): boolean {
    return this.#gl.works;
  }

  of({ key, size, density, paint }: GroundWish, moving: boolean): OffscreenCanvas {
    const isRough = this.#gl.isPlayed && this.#isMoving(key, moving);
    if (this.#kept?.key === key) return this.#kept.bitmap;
    this.#kept = undefined;
    const painting = `${key} ${isRough}`;
    if (painting === this.#painted) return isRough ? this.#gl.canvas : this.#keep(key);
    const fineness = isRough ? coarse : density;
    const pixels = pixelsOf(size, fineness);
    this.#gl.paint(pixels, paint(pixels, fineness), isRough);
    this.#painted = painting;
    return this.#gl.canvas;
  }

  /** The picture of another place than a moment ago: soon there may be one more. The first one of all is not. */
  #isMoving(key: string, moving: boolean): boolean {
    const changes = (this.#asked !== '' && key !== this.#asked) || moving;
    this.#asked = key;
    if (!changes) return this.#resting !== undefined;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
      this.#host.requestUpdate();
    }, rest);
    return true;
  }

  /** A browser that plays the graphics processor takes milliseconds to hand a picture over: one that stays is handed over once. */
  #keep(key: string): OffscreenCanvas {
    const { bitmap, context } = sheetOf(this.#gl.canvas);
    context.drawImage(this.#gl.canvas, 0, 0);
    this.#kept = { key, bitmap };
    return bitmap;
  }
}
