import { css, html, type TemplateResult } from 'lit';
import type { Engine } from '../../engine/api/api.ts';
import { type MiniBatchStrings, miniBatch } from '../../i18n/mini-batch.ts';
import type { Problem } from '../../i18n/shared.ts';
import { numberControl, selectControl } from '../base/controls/controls.ts';
import { kept } from '../base/controls/kept.ts';
import { counted, written } from '../base/controls/numbers.ts';
import { PointHandle } from '../base/controls/point-handle.ts';
import { swatch } from '../base/controls/swatch.ts';
import { DigitsFigure } from '../base/element/digits-figure.ts';
import { Plot, picture } from '../base/element/plot.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { Remembered } from '../base/work/remembered.ts';
import { SlicedWork } from '../base/work/sliced-work.ts';
import { nextSeed } from '../learning/rules.ts';
import { type Drawn, draw, type SampleLosses, sampleLossesOf } from './compute.ts';
import { drawHistogram, drawWidths, expectedStyle, measuredStyle, type Width, widthsView } from './draw.ts';
import { batches, batchRule, batchSizeAt, iterationChoices, readState, type State, seedRule, stateAttributes } from './state.ts';

/** Of more the dots would hide one another. */
const mostWidths = 300;

/** Chapter 4.2.3–4: the loss of a mini-batch as an estimate of the loss of all data, the better the larger it is. */
export class MiniBatchFigure extends DigitsFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [
    DigitsFigure.styles,
    css`
      .plot {
        aspect-ratio: 4 / 3;
      }
      /* No line breaks anew when the numbers come. */
      .read-out {
        table-layout: fixed;
      }
      .read-out td {
        inline-size: 40%;
        white-space: nowrap;
      }
      @container (max-width: 22rem) {
        .read-out td {
          inline-size: 50%;
        }
      }
      @container (min-width: 44rem) {
        .plot.widths {
          aspect-ratio: 1 / 1;
        }
      }
    `,
  ];

  #state: State = readState(this.attribute);
  #work = new SlicedWork<SampleLosses>(this);
  #losses: SampleLosses | undefined;
  #draws = new Remembered<Drawn>();
  #drawn: Drawn | undefined;
  #widths: Width[] = [];
  #widthsPlot: Plot = new Plot({
    id: 'widths',
    lines: true,
    view: (size) => this.#losses && widthsView(size, this.drawTheme, this.#losses),
    draw: (context, view) => {
      if (!this.#losses || !this.#drawn) return;
      const names = { x: 'n', y: this.#words.width };
      drawWidths(context, view, this.drawTheme, { losses: this.#losses, widths: this.#widths, drawn: this.#drawn, focused: this.#ring.focused, names });
    },
  });
  protected override readonly plots = [
    picture(
      'histogram',
      (context, size) => {
        if (this.#drawn) drawHistogram(context, size, this.drawTheme, this.#drawn, { x: this.#words.loss, y: this.#words.count });
      },
      { lines: true },
    ),
    this.#widthsPlot,
  ];
  #ring = new PointHandle({
    id: 'ring',
    free: 'x',
    view: () => this.#widthsPlot.view,
    point: () => [Math.log10(this.#state.batchSize), this.#drawn?.standardDeviation ?? 1],
    move: ([exponent]) => this.#setBatchSize(batchSizeAt(exponent, this.#state.batchSize)),
    focusChanged: this.redraw,
  });

  get #words(): MiniBatchStrings {
    return miniBatch[this.language];
  }

  protected readState(): readonly Problem[] {
    this.#state = readState(this.attribute);
    return this.#state.problems;
  }

  protected compute(engine: Engine): void {
    const data = this.allDigits(engine);
    if (!data) return;
    const losses = this.#work.of(this.#state.iterations, () => sampleLossesOf(engine, data, Number(this.#state.iterations)));
    if (!losses) return;
    if (losses !== this.#losses) this.#widths = [];
    this.#losses = losses;
    const { batchSize, seed } = this.#state;
    const drawn = this.#draws.of([losses.iterations, batchSize, seed], () => draw(engine, losses, this.#state));
    if (drawn !== this.#drawn || this.#widths.length === 0) {
      this.#widths = [...this.#widths.slice(1 - mostWidths), { batchSize, measured: drawn.standardDeviation, expected: drawn.expectedDeviation }];
    }
    this.#drawn = drawn;
  }

  #setBatchSize(size: number): void {
    this.change({ 'batch-size': Math.round(size) });
  }

  override reset(): void {
    this.#widths = [];
    super.reset();
  }

  protected override get status(): string | TemplateResult {
    const share = this.#work.share;
    return super.status || (share === undefined ? '' : this.#words.learning(Math.round(100 * share)));
  }

  protected describe(): string {
    if (!this.#drawn) return '';
    const { batchSize, allMean, standardDeviation, expectedDeviation } = this.#drawn;
    return this.#words.description(counted(batches), counted(batchSize), written(allMean, 4), written(standardDeviation, 3), written(expectedDeviation, 3));
  }

  protected async loadCode(): Promise<LoadedCode> {
    const { listingOf } = await import('./listing.ts');
    return () => listingOf(this.#state);
  }

  protected override exports(): FigureExport[] {
    const words = this.#words;
    const losses = () => [{ name: 'loss', values: this.#drawn?.losses ?? [] }];
    const histogram = () => {
      const { edges, counts } = this.#drawn?.histogram ?? { edges: new Float64Array(), counts: new Uint32Array() };
      return [
        { name: 'from', values: edges.subarray(0, counts.length) },
        { name: 'to', values: edges.subarray(1) },
        { name: 'mini-batches', values: counts },
      ];
    };
    const widths = () =>
      (
        [
          ['batch size', 'batchSize'],
          ['measured', 'measured'],
          ['expected', 'expected'],
        ] as const
      ).map(([name, key]) => ({ name, values: this.#widths.map((width) => width[key]) }));
    return [
      ...super.exports(),
      tableExport(losses, { id: 'csv-losses', label: this.sharedWords.table(words.lossesTable), filename: 'mini-batch-losses.csv' }),
      tableExport(histogram, { id: 'csv-histogram', label: this.sharedWords.table(words.histogramTable), filename: 'mini-batch-histogram.csv' }),
      tableExport(widths, { id: 'csv-widths', label: this.sharedWords.table(words.widthsTable), filename: 'mini-batch-widths.csv' }),
    ];
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const { batchSize, seed, iterations } = this.#state;
    const body = html`<div class="split">
        <div class="plot">
          <canvas id="histogram" role="img" data-title=${words.histogramName} aria-label=${words.histogram} aria-describedby="description"></canvas>
        </div>
        <div class="plot widths" @pointerdown=${this.#ring.plotDown} @pointermove=${this.#ring.plotMove} @click=${this.#ring.plotClick}>
          <canvas id="widths" role="img" data-title=${words.widthsName} aria-label=${words.widths} aria-describedby="description"></canvas>
          ${this.#ring.element({ label: words.batchSize, valueText: words.batchSizeText(counted(batchSize)) })}
        </div>
      </div>
      <div class="row">
        <button type="button" class="primary" id="again" ?disabled=${!this.#drawn} @click=${() => this.change({ seed: nextSeed(seed, seedRule) })}>${words.again}</button>
      </div>
      <div class="split">
        ${this.#readOut()}
        <div class="controls">
        ${numberControl(this.sharedWords, { id: 'batch-size', label: words.batchSize, value: batchSize, rule: batchRule, slider: { log: true }, presets: [1, 10, 100, 1000], change: (size) => this.#setBatchSize(size) })}
        ${selectControl({ id: 'net', label: words.net, value: iterations, options: iterationChoices.map((each) => [each, words.nets[each]] as const), change: (chosen) => this.change({ iterations: chosen }) })}
        </div>
      </div>`;
    return this.frame({ stage: body, caption: words.caption(counted(batches)) });
  }

  #readOut(): TemplateResult {
    const words = this.#words;
    const drawn = this.#drawn;
    const shown = (value: number | undefined, digits: number) => (value === undefined ? '…' : written(value, digits));
    const { below = 0, above = 0 } = drawn?.histogram ?? {};
    return html`<div><table class="read-out">
      <tbody>
        <tr><th scope="row">${kept(words.lossOfAll(this.#losses ? counted(this.#losses.each.length) : '…'), words.lossOfAll('88,888'))}</th><td id="all">${shown(drawn?.allMean, 6)}</td></tr>
        <tr><th scope="row">${words.mean(counted(batches))}</th><td id="mean">${shown(drawn?.mean, 6)}</td></tr>
        <tr><th scope="row">${swatch(measuredStyle(this.drawTheme))} ${words.measured}</th><td id="measured">${shown(drawn?.standardDeviation, 4)}</td></tr>
        <tr><th scope="row">${swatch(expectedStyle(this.drawTheme))} ${words.expected}</th><td id="expected">${shown(drawn?.expectedDeviation, 4)}</td></tr>
        <tr><th scope="row">${words.outside}</th><td id="outside">${drawn ? words.outsideText(counted(below), counted(above)) : '…'}</td></tr>
      </tbody>
    </table></div>`;
  }
}

if (!customElements.get('downhill-mini-batch')) customElements.define('downhill-mini-batch', MiniBatchFigure);
