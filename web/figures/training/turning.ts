import { placeIn } from '../../draw/place.ts';
import type { Camera } from '../../draw/relief-projection.ts';
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
    const target = event.currentTarget as Element;
    const { x, y } = placeIn(target, event);
    this.#from = { camera, x, y };
    target.setPointerCapture(event.pointerId);
  };

  readonly move = (event: PointerEvent): void => {
    if (!this.#from) return;
    const { camera, x, y } = this.#from;
    const now = placeIn(event.currentTarget as Element, event);
    const turn = Math.round(camera.turn + degreesPerPixel * (now.x - x));
    const tilt = event.pointerType === 'touch' ? camera.tilt : Math.round(camera.tilt + degreesPerPixel * (now.y - y));
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
