import { html, type TemplateResult } from 'lit';
import type { View } from '../../draw/view.ts';
import type { Engine, Nudge } from '../../engine/api/api.ts';
import type { Problem } from '../../i18n/shared.ts';
import { type SimpleNetStrings, simpleNet } from '../../i18n/simple-net.ts';
import { numberControl } from '../base/controls/controls.ts';
import { written } from '../base/controls/numbers.ts';
import { EngineFigure } from '../base/element/engine-figure.ts';
import { Plot, picture } from '../base/element/plot.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { learningRate, type Numbers, nudgeOf, numbersOf, oneStepDownhill } from './compute.ts';
import { drawMatrices, drawOutputs, matrixViews } from './draw.ts';
import { lossShown, nudgeTable, outputsTable } from './read-out.ts';
import { inputRule, readState, type State, stateAttributes, stepRule, weightNames, weightRule, withValue, writeWeights } from './state.ts';
import { simpleNetStyles } from './styles.ts';
import { WeightCells } from './weight-cells.ts';

/** Any will do; the engine makes reproducible weights of each. */
const seeds = 1e6;

/** Chapter 4.4.2: a net of one 2×3 matrix, its gradient both ways, and what nudging one weight does to the loss. */
export class SimpleNetFigure extends EngineFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [EngineFigure.styles, simpleNetStyles];

  #state: State = readState(this.attribute);
  #numbers: Numbers | undefined;
  #nudge: Nudge | undefined;
  /** The weight under the mouse: nudged, but not part of the state. */
  #hover: number | undefined;
  #matrices: Plot<readonly [View, View, View]> = new Plot({
    id: 'matrices',
    lines: true,
    view: (size) => matrixViews(size, this.drawTheme),
    draw: (context, views) => {
      if (this.#numbers) drawMatrices(context, views, this.drawTheme, { state: this.#state, numbers: this.#numbers, nudged: this.#nudged, words: this.#words });
    },
  });
  protected override readonly plots = [
    this.#matrices,
    picture(
      'outputs',
      (context, size) => {
        if (this.#numbers) drawOutputs(context, size, this.drawTheme, { state: this.#state, numbers: this.#numbers, name: this.#words.class });
      },
      { lines: true },
    ),
  ];
  #cells = new WeightCells({
    view: () => this.#matrices.view?.[0],
    weights: () => readState(this.attribute).w,
    set: (weight, value) => this.change({ w: withValue(readState(this.attribute).w, weight, value) }),
    choose: (weight) => {
      this.#hover = undefined;
      if (weight !== this.#state.weight) this.change({ weight: weightNames[weight] ?? null });
    },
    hover: (weight) => {
      this.#hover = weight;
      this.requestUpdate();
    },
  });

  get #words(): SimpleNetStrings {
    return simpleNet[this.language];
  }

  /** The weight that is nudged, 0 … 5. */
  get #nudged(): number {
    return this.#hover ?? this.#state.weight;
  }

  get #nudgedName(): string {
    return weightNames[this.#nudged] ?? '';
  }

  protected readState(): readonly Problem[] {
    this.#state = readState(this.attribute);
    return this.#state.problems;
  }

  protected compute(engine: Engine): void {
    this.#numbers = numbersOf(engine, this.#state);
    this.#nudge = nudgeOf(engine, this.#state, this.#nudged);
  }

  #drawWeights = (): void => {
    if (this.engine) this.change({ w: writeWeights(this.engine.simpleNet.random(Math.floor(seeds * Math.random()))) });
  };

  #step = (): void => {
    if (this.engine) this.change({ w: writeWeights(oneStepDownhill(this.engine, this.#state)) });
  };

  protected describe(): string {
    const [words, numbers, nudge] = [this.#words, this.#numbers, this.#nudge];
    if (!numbers || !nudge) return '';
    const { label, h } = this.#state;
    return [
      words.description(written(numbers.loss, 7), label, written(numbers.difference.largest, 2)),
      words.nudgeDescription(this.#nudgedName, written(h), written(nudge.change, 4), written(nudge.slope, 6), written(numbers.gradient[this.#nudged] ?? Number.NaN, 6)),
    ].join(this.sharedWords.gap);
  }

  protected async loadCode(): Promise<LoadedCode> {
    const { listingOf } = await import('./listing.ts');
    return () => listingOf(this.#state);
  }

  protected override exports(): FigureExport[] {
    const columns = () => [
      { name: 'weight', values: weightNames },
      { name: 'W', values: this.#state.w },
      { name: 'dL/dW (numerical)', values: this.#numbers?.numericalGradient ?? [] },
      { name: 'dL/dW (backprop)', values: this.#numbers?.gradient ?? [] },
    ];
    return [...super.exports(), tableExport(columns, { id: 'csv', label: this.sharedWords.table(this.#words.numbersTable), filename: 'simple-net.csv' })];
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const { w, x, h, weight } = this.#state;
    const body = html`<div class="split">
        <div class="plot matrices">
          <canvas id="matrices" role="img" data-title=${words.matricesName} aria-label=${words.matrices} aria-describedby="description"></canvas>
          ${this.#cells.elements(words.weight, weight)}
        </div>
        <div class="beside">
          ${nudgeTable(words, { name: this.#nudgedName, weight: this.#nudged, h }, this.#nudge, this.#numbers)} ${lossShown(words, this.#numbers)}
          ${outputsTable(words, this.#state, this.#numbers, (label) => this.change({ t: label }))}
          <div class="plot outputs"><canvas id="outputs" role="img" data-title=${words.outputsName} aria-label=${words.outputs} aria-describedby="description"></canvas></div>
          <div class="row">
            <button type="button" id="step" ?disabled=${!this.engine} @click=${this.#step}>${words.step(learningRate)}</button>
            <button type="button" id="draw" ?disabled=${!this.engine} @click=${this.#drawWeights}>${words.draw}</button>
          </div>
        </div>
      </div>
      <div class="controls">
        ${numberControl(this.sharedWords, {
          id: 'weight',
          label: words.weight(weightNames[weight] ?? ''),
          value: w[weight] ?? 0,
          rule: weightRule,
          slider: { step: 0.01 },
          change: (value) => this.change({ w: withValue(w, weight, value) }),
        })}
        ${numberControl(this.sharedWords, { id: 'h', label: words.h, value: h, rule: stepRule, slider: { log: true }, change: (value) => this.change({ h: value }) })}
        ${x.map((value, i) =>
          numberControl(this.sharedWords, {
            id: `x${i + 1}`,
            label: words.input(i + 1),
            value,
            rule: inputRule,
            slider: { step: 0.05 },
            change: (changed) => this.change({ x: withValue(x, i, changed) }),
          }),
        )}
      </div>`;
    return this.frame({ stage: body, caption: words.caption });
  }
}

if (!customElements.get('downhill-simple-net')) customElements.define('downhill-simple-net', SimpleNetFigure);
