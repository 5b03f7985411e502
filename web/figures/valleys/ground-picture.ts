import { TerrainGl } from '../../draw/terrain-gl.ts';
import type { WorkHost } from '../base/work/sliced-work.ts';
import { GroundByGraphics } from './ground-by-graphics.ts';
import type { GroundPainter, GroundWish } from './ground-wish.ts';

/** The lit ground as a bitmap, by the graphics processor; by hand where the browser lends none, or takes it away. */
export class GroundPicture {
  #host: WorkHost;
  /** null: there is none. */
  #graphics: GroundByGraphics | undefined | null;
  #hand: GroundPainter | undefined;
  #loading = false;

  constructor(host: WorkHost) {
    this.#host = host;
  }

  /** undefined while the painter by hand is on its way; `moving`: another one will be asked for in the next frame. */
  of(wish: GroundWish, moving: boolean): OffscreenCanvas | undefined {
    if (this.#graphics === undefined) {
      const gl = TerrainGl.create();
      this.#graphics = gl ? new GroundByGraphics(this.#host, gl) : null;
    }
    if (this.#graphics?.works) return this.#graphics.of(wish, moving);
    if (!this.#hand && !this.#loading) void this.#loadHand();
    return this.#hand?.of(wish, moving);
  }

  /** Few need it: it is no part of what everybody waits for. */
  async #loadHand(): Promise<void> {
    this.#loading = true;
    try {
      const { GroundByHand } = await import('./ground-by-hand.ts');
      this.#hand = new GroundByHand(this.#host);
      this.#host.requestUpdate();
    } finally {
      this.#loading = false;
    }
  }
}
