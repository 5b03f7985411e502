import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Engine } from '../../engine/api.ts';
import { type PlaneStrings, plane } from '../../i18n/plane.ts';
import { EngineFigure } from '../shared/engine-figure.ts';
import { sentence } from '../shared/failure.ts';
import type { Notice } from '../shared/state-figure.ts';
import { FunctionChoice, type FunctionOfTwo, type Refusal } from './function-of-two.ts';

/** The attributes that a figure of an f(x0, x1) has: f, and the part of the plane that it shows. */
export const planeAttributes = ['f', 'x0', 'x1'];

/** What the figures of an f(x0, x1) share: the choice of f, from the catalogue or typed, and words for what is wrong with it. */
export abstract class PlaneFigure extends EngineFigure {
  #choice: FunctionChoice | undefined;

  protected abstract computeOf(engine: Engine, f: FunctionOfTwo): void;
  protected abstract describeOf(f: FunctionOfTwo): string;
  /** The attributes that make no sense for another f. */
  protected abstract readonly attributesOfFunction: readonly string[];

  protected get planeWords(): PlaneStrings {
    return plane[this.language];
  }

  /** The last f that could be used; undefined until the engine is there. */
  protected get function(): FunctionOfTwo | undefined {
    return this.#choice?.current;
  }

  protected override willUpdate(changed: PropertyValues): void {
    // The state is read for the f to be shown: its part of the plane is the default of x0 and x1.
    if (this.engine) {
      this.#choice ??= new FunctionChoice(this.engine);
      this.#choice.choose(this.attribute('f'));
    }
    super.willUpdate(changed);
  }

  protected compute(engine: Engine): void {
    if (this.function) this.computeOf(engine, this.function);
  }

  protected describe(): string {
    return this.function ? this.describeOf(this.function) : '';
  }

  protected override notices(): Notice[] {
    const refusal = this.#choice?.refusal;
    return refusal ? [...super.notices(), refusalLine(this.planeWords, refusal, this.#choice?.current.source ?? '')] : super.notices();
  }

  protected functionControl(): TemplateResult {
    const { planeWords: words } = this;
    const fields = this.engine?.scalarFields ?? [];
    const shown = this.function;
    const typed = this.#choice?.refusal?.given ?? shown?.source ?? this.attribute('f') ?? '';
    const choose = (event: Event) => this.#choose((event.target as HTMLInputElement | HTMLSelectElement).value);
    return html`<div class="control">
        <label for="choice">${words.function}</label>
        <select id="choice" ?disabled=${!this.engine} @change=${choose}>
          ${fields.map((field) => html`<option value=${field.source} .selected=${field === shown?.field}>${words.functionNames[field.name] ?? field.name}</option>`)}
          ${shown && !shown.field ? html`<option value=${shown.source} .selected=${true}>${words.ownFunction}</option>` : nothing}
        </select>
      </div>
      <div class="control expression">
        <label for="expression">${words.expression}</label>
        <input
          id="expression"
          type="text"
          spellcheck="false"
          autocapitalize="off"
          autocomplete="off"
          title=${words.expressionHint}
          aria-invalid=${this.#choice?.refusal ? 'true' : 'false'}
          .value=${typed}
          ?disabled=${!this.engine}
          @change=${choose}
        />
      </div>`;
  }

  /** Another f is shown in its own part of the plane. */
  #choose(source: string): void {
    this.change({ f: source, ...Object.fromEntries(this.attributesOfFunction.map((name) => [name, null])) });
  }
}

/** The place of the mistake is marked below what was typed. */
function refusalLine(words: PlaneStrings, { given, message, position }: Refusal, used: string): TemplateResult {
  const marked = position === undefined ? nothing : html`<pre aria-hidden="true">${`${given}\n${' '.repeat(position)}^`}</pre>`;
  return html`${words.badFunction(given)} ${marked} ${sentence(message)} ${words.shownInstead(used)}`;
}
