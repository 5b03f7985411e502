import { paintTerrain, type TerrainPaint } from '../../draw/terrain.ts';
import type { Size } from '../../draw/view.ts';
import { SlicedWork, type Work, type WorkHost } from '../base/work/sliced-work.ts';

/** While the eye moves, about a quarter as fine along each side: nobody sees details of what moves, and it is there in a few milliseconds. */
const coarse = 0.27;

interface Made {
  readonly key: string;
  readonly bitmap: OffscreenCanvas;
}

export interface GroundWish {
  /** What the picture depends on. */
  readonly key: string;
  readonly size: Size;
  /** Device pixels to one of the page. */
  readonly density: number;
  /** With a view of that size. */
  readonly paint: (size: Size, density: number) => TerrainPaint;
}

/** The lit ground as a bitmap: coarse at once, as fine as the screen a little later, when the eye has come to rest. */
export class GroundPicture {
  #fine: SlicedWork<Made>;
  #coarse: Made | undefined;

  constructor(host: WorkHost) {
    this.#fine = new SlicedWork(host);
  }

  /** `moving`: another one will be asked for in the next frame. */
  of(wish: GroundWish, moving: boolean): OffscreenCanvas {
    if (!moving) {
      const made = this.#fine.of(wish.key, () => work(wish, wish.density));
      if (made?.key === wish.key) return made.bitmap;
    }
    if (this.#coarse?.key !== wish.key) this.#coarse = finished(work(wish, coarse));
    return this.#coarse.bitmap;
  }
}

function* work({ key, size, paint }: GroundWish, density: number): Work<Made> {
  const bitmap = new OffscreenCanvas(Math.max(1, Math.round(size.width * density)), Math.max(1, Math.round(size.height * density)));
  const context = bitmap.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas.');
  const image = context.createImageData(bitmap.width, bitmap.height);
  yield* paintTerrain(image, paint(bitmap, density));
  context.putImageData(image, 0, 0);
  return { key, bitmap };
}

function finished<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
