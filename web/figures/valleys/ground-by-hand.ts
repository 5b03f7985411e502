import { finished } from '../../draw/finished.ts';
import { paintTerrain } from '../../draw/terrain.ts';
import { SlicedWork, type Work, type WorkHost } from '../base/work/sliced-work.ts';
import { type GroundPainter, type GroundWish, type Made, pixelsOf, type Sheet, sheetOf } from './ground-wish.ts';

/** While the eye moves, a fifth as fine along each side: nobody sees details of what moves, and it is there in a few milliseconds. */
const coarse = 0.2;

/** Where the browser lends no graphics processor: coarse at once, as fine as the screen a little later, when the eye has come to rest. */
export class GroundByHand implements GroundPainter {
  #fine: SlicedWork<Made>;
  #coarse: Made | undefined;
  /** To make one takes a weak machine as long as to paint a coarse picture on it. */
  #coarseSheet: Sheet | undefined;

  constructor(host: WorkHost) {
    this.#fine = new SlicedWork(host);
  }

  of(wish: GroundWish, moving: boolean): OffscreenCanvas {
    if (!moving) {
      const made = this.#fine.of(wish.key, () => work(wish, wish.density));
      if (made?.key === wish.key) return made.bitmap;
    }
    if (this.#coarse?.key !== wish.key) {
      const size = pixelsOf(wish.size, coarse);
      const before = this.#coarseSheet?.bitmap;
      if (before?.width !== size.width || before.height !== size.height) this.#coarseSheet = sheetOf(size);
      this.#coarse = finished(work(wish, coarse, this.#coarseSheet));
    }
    return this.#coarse.bitmap;
  }
}

function* work({ key, size, paint }: GroundWish, density: number, { bitmap, context } = sheetOf(pixelsOf(size, density))): Work<Made> {
  const image = context.createImageData(bitmap.width, bitmap.height);
  yield* paintTerrain(image, paint(bitmap, density));
  context.putImageData(image, 0, 0);
  return { key, bitmap };
}
