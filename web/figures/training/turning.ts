import type { Camera } from '../../draw/relief.ts';
import { tiltRule, turnRule } from './state.ts';

const degreesPerPixel = 0.5;

export interface TurningOptions {
  /** Undefined while there is nothing to turn. */
  camera(): Camera | undefined;
  change(state: Readonly<Record<string, number>>): void;
}

/** A landscape that is dragged: sideways it turns, and a mouse raises or lowers the eye. A finger that moves up or down scrolls the page. */
export class Turning {
  #options: TurningOptions;
  #from: { readonly camera: Camera; readonly x: number; readonly y: number } | undefined;

  constructor(options: TurningOptions) {
    this.#options = options;
  }

  readonly down = (event: PointerEvent): void => {
    const camera = this.#options.camera();
    if (event.button !== 0 || !camera) return;
    this.#from = { camera, x: event.clientX, y: event.clientY };
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };

  readonly move = (event: PointerEvent): void => {
    if (!this.#from) return;
    const { camera, x, y } = this.#from;
    const turn = Math.round(camera.turn + degreesPerPixel * (event.clientX - x));
    const tilt = event.pointerType === 'touch' ? camera.tilt : Math.round(camera.tilt + degreesPerPixel * (event.clientY - y));
    this.#options.change({ turn: around(turn), tilt: Math.min(tiltRule.highest, Math.max(tiltRule.lowest, tilt)) });
  };

  readonly up = (): void => {
    this.#from = undefined;
  };
}

/** The same direction between the ends of the rule. */
function around(turn: number): number {
  const whole = turnRule.highest - turnRule.lowest;
  return ((((turn - turnRule.lowest) % whole) + whole) % whole) + turnRule.lowest;
}
