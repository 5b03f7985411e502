import { attachCanvas, type Canvas } from '../../draw/canvas.ts';
import type { TileSheet } from '../../draw/image.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import type { View } from '../../draw/view.ts';
import type { LabelledPoints } from '../../engine/protocol/run-types.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import type { Draw, DrawLines } from '../base/exports/export.ts';
import { drawAccuracies, drawLosses } from './charts.ts';
import { decisionView, drawDecision, gridOf } from './decision.ts';
import { answerSheet, drawAnswers, drawLandscape, drawSurface, drawWeights, type WeightImages, weightImages } from './draw.ts';
import type { OwnPoint } from './own-points.ts';
import { drawPhase } from './phases.ts';
import { planeAxes } from './plane-controls.ts';
import type { News, Run } from './run.ts';
import type { State } from './state.ts';

export interface PicturesOptions {
  readonly run: Run;
  readonly theme: () => DrawTheme;
  readonly words: () => TrainingStrings;
  readonly state: () => State;
  /** Painted, but not yet in the state. */
  readonly stroke: () => readonly OwnPoint[];
}

/** The six pictures of a run: each is drawn anew when there is something new in it, at most once a frame. */
export class Pictures {
  #options: PicturesOptions;
  #loss: Canvas;
  #accuracy: Canvas;
  #surface: Canvas;
  #weights: Canvas;
  #answers: Canvas;
  #phase: Canvas;
  #images: WeightImages | undefined;
  #sheet: TileSheet | undefined;

  #drawLoss: DrawLines;
  #drawAccuracy: DrawLines;

  constructor(root: ParentNode, options: PicturesOptions) {
    this.#options = options;
    const { run, theme, words, state } = options;
    const canvas = (id: string, draw: Draw) => attachCanvas(root.querySelector(`#${id}`) as HTMLCanvasElement, draw);
    this.#drawLoss = (context, size) => {
      const { history } = run;
      drawLosses(context, size, theme(), { series: history.series(), iterations: history.length, log: state().log, names: words() });
    };
    this.#drawAccuracy = (context, size) => drawAccuracies(context, size, theme(), { accuracies: run.accuracies, names: words() });
    this.#loss = canvas('loss', this.#drawLoss);
    this.#accuracy = canvas('accuracy', this.#drawAccuracy);
    this.#surface = canvas('surface', (context, size) => {
      const { surface: shown, shownPlane } = run.surfaces;
      if (!shown) return;
      const names = { ...planeAxes(words(), shownPlane), loss: words().loss };
      const { view, camera } = state();
      if (view === 'landscape') drawLandscape(context, size, theme(), shown, names, camera);
      else drawSurface(context, size, theme(), shown, names);
    });
    this.#weights = canvas('weights', (context, size) => {
      const points = this.#points();
      if (points) drawDecision(context, size, theme(), points);
      const { imageShape } = run;
      if (points || !run.weights || !imageShape) return;
      this.#images ??= weightImages(run.weights, imageShape, theme());
      drawWeights(context, size, theme(), this.#images, words().weightsRange);
    });
    this.#answers = canvas('answers', (context, size) => {
      const { imageShape } = run;
      if (run.answers.length === 0 || !imageShape) return;
      this.#sheet ??= answerSheet(run.answers, imageShape, theme());
      drawAnswers(context, size, theme(), run.answers, this.#sheet, run.facts?.classNames ?? []);
    });
    this.#phase = canvas('phase-picture', (context, size) => {
      if (run.imageShape) drawPhase(context, size, theme(), run.reports, run.imageShape, words());
    });
  }

  /** Those without pixels. */
  get vectors() {
    return [
      { id: 'loss', drawLines: this.#drawLoss, size: this.#loss.size },
      { id: 'accuracy', drawLines: this.#drawAccuracy, size: this.#accuracy.size },
    ];
  }

  show({ losses, accuracies, weights, answers, surface, phase }: News): void {
    if (losses) this.#loss.requestDraw();
    if (accuracies) this.#accuracy.requestDraw();
    if (surface) this.#surface.requestDraw();
    if (phase) this.#phase.requestDraw();
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
    this.show({ losses: true, accuracies: true, weights: true, answers: true, surface: true, phase: true });
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
    for (const each of [this.#loss, this.#accuracy, this.#surface, this.#weights, this.#answers, this.#phase]) each.dispose();
  }
}
