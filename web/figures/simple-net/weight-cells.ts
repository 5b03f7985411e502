import { html, type TemplateResult } from 'lit';
import { placeIn } from '../../draw/place.ts';
import type { Rect } from '../../draw/view.ts';
import { snapped } from '../base/controls/numbers.ts';
import { valueByKey } from '../base/controls/point-moves.ts';
import { slider } from '../base/controls/slider.ts';
import { weightNames, weightRule } from './state.ts';

export interface WeightCellsOptions {
  /** Where each weight stands; undefined until its canvas has a size. */
  readonly places: () => readonly Rect[] | undefined;
  readonly weights: () => readonly number[];
  readonly set: (weight: number, value: number) => void;
  /** Pressed, or reached by keys. */
  readonly choose: (weight: number) => void;
}

const step = 0.01;
const coarse = 10;
const perPixel = 0.01;
/** A thumb's breadth, though the plate is lower. */
const leastHeight = 44;
/** A finger that rests trembles a little, on the window, whatever the scale of the page. */
const stillPixels = 3;

/** Where a key takes a weight; undefined for a key that takes it nowhere. */
export function weightAfterKey(value: number, key: string, shift: boolean): number | undefined {
  const moved = valueByKey(value, key, step * (shift ? coarse : 1), [weightRule.lowest, weightRule.highest]);
  return moved === undefined ? undefined : allowed(moved);
}

/** The weights as sliders over the canvas: dragged up and down, or moved by keys. */
export class WeightCells {
  #options: WeightCellsOptions;
  #drag: { readonly weight: number; readonly from: number; readonly y: number; readonly clientY: number; moved: boolean } | undefined;

  constructor(options: WeightCellsOptions) {
    this.#options = options;
  }

  elements(label: (name: string) => string, chosen: number): TemplateResult[] {
    return weightNames.map((name, i) => {
      const value = this.#options.weights()[i] ?? 0;
      return html`<div
        id=${name}
        class="handle weight"
        aria-current=${i === chosen}
        ${slider({ label: label(name), lowest: weightRule.lowest, highest: weightRule.highest, value, vertical: true, key: (key, coarse) => this.#key(i, key, coarse) })}
        .style=${this.#place(i)}
        @pointerdown=${(event: PointerEvent) => this.#down(event, i)}
        @pointermove=${this.#move}
        @pointerup=${this.#up}
        @pointercancel=${this.#up}
        @focus=${() => this.#options.choose(i)}
      ></div>`;
    });
  }

  #place(weight: number): string {
    const rect = this.#options.places()?.[weight];
    if (!rect) return '';
    const { left, top, width, height } = rect;
    const more = Math.max(0, leastHeight - height) / 2;
    return `translate: ${left}px ${top - more}px; width: ${width}px; height: ${height + 2 * more}px`;
  }

  #down(event: PointerEvent, weight: number): void {
    if (event.button !== 0) return;
    const target = event.currentTarget as HTMLElement;
    target.setPointerCapture(event.pointerId);
    target.focus({ preventScroll: true });
    event.preventDefault();
    this.#drag = { weight, from: this.#options.weights()[weight] ?? 0, y: placeIn(target, event).y, clientY: event.clientY, moved: false };
    this.#options.choose(weight);
  }

  #move = (event: PointerEvent): void => {
    if (!this.#drag) return;
    const up = this.#drag.y - placeIn(event.currentTarget as Element, event).y;
    this.#drag.moved ||= Math.abs(this.#drag.clientY - event.clientY) > stillPixels;
    if (this.#drag.moved) this.#options.set(this.#drag.weight, allowed(this.#drag.from + up * perPixel));
  };

  #up = (): void => {
    this.#drag = undefined;
  };

  #key(weight: number, key: string, coarse: boolean): boolean {
    const value = weightAfterKey(this.#options.weights()[weight] ?? 0, key, coarse);
    if (value !== undefined) this.#options.set(weight, value);
    return value !== undefined;
  }
}

function allowed(value: number): number {
  return snapped(Math.min(weightRule.highest, Math.max(weightRule.lowest, value)), step);
}
