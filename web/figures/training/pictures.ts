import type { TileSheet } from '../../draw/image.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import type { View } from '../../draw/view.ts';
import type { LabelledPoints } from '../../engine/protocol/run-types.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import type { PadView } from '../base/controls/pad-view.ts';
import { type Plot, picture } from '../base/element/plot.ts';
import { drawWeights, type WeightImages, weightImages } from '../learning/weight-images.ts';
import { drawAccuracies, drawLosses, type GhostCurve } from './charts.ts';
import { decisionView, drawDecision, gridOf } from './decision.ts';
import { answerSheet, drawAnswers, drawLandscape, drawSurface } from './draw.ts';
import type { OwnPoint } from './own-points.ts';
import { planeAxes } from './plane-controls.ts';
import type { News, Run } from './run.ts';
import { isOfImages, type State } from './state.ts';

export interface PicturesOptions {
  readonly run: Run;
  readonly theme: () => DrawTheme;
  readonly words: () => TrainingStrings;
  readonly state: () => State;
  readonly ghosts: () => readonly GhostCurve[];
  readonly pad: PadView;
  /** Painted, but not yet in the state. */
  readonly stroke: () => readonly OwnPoint[];
}

/** The upper end of the axis of losses: just above blind guessing, among ten classes or among two. */
const tops = { images: 2.4, points: 1 };

/** The pictures of a run: each is drawn anew when there is something new in it, at most once a frame. Those of the bench come and go. */
export class Pictures {
  #options: PicturesOptions;
  #images: WeightImages | undefined;
  #sheet: TileSheet | undefined;
  #loss = picture(
    'loss',
    (context, size) => {
      const { run, theme, words, state, ghosts } = this.#options;
      const { history } = run;
      const top = isOfImages(state().data) ? tops.images : tops.points;
      const pictured = { series: history.series(), iterations: history.length, ghosts: ghosts(), start: run.facts?.loss, top, log: state().log, names: words() };
      drawLosses(context, size, theme(), pictured);
    },
    { lines: true },
  );
  #accuracy = picture(
    'accuracy',
    (context, size) => {
      const { run, theme, words, ghosts } = this.#options;
      drawAccuracies(context, size, theme(), { accuracies: run.accuracies, iterations: run.history.length, ghosts: ghosts(), names: words() });
    },
    { lines: true },
  );
  #surface = picture('surface', (context, size) => {
    const { run, theme, words, state } = this.#options;
    const { surface: shown, shownPlane } = run.surfaces;
    if (!shown) return;
    const names = { ...planeAxes(words(), shownPlane), loss: words().loss };
    const { view, camera } = state();
    if (view === 'landscape') drawLandscape(context, size, theme(), shown, names, camera);
    else drawSurface(context, size, theme(), shown, names);
  });
  #weights = picture('weights', (context, size) => {
    const { run, theme, words } = this.#options;
    const points = this.#points();
    if (points) drawDecision(context, size, theme(), points);
    const { imageShape } = run;
    if (points || !run.weights || !imageShape) return;
    this.#images ??= weightImages(run.weights, imageShape, theme());
    drawWeights(context, size, theme(), this.#images, words().weightsRange);
  });
  #answers = picture('answers', (context, size) => {
    const { run, theme } = this.#options;
    const { imageShape } = run;
    if (run.answers.length === 0 || !imageShape) return;
    this.#sheet ??= answerSheet(run.answers, imageShape, theme());
    drawAnswers(context, size, theme(), run.answers, this.#sheet, run.facts?.classNames ?? []);
  });
  #pad = picture('pad', (context, size) => this.#options.pad.draw(context, size, this.#options.theme()));

  constructor(options: PicturesOptions) {
    this.#options = options;
  }

  get #all(): readonly Plot<unknown>[] {
    return [this.#loss, this.#accuracy, this.#surface, this.#weights, this.#answers, this.#pad];
  }

  /** After each update: to the canvases that are there now. */
  attach(root: ParentNode): void {
    for (const plot of this.#all) {
      plot.attach(root, () => {
        plot.look();
        plot.requestDraw();
      });
    }
    this.#pad.requestDraw();
  }

  /** Those without pixels. */
  get vectors() {
    return [this.#loss, this.#accuracy];
  }

  show({ losses, accuracies, weights, answers, surface }: News): void {
    if (losses) this.#loss.requestDraw();
    if (accuracies) this.#accuracy.requestDraw();
    if (surface) this.#surface.requestDraw();
    if (weights) {
      this.#images = undefined;
      this.#weights.requestDraw();
    }
    if (answers) {
      this.#sheet = undefined;
      this.#answers.requestDraw();
    }
  }

  /** All of it, in another theme, language or scale. */
  again(): void {
    this.show({ losses: true, accuracies: true, weights: true, answers: true, surface: true });
    this.#pad.requestDraw();
  }

  /** Where points of the plane lie on their canvas. */
  get pointsView(): View | undefined {
    const points = this.#points();
    return points && this.#weights.size.width > 0 ? decisionView(this.#weights.size, this.#options.theme(), points.grid) : undefined;
  }

  /** The run's points with its answers; the reader's own also before there are enough of them for a run. */
  #points(): Parameters<typeof drawDecision>[3] | undefined {
    const { run, state, stroke } = this.#options;
    const ready = run.standing.kind === 'ready' && stroke().length === 0;
    if (run.facts?.points && run.grid && (ready || state().data !== 'points')) return { grid: run.grid, probabilities: run.decision, ...run.facts.points };
    if (state().data !== 'points') return undefined;
    const own = [...state().points, ...stroke()];
    const inputs = Float64Array.from({ length: 2 * own.length }, (_, i) => own[i >> 1]?.[i % 2] as number);
    const none: LabelledPoints = { inputs: new Float64Array(), labels: new Uint8Array() };
    return { grid: gridOf(inputs), probabilities: undefined, train: { inputs, labels: Uint8Array.from(own, ([, , label]) => label) }, test: none };
  }

  dispose(): void {
    for (const each of this.#all) each.dispose();
  }
}
