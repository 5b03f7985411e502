import { html, type TemplateResult } from 'lit';
import type { Size, View } from '../../draw/view.ts';
import type { Descent, Engine, Nudge } from '../../engine/api/api.ts';
import type { Problem } from '../../i18n/shared.ts';
import { type SimpleNetStrings, simpleNet } from '../../i18n/simple-net.ts';
import { numberControl } from '../base/controls/controls.ts';
import { written } from '../base/controls/numbers.ts';
import { EngineFigure } from '../base/element/engine-figure.ts';
import { Plot, picture } from '../base/element/plot.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { Remembered } from '../base/work/remembered.ts';
import { afterOneStep, type Beside, besideOf, downhillFrom, learningRate, type Numbers, nudgeOf, numbersOf } from './compute.ts';
import { drawEntries, drawFall, type Entries, matrixViews } from './draw.ts';
import { drawNet, type NetPlaces, netPlaces } from './draw-net.ts';
import { Fall } from './fall.ts';
import { differenceTable, lossShown, nudgeAnswer, outputsTable } from './read-out.ts';
import { inputRule, nudgeBy, readState, type State, stateAttributes, stepRule, weightNames, weightRule, withValue, writeWeights } from './state.ts';
import { simpleNetStyles } from './styles.ts';
import { type Nudged, tasks } from './tasks.ts';
import { WeightCells } from './weight-cells.ts';

/** Any will do; the engine makes reproducible weights of each. */
const seeds = 1e6;

/** Chapter 4.4.2: a net of one 2×3 matrix, what nudging one of its weights does to the loss, and its gradient both ways. */
export class SimpleNetFigure extends EngineFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [EngineFigure.styles, simpleNetStyles];

  #state: State = readState(this.attribute);
  #numbers: Numbers | undefined;
  #nudge: Nudge | undefined;
  #beside: Beside | undefined;
  #downhill = new Remembered<Descent>();
  #ahead: Descent | undefined;
  #fall = new Fall();
  /** What of ∂L/∂W the nudges have told, by weight; of the W, x and t in `#place`. */
  #slopes: (number | undefined)[] = [];
  #place = '';
  /** Where ∂L/∂W was seen: to nudge the weight of its largest entry is then no guess. */
  #known = new Set<string>();
  /** What the reader has nudged, until it is judged. */
  #pressed: number | undefined;
  #net: Plot<NetPlaces> = new Plot<NetPlaces>({
    id: 'net',
    view: (size) => netPlaces(size, this.drawTheme),
    draw: (context, places) => {
      if (this.#numbers) drawNet(context, this.drawTheme, places, { state: this.#state, probabilities: this.#numbers.probabilities, className: this.#words.class });
    },
  });
  protected override readonly plots = [
    this.#net,
    this.#pairOfMatrices('matrices', true, () => this.#stageEntries),
    this.#pairOfMatrices('gradients', false, () => this.#benchEntries),
    picture(
      'fall',
      (context, size: Size) => {
        if (this.#ahead) drawFall(context, size, this.drawTheme, { taken: this.#fall.losses, coming: this.#ahead.values, stepName: this.#words.stepName });
      },
      { lines: true },
    ),
  ];
  #cells = new WeightCells({
    places: () => this.#net.view?.weights,
    weights: () => readState(this.attribute).w,
    set: (weight, value) => this.change({ w: withValue(readState(this.attribute).w, weight, value) }),
    choose: (weight) => {
      this.#pressed = this.#known.has(this.#place) ? undefined : weight;
      this.change({ weight: weightNames[weight] ?? null });
    },
  });

  get #words(): SimpleNetStrings {
    return simpleNet[this.language];
  }

  #pairOfMatrices(id: string, sideBySide: boolean, entries: () => readonly Entries[]): Plot<readonly [View, View]> {
    return new Plot<readonly [View, View]>({
      id,
      lines: true,
      view: (size) => matrixViews(size, this.drawTheme, sideBySide),
      draw: (context, views) => {
        entries().forEach((each, i) => {
          drawEntries(context, views[i] as View, this.drawTheme, each);
        });
      },
    });
  }

  /** W, and what is known of ∂L/∂W. */
  get #stageEntries(): Entries[] {
    const [words, numbers] = [this.#words, this.#numbers];
    const { w, weight: nudged, gradientShown } = this.#state;
    if (!numbers) return [];
    const known = gradientShown ? { title: words.gradient, values: numbers.numericalGradient } : { title: words.slopes(written(nudgeBy)), values: this.#slopes };
    return [
      { title: words.weights, values: w, digits: 3, nudged },
      { ...known, digits: 3, nudged },
    ];
  }

  get #benchEntries(): Entries[] {
    const [words, numbers] = [this.#words, this.#numbers];
    if (!numbers) return [];
    const common = { digits: 7, nudged: this.#state.weight };
    return [
      { title: words.numerical, values: numbers.numericalGradient, ...common },
      { title: words.backprop, values: numbers.gradient, ...common },
    ];
  }

  protected readState(): readonly Problem[] {
    this.#state = readState(this.attribute);
    return this.#state.problems;
  }

  protected compute(engine: Engine): void {
    const { weight, gradientShown } = this.#state;
    this.#numbers = numbersOf(engine, this.#state);
    this.#nudge = nudgeOf(engine, this.#state, weight);
    this.#beside = besideOf(engine, this.#state, weight);
    const place = placeOf(this.#state);
    this.#ahead = this.#downhill.of([place], () => downhillFrom(engine, this.#state));
    this.#fall.meet(place, this.#numbers.loss);
    if (place !== this.#place) this.#slopes = [];
    this.#place = place;
    this.#slopes[weight] = this.#nudge.slope;
    if (gradientShown || this.hasAttribute('bench')) this.#known.add(place);
  }

  #drawWeights = (): void => {
    if (this.engine) this.change({ w: writeWeights(this.engine.simpleNet.random(Math.floor(seeds * Math.random()))) });
  };

  #step = (): void => {
    if (!this.#ahead) return;
    const w = writeWeights(afterOneStep(this.#ahead));
    this.#fall.stepTo(placeOf({ ...this.#state, w: w.split(',').map(Number) }));
    this.change({ w });
  };

  protected override ownTasks() {
    return tasks;
  }

  protected override ownTaskWords() {
    return this.#words.tasks;
  }

  protected override observed(): Nudged | undefined {
    const weight = this.taskBook.filming ? this.#state.weight : this.#pressed;
    this.#pressed = undefined;
    return this.#numbers && this.#nudge && weight !== undefined ? { weight, gradient: this.#numbers.gradient, change: this.#nudge.change } : undefined;
  }

  protected describe(): string {
    const [words, numbers, nudge] = [this.#words, this.#numbers, this.#nudge];
    if (!numbers || !nudge) return '';
    const { label, weight, gradientShown } = this.#state;
    const sentences = [
      words.description(written(numbers.loss, 7), label),
      words.nudged(weightNames[weight] ?? '', written(nudgeBy), written(nudge.after, 4), written(nudge.change, 3)),
      ...(gradientShown ? [words.gradientDescription(weightNames.map((name, i) => words.entry(name, written(numbers.numericalGradient[i] ?? Number.NaN, 3))))] : []),
    ];
    return sentences.join(this.sharedWords.gap);
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
    const { weight, gradientShown } = this.#state;
    const canvas = (id: string, name: string, label: string) => html`<canvas id=${id} role="img" data-title=${name} aria-label=${label} aria-describedby="description"></canvas>`;
    const stage = html`<div class="split">
      <div class="plot net">${canvas('net', words.netName, words.net)} ${this.#cells.elements(words.weight, weight)}</div>
      <div class="beside">
        ${nudgeAnswer(words, weight, this.#nudge)}
        <div class="matrices">${canvas('matrices', words.matricesName, words.matrices(gradientShown))}</div>
        <div class="row">
          <button type="button" id="uncover" aria-pressed=${gradientShown} @click=${() => this.change({ gradient: !gradientShown })}>${words.uncover}</button>
          <button type="button" id="step" ?disabled=${!this.engine} @click=${this.#step}>${words.step(learningRate)}</button>
        </div>
        <div class="fall">${canvas('fall', words.fallName, words.fall)}</div>
      </div>
    </div>`;
    const bench = html`<div class="split">
        <div class="gradients">${canvas('gradients', words.gradientsName, words.gradients)}</div>
        <div class="beside">
          ${differenceTable(words, this.#state, this.#beside, this.#numbers)} ${lossShown(words, this.#numbers)}
          ${outputsTable(words, this.#state, this.#numbers, (label) => this.change({ t: label }))}
          <div class="row"><button type="button" id="draw" ?disabled=${!this.engine} @click=${this.#drawWeights}>${words.draw}</button></div>
        </div>
      </div>
      ${this.#settings()}`;
    return this.frame({ stage, bench, caption: words.caption });
  }

  #settings(): TemplateResult {
    const words = this.#words;
    const { w, x, h, weight } = this.#state;
    return html`<div class="controls">
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
  }
}

/** On what the loss depends. */
function placeOf({ w, x, label }: Pick<State, 'w' | 'x' | 'label'>): string {
  return [w, x, label].join(' ');
}

if (!customElements.get('downhill-simple-net')) customElements.define('downhill-simple-net', SimpleNetFigure);
