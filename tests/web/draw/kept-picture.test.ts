import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DrawContext } from '../../../web/draw/draw-context.ts';
import { KeptPicture } from '../../../web/draw/kept-picture.ts';

/** Of a canvas, as far as a kept picture needs it. */
class Context {
  canvas = { width: 40, height: 30 };
  drawn: unknown[] = [];
  getTransform = () => ({ a: 2, d: 2 });
  drawImage(image: unknown): void {
    this.drawn.push(image);
  }
  save(): void {}
  restore(): void {}
  resetTransform(): void {}
  setTransform(): void {}
  clearRect(): void {}
}

class Bitmap {
  readonly width: number;
  readonly height: number;
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }
  getContext = () => new Context();
}

const onto = (context: Context) => context as unknown as DrawContext;

beforeEach(() => {
  vi.stubGlobal('CanvasRenderingContext2D', Context);
  vi.stubGlobal('OffscreenCanvas', Bitmap);
});

afterEach(() => vi.unstubAllGlobals());

describe('a kept picture', () => {
  it('is painted once while nothing of it changes, and copied each time', () => {
    const kept = new KeptPicture();
    const context = new Context();
    const paint = vi.fn();
    for (let frame = 0; frame < 3; frame++) kept.draw(onto(context), ['a', 1], paint);
    expect(paint).toHaveBeenCalledTimes(1);
    expect(context.drawn).toHaveLength(3);
  });

  it('is painted anew where a part of it, or the size of the bitmap, is another', () => {
    const kept = new KeptPicture();
    const context = new Context();
    const paint = vi.fn();
    kept.draw(onto(context), ['a', 1], paint);
    kept.draw(onto(context), ['a', 2], paint);
    context.canvas = { width: 80, height: 60 };
    kept.draw(onto(context), ['a', 2], paint);
    expect(paint).toHaveBeenCalledTimes(3);
  });

  it('is drawn as it is where there are no pixels', () => {
    const svg = {} as DrawContext;
    const paint = vi.fn();
    new KeptPicture().draw(svg, [], paint);
    expect(paint).toHaveBeenCalledWith(svg);
  });
});
