import { TerrainGl } from '../../draw/terrain-gl.ts';
import type { WorkHost } from '../base/work/sliced-work.ts';
import { GroundByGraphics } from './ground-by-graphics.ts';
import { GroundByPlayedGraphics } from './ground-by-played-graphics.ts';
import type { GroundPainter, GroundWish } from './ground-wish.ts';

/** The lit ground as a bitmap, by the graphics processor; by hand where the browser lends none, or takes it away. */
export class GroundPicture {
  #host: WorkHost;
  /** null: there is none. */
  #gl: TerrainGl | undefined | null;
  #graphics: GroundPainter | undefined;
  #hand: GroundPainter | undefined;
  #loading = false;

  constructor(host: WorkHost) {
    this.#host = host;
  }

  /** undefined while there is none yet; `moving`: another one will be asked for in the next frame. */
  of(wish: GroundWish, moving: boolean): OffscreenCanvas | undefined {
    if (this.#gl === undefined) this.#begin();
    return this.#gl?.works ? this.#graphics?.of(wish, moving) : this.#byHand(wish, moving);
  }

  #begin(): void {
    const gl = TerrainGl.create();
    this.#gl = gl ?? null;
    if (!gl) return;
    // Lost between painting and drawing, a picture would stay empty until the next.
    gl.canvas.addEventListener('webglcontextlost', () => this.#host.requestUpdate());
    this.#graphics = gl.isPlayed ? new GroundByPlayedGraphics(this.#host, gl, (wish) => this.#byHand(wish, true)) : new GroundByGraphics(gl);
  }

  #byHand(wish: GroundWish, moving: boolean): OffscreenCanvas | undefined {
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
