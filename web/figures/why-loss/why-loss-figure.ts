import { css, html, type TemplateResult } from 'lit';
import { placeIn } from '../../draw/place.ts';
import { dataX, dataY } from '../../draw/view.ts';
import type { Engine } from '../../engine/api/api.ts';
import type { Problem } from '../../i18n/shared.ts';
import { type WhyLossStrings, whyLoss } from '../../i18n/why-loss.ts';
import { written } from '../base/controls/numbers.ts';
import { PointHandle } from '../base/controls/point-handle.ts';
import { DigitsFigure } from '../base/element/digits-figure.ts';
import { Plot } from '../base/element/plot.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { Remembered } from '../base/work/remembered.ts';
import { SlicedWork } from '../base/work/sliced-work.ts';
import { digitCount, iterations, learn, type Subject, type Sweep, Sweeper } from './compute.ts';
import { drawMap, drawSweep, mapView, ringHeight, type SweepViews, sweepViews } from './draw.ts';
import { readOut, weightControls, weightName } from './parts.ts';
import { readState, type State, stateAttributes } from './state.ts';
import { largestWeight, placeOf, weightMap } from './weight-map.ts';

/** Chapter 4.2.5: what accuracy and loss say while one weight of a real net is turned. */
export class WhyLossFigure extends DigitsFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [
    DigitsFigure.styles,
    css`
      .plot.map {
        cursor: pointer;
      }
      .read-out {
        table-layout: fixed;
      }
      .read-out td {
        white-space: nowrap;
      }
      @container (min-width: 20rem) {
        .read-out th {
          white-space: nowrap;
        }
      }
      /* A strip at the top of the room of a matrix. */
      .plot.map.bias canvas {
        block-size: auto;
        aspect-ratio: 4 / 1;
      }
      @container (min-width: 44rem) {
        .controls {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }
    `,
  ];

  #state: State = readState(this.attribute, '');
  #work = new SlicedWork<Subject>(this);
  #subject: Subject | undefined;
  #sweeper: Sweeper | undefined;
  #place = placeOf(this.#state.weight);
  #map = weightMap(this.#place);
  #sweeps = new Remembered<Sweep>();
  #sweep: Sweep | undefined;
  #curves: Plot<SweepViews> = new Plot({
    id: 'sweep',
    lines: true,
    view: (size) => this.#sweep && sweepViews(size, this.drawTheme, this.#sweep),
    draw: (context, views) => {
      const { accuracy, loss } = this.#words;
      if (this.#sweep) drawSweep(context, views, this.drawTheme, this.#sweep, { names: { weight: weightName(this.#place), accuracy, loss }, focused: this.#ring.focused });
    },
  });
  #matrix: Plot = new Plot({
    id: 'map',
    lines: true,
    view: (size) => (this.#subject ? mapView(size, this.drawTheme, this.#map) : undefined),
    draw: (context, view) => {
      if (this.#subject) drawMap(context, view, this.drawTheme, { map: this.#map, parameters: this.#subject.parameters, names: this.#mapNames });
    },
  });
  protected override readonly plots = [this.#curves, this.#matrix];
  #ring = new PointHandle({
    id: 'ring',
    free: 'x',
    view: () => this.#curves.view?.both,
    point: () => [this.#sweep?.now.weight ?? 0, this.#curves.view && this.#sweep ? ringHeight(this.#curves.view, this.#sweep.now.loss) : 0],
    move: ([value]) => this.change({ value }),
    focusChanged: this.redraw,
  });

  get #words(): WhyLossStrings {
    return whyLoss[this.language];
  }

  protected readState(): readonly Problem[] {
    this.#state = readState(this.attribute, this.#words.asLearnt);
    this.#place = placeOf(this.#state.weight);
    this.#map = weightMap(this.#place);
    return this.#state.problems;
  }

  protected compute(engine: Engine): void {
    const data = this.allDigits(engine);
    if (!data) return;
    this.#subject = this.#work.of('', () => learn(engine, data));
    const subject = this.#subject;
    if (!subject) return;
    const { weight, value, span } = this.#state;
    this.#sweeper ??= new Sweeper(engine, data, subject);
    const sweeper = this.#sweeper;
    this.#sweep = this.#sweeps.of([weight, value, span], () => sweeper.sweep(this.#state));
  }

  protected override gone(): void {
    super.gone();
    this.#sweeper?.delete();
    this.#sweeper = undefined;
  }

  protected override get status(): string | TemplateResult {
    const share = this.#work.share;
    return super.status || (share === undefined ? '' : this.#words.learning(Math.round(100 * share)));
  }

  get #mapNames(): { readonly x: string; readonly y: string } {
    const { sides, pixelColumn, pixelRow } = this.#words;
    const { row, column } = this.#place.sides;
    return this.#map.image ? { x: pixelColumn, y: pixelRow } : { x: sides[column], y: row ? sides[row] : '' };
  }

  #pick = (event: MouseEvent): void => {
    const { view } = this.#matrix;
    if (!view) return;
    const { x, y } = placeIn(event.currentTarget as Element, event);
    const [column, row] = [Math.round(dataX(view, x)), Math.round(dataY(view, y))];
    if (column < 0 || row < 0 || column >= this.#map.columns || row >= this.#map.rows) return;
    this.change({ weight: this.#map.parameter(row, column), value: null });
  };

  protected describe(): string {
    if (!this.#sweep) return '';
    const { now, accuracySlope, lossSlope } = this.#sweep;
    return this.#words.description(
      weightName(this.#place),
      written(now.weight, 3),
      written(now.accuracy, 3),
      written(now.loss, 6),
      written(accuracySlope, 3),
      written(lossSlope, 3),
    );
  }

  protected async loadCode(): Promise<LoadedCode> {
    const { listingOf } = await import('./listing.ts');
    return () => this.#sweep && listingOf(this.#state.weight, this.#sweep);
  }

  protected override exports(): FigureExport[] {
    const columns = () => {
      const swept = this.#sweep;
      return swept ? (['weight', 'accuracy', 'loss'] as const).map((name) => ({ name, values: swept[name] })) : [];
    };
    return [...super.exports(), tableExport(columns, { id: 'csv', label: this.sharedWords.table(this.#words.table), filename: 'why-loss.csv' })];
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const { now } = this.#sweep ?? { now: { weight: 0, accuracy: 0, loss: 0 } };
    const valueText = words.weightText(written(now.weight, 3), written(now.accuracy, 3), written(now.loss, 6));
    const body = html`<div class="split">
        <div class="plot" @pointerdown=${this.#ring.plotDown} @pointermove=${this.#ring.plotMove} @click=${this.#ring.plotClick}>
          <canvas id="sweep" role="img" data-title=${words.sweepName} aria-label=${words.sweep} aria-describedby="description"></canvas>
          ${this.#ring.element({ label: words.weight, valueText })}
        </div>
        <div class="beside">
          <div>
            <div class="plot map ${this.#map.rows === 1 ? 'bias' : ''}" @click=${this.#pick}>
              <canvas id="map" role="img" data-title=${words.mapName} aria-label=${words.map}></canvas>
            </div>
            <div class="label">${this.#subject ? words.mapLegend(written(largestWeight(this.#map, this.#subject.parameters), 2)) : '…'}</div>
          </div>
          ${readOut(words, this.drawTheme, this.#sweep)}
        </div>
      </div>
      ${weightControls({ words, shared: this.sharedWords, state: this.#state, place: this.#place, change: (state) => this.change(state) })}`;
    return this.frame({ stage: body, caption: words.caption(digitCount, iterations) });
  }
}

if (!customElements.get('downhill-why-loss')) customElements.define('downhill-why-loss', WhyLossFigure);
