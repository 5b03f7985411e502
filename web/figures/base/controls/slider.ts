import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

// What every slider of a figure's own (a handle, a cell, a canvas of cells) is for screen readers and keys.

export interface Slider {
  readonly label: string;
  readonly lowest: number;
  readonly highest: number;
  readonly value: number;
  /** What is told instead of the number. */
  readonly text?: string;
  /** By default horizontal. */
  readonly vertical?: boolean;
  /** True if the key did something: then it does nothing else on the page. */
  readonly key: (key: string, coarse: boolean) => boolean;
}

class SliderDirective extends Directive {
  #slider: Slider | undefined;

  render(_slider: Slider): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [slider]: [Slider]): unknown {
    if (!this.#slider) element.addEventListener('keydown', (event) => keyPressed(event as KeyboardEvent, (key, coarse) => this.#slider?.key(key, coarse) ?? false));
    this.#slider = slider;
    const { label, lowest, highest, value, text, vertical = false } = slider;
    const attributes = {
      role: 'slider',
      tabindex: 0,
      'aria-orientation': vertical ? 'vertical' : 'horizontal',
      'aria-label': label,
      'aria-valuemin': lowest,
      'aria-valuemax': highest,
      'aria-valuenow': value,
      'aria-valuetext': text,
    };
    for (const [name, now] of Object.entries(attributes)) {
      if (now === undefined) element.removeAttribute(name);
      else if (element.getAttribute(name) !== String(now)) element.setAttribute(name, String(now));
    }
    return noChange;
  }
}

/** Makes an element of a template a slider: `<div ${slider({ … })}></div>`. It is moved by `key` and by what else the element listens to. */
export const slider = directive(SliderDirective);

/** Hands on a key without Ctrl, Alt and Meta, and whether Shift is held; where it did something, the page does nothing with it. */
export function keyPressed(event: KeyboardEvent, act: (key: string, coarse: boolean) => boolean): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (act(event.key, event.shiftKey)) event.preventDefault();
}
