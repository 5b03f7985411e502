import { finished } from '../../draw/finished.ts';
import { paintTerrain, type TerrainPaint } from '../../draw/terrain.ts';
import type { Size } from '../../draw/view.ts';
import { SlicedWork, type Work, type WorkHost } from '../base/work/sliced-work.ts';

/** While the eye moves, about a quarter as fine along each side: nobody sees details of what moves, and it is there in a few milliseconds. */
const coarse = 0.27;

interface Made {
  readonly key: string;
  readonly bitmap: OffscreenCanvas;
}

/** What a picture is painted on. To make one takes a weak machine as long as to paint a coarse picture on it. */
interface Sheet {
  readonly bitmap: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
  readonly image: ImageData;
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
  #coarseSheet: Sheet | undefined;

  constructor(host: WorkHost) {
    this.#fine = new SlicedWork(host);
  }

  /** `moving`: another one will be asked for in the next frame. */
  of(wish: GroundWish, moving: boolean): OffscreenCanvas {
    if (!moving) {
      const made = this.#fine.of(wish.key, () => work(wish, wish.density));
      if (made?.key === wish.key) return made.bitmap;
    }
    if (this.#coarse?.key !== wish.key) {
      this.#coarseSheet = sheetFor(wish.size, coarse, this.#coarseSheet);
      this.#coarse = finished(work(wish, coarse, this.#coarseSheet));
    }
    return this.#coarse.bitmap;
  }
}

function* work({ key, size, paint }: GroundWish, density: number, sheet = sheetFor(size, density)): Work<Made> {
  const { bitmap, context, image } = sheet;
  yield* paintTerrain(image, paint(bitmap, density));
  context.putImageData(image, 0, 0);
  return { key, bitmap };
}

/** An empty one; `before` where that is of the same size. */
function sheetFor({ width, height }: Size, density: number, before?: Sheet): Sheet {
  const [columns, rows] = [Math.max(1, Math.round(width * density)), Math.max(1, Math.round(height * density))];
  if (before?.bitmap.width === columns && before.bitmap.height === rows) {
    before.image.data.fill(0);
    return before;
  }
  const bitmap = new OffscreenCanvas(columns, rows);
  const context = bitmap.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas.');
  return { bitmap, context, image: context.createImageData(columns, rows) };
}
