import { html, type TemplateResult } from 'lit';
import type { Camera } from '../../draw/relief-projection.ts';
import type { ValleysStrings } from '../../i18n/valleys.ts';
import { written } from '../base/controls/numbers.ts';
import type { Point } from '../base/state/reading.ts';
import type { Drag } from './drag.ts';
import { reach } from './state.ts';

interface Step {
  readonly right: number;
  readonly up: number;
}

const arrows: Readonly<Record<string, Step>> = {
  ArrowLeft: { right: -1, up: 0 },
  ArrowRight: { right: 1, up: 0 },
  ArrowUp: { right: 0, up: 1 },
  ArrowDown: { right: 0, up: -1 },
};

/** Of an arrow key, ten times as much with Shift. */
function keyStep({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): Step | undefined {
  const step = ctrlKey || altKey || metaKey ? undefined : arrows[key];
  const times = shiftKey ? 10 : 1;
  return step && { right: times * step.right, up: times * step.up };
}

export interface RingOptions {
  readonly words: ValleysStrings;
  readonly at: Point;
  readonly drag: Drag;
  readonly click: (event: MouseEvent) => void;
  /** In units of the plane. */
  readonly move: (more: Point) => void;
  readonly drop: () => void;
  readonly focusChanged: () => void;
}

/** Less than what the task asks for. */
const ringStep = 0.05;

/** The place from which the next walker starts. */
export function ringHandle({ words, at, drag, click, move, drop, focusChanged }: RingOptions): TemplateResult {
  const key = (event: KeyboardEvent) => {
    const step = keyStep(event);
    if (step) move([ringStep * step.right, ringStep * step.up]);
    else if (event.key === 'Enter' || event.key === ' ') drop();
    else return;
    event.preventDefault();
  };
  return html`<div
    id="ring"
    class="handle"
    role="slider"
    tabindex="0"
    aria-label=${words.start}
    aria-valuemin=${-reach}
    aria-valuemax=${reach}
    aria-valuenow=${at[0]}
    aria-valuetext=${words.startText(written(at[0]), written(at[1]))}
    @pointerdown=${drag.down}
    @pointermove=${drag.move}
    @pointerup=${drag.up}
    @pointercancel=${drag.up}
    @click=${click}
    @keydown=${key}
    @focus=${focusChanged}
    @blur=${focusChanged}
  ></div>`;
}

export interface TurnOptions {
  readonly words: ValleysStrings;
  readonly camera: Camera;
  readonly drag: Drag;
  readonly turn: (more: { readonly turn: number; readonly tilt: number }) => void;
}

const degreesAKey = 3;

/** Turns and tilts the terrain; a finger elsewhere on it scrolls the page. */
export function turnHandle({ words, camera, drag, turn }: TurnOptions): TemplateResult {
  const key = (event: KeyboardEvent) => {
    const step = keyStep(event);
    if (!step) return;
    turn({ turn: degreesAKey * step.right, tilt: degreesAKey * step.up });
    event.preventDefault();
  };
  return html`<div
    id="turn"
    class="handle turn"
    role="slider"
    tabindex="0"
    title=${words.turn}
    aria-label=${words.turn}
    aria-valuemin="-180"
    aria-valuemax="180"
    aria-valuenow=${camera.turn}
    aria-valuetext=${words.turnText(written(camera.turn), written(camera.tilt))}
    @pointerdown=${drag.down}
    @pointermove=${drag.move}
    @pointerup=${drag.up}
    @pointercancel=${drag.up}
    @click=${(event: Event) => event.stopPropagation()}
    @keydown=${key}
  >
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <ellipse cx="12" cy="12" rx="9" ry="4.2"></ellipse>
      <path d="M12 3v18M9.5 5.5L12 3l2.5 2.5M5.2 12.6L3 11l-1 2.4"></path>
    </svg>
  </div>`;
}
