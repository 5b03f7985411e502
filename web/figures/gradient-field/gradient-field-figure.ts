import { html, type TemplateResult } from 'lit';
import type { DrawContext } from '../../draw/draw-context.ts';
import { clearArrows } from '../../draw/quiver.ts';
import type { Size, View } from '../../draw/view.ts';
import type { Engine } from '../../engine/api/api.ts';
import { type GradientFieldStrings, gradientField } from '../../i18n/gradient-field.ts';
import type { Problem } from '../../i18n/shared.ts';
import { selectControl } from '../base/controls/controls.ts';
import { written } from '../base/controls/numbers.ts';
import { PointHandle } from '../base/controls/point-handle.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import type { FunctionOfTwo } from '../base/plane/function-of-two.ts';
import { Ground } from '../base/plane/ground.ts';
import { PlaneFigure } from '../base/plane/plane-figure.ts';
import type { Point } from '../base/state/reading.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { Remembered } from '../base/work/remembered.ts';
import { computeField, computeFlow, computeProbe, endsOnSaddle, type FieldData, type Flow, type Probe } from './compute.ts';
import { draw, viewOf } from './draw.ts';
import { Flows } from './flows.ts';
import { arrowAnswer, dropsTable, probeTable, worstDifference } from './read-out.ts';
import { arrowLengths, readState, type State, stateAttributes, withDrop } from './state.ts';
import { gradientFieldStyles } from './styles.ts';
import { fieldColumns, flowColumns } from './tables.ts';
import { type Drop, pointText, tasks } from './tasks.ts';

/** Chapter 4.4: −∇f as a field of arrows over the contours of f, the numerical gradient beside the exact one, and points that flow. */
export class GradientFieldFigure extends PlaneFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [PlaneFigure.styles, gradientFieldStyles];

  protected readonly attributesOfFunction = ['probe', 'drops'];
  #state: State = readState(this.attribute, undefined);
  /** Where the mouse is: read out, but not part of the state. */
  #hover: Point | undefined;
  #ground = new Ground(this, () => this.plane.requestDraw());
  #fields = new Remembered<FieldData>();
  #lines = new Remembered<readonly Flow[]>();
  #field: FieldData | undefined;
  #probe: Probe | undefined;
  #flows: readonly Flow[] = [];
  #flowing = new Flows(this, {
    points: (place) => {
      const flow = this.#flows.find(({ from }) => String(from) === place);
      return flow && flow.line.length / 2;
    },
    redraw: this.redraw,
    arrived: () => this.taskBook.look(),
  });
  /** Where the reader has dropped a point, until it is judged. */
  #dropped: Point | undefined;
  #handle = new PointHandle({
    id: 'probe',
    steps: { pointer: 'coarse', key: 'coarse' },
    view: () => this.plane.view,
    bounds: () => this.plane.view ?? { x: this.#state.x0, y: this.#state.x1 },
    point: () => this.#hover ?? this.#state.probe,
    move: (point) => {
      this.#hover = undefined;
      this.change({ probe: point.join(',') });
    },
    hover: (point) => this.#point(point),
    press: (point) => this.#drop(point),
    otherKey: (key) => {
      const drops = ['Enter', ' ', 'd', 'D'].includes(key);
      if (drops) this.#drop(this.#hover ?? this.#state.probe);
      return drops;
    },
    focusChanged: this.redraw,
  });

  protected get shownPart() {
    return this.#state;
  }

  get #words(): GradientFieldStrings {
    return gradientField[this.language];
  }

  protected readStateOf(f: FunctionOfTwo | undefined): readonly Problem[] {
    this.#state = readState(this.attribute, f);
    return this.#state.problems;
  }

  protected computeOf(engine: Engine, f: FunctionOfTwo): void {
    const { x0, x1, home, probe, drops } = this.#state;
    // A drop of the film flows as one of the reader's does.
    const last = drops.at(-1);
    if (this.taskBook.filming && last && drops.length > this.#flows.length && !this.reducedMotion) this.#flowing.drop(last);
    this.#field = this.#fields.of([f.source, x0, x1], () => computeField(engine, f, this.#state));
    this.#flows = this.#lines.of([f.source, ...drops], () => drops.map((from) => computeFlow(engine, f, from, home)));
    this.#probe = computeProbe(engine, f, this.#hover ?? probe);
  }

  protected override visibilityChanged(): void {
    super.visibilityChanged();
    if (!this.visible) this.#flowing.finish();
  }

  protected override halt(): void {
    this.#flowing.finish();
  }

  protected override viewOf(size: Size): View {
    return viewOf(size, this.drawTheme, this.#state);
  }

  protected drawPlane(context: DrawContext, view: View, engine: Engine, f: FunctionOfTwo): void {
    const [field, probe] = [this.#field, this.#probe];
    if (!field || !probe) return;
    const trails = this.#flows.map(({ from, line }) => line.subarray(0, 2 * this.#flowing.shown(from, line.length / 2)));
    const theme = this.drawTheme;
    this.#ground.draw(context, view, theme, { engine, f, arrows: { grid: field.arrows, colour: clearArrows(theme), length: this.#state.length } });
    draw(context, view, theme, { probe, trails, focused: this.#handle.focused });
  }

  /** The read-out follows the mouse, and goes back to the state's point when it leaves. */
  #point(at: Point | undefined): void {
    if (String(at) === String(this.#hover)) return;
    this.#hover = at;
    this.requestUpdate();
  }

  #drop(at: Point): void {
    if (!this.reducedMotion) this.#flowing.drop(at);
    this.#dropped = at;
    this.change({ drops: withDrop(this.#state.drops, at), probe: at.join(',') });
  }

  protected describeOf(f: FunctionOfTwo): string {
    const words = this.#words;
    const [probe, field] = [this.#probe, this.#field];
    if (!probe || !field) return '';
    const text = (value = Number.NaN) => written(value, 5);
    const flow = this.#flows.at(-1);
    const [x0, x1] = probe.at;
    return [
      words.description(f.source, text(x0), text(x1), text(probe.value), text(probe.numerical[0]), text(probe.numerical[1]), written(field.largestDifference, 3)),
      ...(flow ? [words.dropsDescription(this.#flows.length), words.flowDescription(pointText(flow.from, 5), pointText(flow.to, 5), text(flow.value))] : []),
    ].join(this.sharedWords.gap);
  }

  protected override ownTasks() {
    return tasks;
  }

  protected override ownTaskWords() {
    return this.#words.tasks;
  }

  /** Once it has come to rest. */
  protected override observed(): Drop | undefined {
    const { function: f } = this;
    const { x0, x1, home } = this.#state;
    const flow = this.#flows.at(-1);
    if (!f || !flow || this.#flowing.running) return undefined;
    const own = String(flow.from) === String(this.#dropped);
    this.#dropped = undefined;
    if (!own && !this.taskBook.filming) return undefined;
    const isShown = [x0, x1].every(([lo, hi], i) => (flow.to[i] as number) >= lo && (flow.to[i] as number) <= hi);
    return { flow, field: f.field?.name, onSaddle: isShown && endsOnSaddle(f.expression, flow, home) };
  }

  protected async loadCode(): Promise<LoadedCode> {
    const { listingOf } = await import('./listing.ts');
    return () => this.function && listingOf(this.function.expression.canonical, this.#state);
  }

  protected override exports(): FigureExport[] {
    const { sharedWords, engine, function: f } = this;
    const words = this.#words;
    const [field, flows] = [this.#field, this.#flows];
    const exports = super.exports();
    if (engine && f && field) {
      exports.push(
        tableExport(() => fieldColumns(field.grid, engine.gradientField(f.expression, field.grid), engine.gradientField(f.expression, field.grid, 'exact')), {
          id: 'csv-field',
          label: sharedWords.table(words.field),
          filename: 'gradient-field.csv',
        }),
      );
    }
    if (flows.length > 0) exports.push(tableExport(() => flowColumns(flows), { id: 'csv-flows', label: sharedWords.table(words.flows), filename: 'flow-lines.csv' }));
    return exports;
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const [x0, x1] = this.#state.probe;
    const handleWords = { label: words.probe, valueText: words.pointText(written(x0), written(x1)) };
    const stage = html`<div class="split">
        ${this.plot({ label: words.plot, name: words.plotName }, this.#handle, handleWords, () => this.#point(undefined))}
        <div class="beside">
          ${this.fieldControl()} ${arrowAnswer(words, this.#probe)}
          ${dropsTable(words, this.#flows, { drop: () => this.#drop(this.#state.probe), clear: () => this.change({ drops: null }) })}
        </div>
      </div>`;
    const bench = html`<div class="numbers">${probeTable(words, this.#probe)} ${worstDifference(words, this.#field)}</div>
      <div class="controls">
        ${this.expressionControl()}
        ${selectControl({
          id: 'length',
          label: words.arrowLength,
          value: this.#state.length,
          options: arrowLengths.map((length) => [length, words.lengths[length]] as const),
          change: (length) => this.change({ length }),
        })}
      </div>`;
    return this.frame({ stage, bench, caption: words.caption });
  }
}

if (!customElements.get('downhill-gradient-field')) customElements.define('downhill-gradient-field', GradientFieldFigure);
