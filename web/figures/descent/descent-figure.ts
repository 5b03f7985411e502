import { html, type TemplateResult } from 'lit';
import type { DrawContext } from '../../draw/draw-context.ts';
import { quietArrows, type VectorGrid } from '../../draw/quiver.ts';
import { seriesStyle } from '../../draw/series.ts';
import type { View } from '../../draw/view.ts';
import type { Descent, Engine } from '../../engine/api/api.ts';
import { type DescentStrings, descent } from '../../i18n/descent.ts';
import type { Problem } from '../../i18n/shared.ts';
import { taskWords } from '../../i18n/tasks.ts';
import { checkControl, numberControl } from '../base/controls/controls.ts';
import { written } from '../base/controls/numbers.ts';
import { PointHandle } from '../base/controls/point-handle.ts';
import { picture } from '../base/element/plot.ts';
import type { Notice } from '../base/element/state-figure.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import { type Ghost, ghostRow, withGhost } from '../base/ghosts/ghosts.ts';
import { downhillArrows, gridOver } from '../base/plane/field.ts';
import type { FunctionOfTwo } from '../base/plane/function-of-two.ts';
import { Ground } from '../base/plane/ground.ts';
import { PlaneFigure } from '../base/plane/plane-figure.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { Remembered } from '../base/work/remembered.ts';
import { drawValues, drawWalks, type GhostWalk } from './draw.ts';
import { mostSteps, standAfter } from './outcome.ts';
import { Player } from './player.ts';
import { PointsTable } from './points-table.ts';
import { pointColumns, type ShownRun, standTable, verdicts } from './read-out.ts';
import { runControls, stageRate } from './run-controls.ts';
import { type Run, readState, runAttributes, type State, stateAttributes, stepsRule } from './state.ts';
import { descentStyles } from './styles.ts';
import { tasks, type Walk, walkOf } from './tasks.ts';
import { Unrolling } from './unrolling.ts';
import { pointText, runName, valueText, verdictSentences } from './words.ts';

const arrowPoints = 15;
/** So many earlier walks are seen beside the one that is there. */
const mostEarlier = 2;

/** A walk that the reader has seen. */
interface Earlier {
  readonly rate: number;
  readonly descent: Descent;
}

/** Chapter 4.4.1: the paths of up to four runs of gradient descent from a start that the reader drags, and f after each step. */
export class DescentFigure extends PlaneFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [PlaneFigure.styles, descentStyles];

  protected readonly attributesOfFunction = ['start', 'at'];
  #state: State = readState(this.attribute, undefined);
  #runs: readonly Descent[] = [];
  #startHasValue = true;
  #descents = new Remembered<readonly Descent[]>();
  #ground = new Ground(this, () => this.plane.requestDraw());
  #arrows = new Remembered<VectorGrid>();
  #points = new PointsTable(() => this.requestUpdate());
  /** Walks that differ in the rate alone, the latest last. */
  /** The rates that the reader has chosen here: those of a link, a film or a default are nobody's finding. */
  #own = new Set<number>();
  #walks: readonly Ghost<Earlier>[] = [];
  #walksOf = '';
  #handle = new PointHandle({
    id: 'start',
    view: () => this.plane.view,
    bounds: () => this.plane.view ?? { x: this.#state.x0, y: this.#state.x1 },
    point: () => this.#state.start,
    move: (point) => this.change({ start: point.join(',') }),
    focusChanged: this.redraw,
  });
  protected override readonly plots = [
    this.plane,
    picture(
      'curve',
      (context, size) => {
        if (this.#runs.length > 0)
          drawValues(context, size, this.drawTheme, {
            runs: this.#runs,
            ghosts: this.#ghostWalks,
            at: this.#unrolling.stepOf(this.#at),
            log: this.#state.log,
            stepName: this.#words.step,
          });
      },
      { lines: true },
    ),
  ];
  #unrolling = new Unrolling(this, this.redraw);
  #player = new Player(this, {
    at: () => this.#at,
    last: () => mostSteps(this.#runs),
    show: (step) => {
      this.#unrolling.finish();
      this.change({ at: step === mostSteps(this.#runs) ? null : step });
    },
  });

  protected get shownPart() {
    return this.#state;
  }

  get #words(): DescentStrings {
    return descent[this.language];
  }

  /** The step that is shown. */
  get #at(): number {
    const last = mostSteps(this.#runs);
    return Math.min(this.#state.at ?? last, last);
  }

  protected readStateOf(f: FunctionOfTwo | undefined): readonly Problem[] {
    this.#state = readState(this.attribute, f);
    return this.#state.problems;
  }

  protected computeOf(engine: Engine, f: FunctionOfTwo): void {
    const { start, runs, steps } = this.#state;
    this.#startHasValue = Number.isFinite(f.expression.evaluate(Float64Array.from(start)));
    // Without a value at the start there is no walk; one of another f or start must not stay.
    this.#runs = [];
    const walksOf = [f.source, start, steps, runs[0]?.optimizer].join(' ');
    if (walksOf !== this.#walksOf) this.#walks = [];
    this.#walksOf = walksOf;
    if (!this.#startHasValue) return;
    const names = runs.map(({ optimizer, learningRate }) => `${optimizer}:${learningRate}`).join(';');
    if (this.visible) this.#unrolling.meet([f.source, start, steps, names].join(), this.reducedMotion || this.#state.at !== undefined);
    this.#runs = this.#descents.of([f.source, start, steps, names], () => runs.map((run) => engine.gradientDescent(f.expression, Float64Array.from(start), { ...run, steps })));
  }

  protected override notices(): Notice[] {
    return this.#startHasValue ? super.notices() : [...super.notices(), this.#words.noValueAtStart];
  }

  protected override visibilityChanged(): void {
    super.visibilityChanged();
    if (this.visible) return;
    this.#player.pause();
    this.#unrolling.finish();
  }

  protected override playOnce(signal: AbortSignal): Promise<void> {
    return this.#player.playOnce(signal);
  }

  protected override halt(): void {
    this.#player.pause();
    this.#unrolling.finish();
  }

  override reset(): void {
    this.#walks = [];
    super.reset();
  }

  protected drawPlane(context: DrawContext, view: View, engine: Engine, f: FunctionOfTwo): void {
    const theme = this.drawTheme;
    this.#ground.draw(context, view, theme, { engine, f, arrows: { grid: this.#arrowsOver(engine, f, view), colour: quietArrows(theme), length: 'log' } });
    drawWalks(context, view, theme, this.#state, {
      runs: this.#runs,
      ghosts: this.#ghostWalks,
      at: this.#unrolling.stepOf(this.#at),
      ahead: !this.#unrolling.running,
      focused: this.#handle.focused,
    });
  }

  #arrowsOver(engine: Engine, f: FunctionOfTwo, view: View): VectorGrid {
    return this.#arrows.of([f.source, view.x, view.y], () => {
      const grid = gridOver(view, arrowPoints, arrowPoints);
      return downhillArrows(grid, engine.gradientField(f.expression, grid));
    });
  }

  protected describeOf(f: FunctionOfTwo): string {
    const words = this.#words;
    const sentences = this.#runs.flatMap((run, i) => {
      const { step, point, value } = standAfter(run, this.#at);
      const setting = this.#state.runs[i];
      return [words.runDescription(setting ? runName(setting) : '', step, pointText(point, 5), written(value, 5)), ...verdictSentences(words, run, this.plane.view)];
    });
    return [words.description(f.source, pointText(this.#state.start, 5)), ...sentences].join(this.sharedWords.gap);
  }

  protected async loadCode(): Promise<LoadedCode> {
    const { listingOf } = await import('./listing.ts');
    return () => this.function && listingOf(this.function.expression.canonical, this.#state, this.#at);
  }

  protected override ownTasks() {
    return tasks;
  }

  protected override ownTaskWords() {
    return this.#words.tasks;
  }

  protected override observed(): Walk | undefined {
    const [run] = this.#state.runs;
    const [walk] = this.#runs;
    if (!run || !walk) return undefined;
    this.#walks = withGhost(this.#walks, String(run.learningRate), { rate: run.learningRate, descent: walk });
    return this.taskBook.filming || this.#own.has(run.learningRate) ? walkOf(this.function?.field?.name, run, walk.path) : undefined;
  }

  #choose(runs: readonly Run[]): void {
    if (runs[0]) this.#own.add(runs[0].learningRate);
    this.change(runAttributes(runs));
  }

  /** Those at other rates; none where runs are compared that the reader has set side by side. */
  get #ghosts(): readonly Ghost<Earlier>[] {
    const [run, ...others] = this.#state.runs;
    return others.length > 0 ? [] : this.#walks.filter(({ of }) => of.rate !== run?.learningRate).slice(-mostEarlier);
  }

  get #ghostWalks(): readonly GhostWalk[] {
    // In full colour: on the coloured ground a paler one is not seen.
    return this.#ghosts.map(({ place, of }) => ({ descent: of.descent, style: seriesStyle(this.drawTheme, place + 1) }));
  }

  protected override exports(): FigureExport[] {
    const words = this.#words;
    return [...super.exports(), tableExport(() => pointColumns(this.#state.runs, this.#runs), { id: 'csv', label: this.sharedWords.table(words.table), filename: 'descent.csv' })];
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const { start, runs, steps, log } = this.#state;
    const stage = html`<div class="split">
        ${this.plotAlone({ label: words.plot, name: words.plotName }, this.#handle, { label: words.start, valueText: words.startText(written(start[0]), written(start[1])) })}
        <div class="beside">
          ${stageRate(this.sharedWords, words, runs, (next) => this.#choose(next))}
          ${this.#player.render(words)} ${verdicts(words, this.sharedWords.gap, this.#shownRuns(), this.plane.view)}
          <div class="plot curve"><canvas id="curve" role="img" data-title=${words.curveName} aria-label=${words.curve} aria-describedby="description"></canvas></div>
          ${ghostRow({
            ghosts: this.#ghosts,
            words: taskWords[this.language],
            theme: this.drawTheme,
            tell: ({ rate, descent: { values } }) => ({ setting: `η = ${written(rate, 3)}`, answer: `f = ${valueText(values.at(-1) ?? Number.NaN, 3, values[0] ?? 0)}` }),
            clear: () => {
              this.#walks = [];
              this.requestUpdate();
            },
          })}
        </div>
      </div>`;
    const bench = html`${this.viewButtons()} ${checkControl(words.logScale, log, (checked) => this.change({ log: checked }))} ${standTable(this.#shownRuns(), this.#at)} ${this.#points.render(words, this.#runs)}
      ${runControls({ words, shared: this.sharedWords, runs, style: (i) => seriesStyle(this.drawTheme, i), change: (next) => this.#choose(next) })}
      <div class="controls">
        ${numberControl(this.sharedWords, {
          id: 'steps',
          label: words.steps,
          value: steps,
          rule: stepsRule,
          slider: { lowest: 0, highest: 100 },
          change: (value) => this.change({ steps: value, at: null }),
        })}
        ${this.functionControl()}
      </div>`;
    return this.frame({ stage, bench, caption: words.caption });
  }

  #shownRuns(): ShownRun[] {
    return this.#state.runs.map((run, i) => ({ run, descent: this.#runs[i], style: seriesStyle(this.drawTheme, i) }));
  }
}

if (!customElements.get('downhill-descent')) customElements.define('downhill-descent', DescentFigure);
