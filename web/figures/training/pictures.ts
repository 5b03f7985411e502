import { attachCanvas, type Canvas } from '../../draw/canvas.ts';
import { attachChart, type Chart, type ChartSpec } from '../../draw/chart.ts';
import type { TileSheet } from '../../draw/image.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import { accuracyData, accuracySpec, lossData, lossSpec } from './charts.ts';
import { answerSheet, drawAnswers, drawSurface, drawWeights, type WeightImages, weightImages } from './draw.ts';
import type { News, Run } from './run.ts';

export interface PicturesOptions {
  readonly run: Run;
  readonly theme: () => DrawTheme;
  readonly words: () => TrainingStrings;
  readonly log: () => boolean;
}

/** The five pictures of a run: each is drawn anew when there is something new in it, at most once a frame. */
export class Pictures {
  #options: PicturesOptions;
  #loss: Chart;
  #accuracy: Chart;
  #surface: Canvas;
  #weights: Canvas;
  #answers: Canvas;
  #specs: { loss: ChartSpec; accuracy: ChartSpec } | undefined;
  #images: WeightImages | undefined;
  #sheet: TileSheet | undefined;

  constructor(root: ParentNode, options: PicturesOptions) {
    this.#options = options;
    const { run, theme, words } = options;
    const host = (id: string) => root.querySelector(`#${id}`) as HTMLElement;
    const canvas = (id: string, draw: Parameters<typeof attachCanvas>[1]) => attachCanvas(host(id) as HTMLCanvasElement, draw);
    this.#loss = attachChart(host('loss'));
    this.#accuracy = attachChart(host('accuracy'));
    this.#surface = canvas('surface', (context, size) => {
      if (run.surface) drawSurface(context, size, theme(), run.surface, words());
    });
    this.#weights = canvas('weights', (context, size) => {
      const side = run.facts?.imageShape?.[0];
      if (!run.weights || !side) return;
      this.#images ??= weightImages(run.weights, side, theme());
      drawWeights(context, size, theme(), this.#images, words().weightsRange);
    });
    this.#answers = canvas('answers', (context, size) => {
      const side = run.facts?.imageShape?.[0];
      if (run.answers.length === 0 || !side) return;
      this.#sheet ??= answerSheet(run.answers, side, theme());
      drawAnswers(context, size, theme(), run.answers, this.#sheet);
    });
  }

  show({ losses, accuracies, weights, answers, surface }: News): void {
    const { run, theme } = this.#options;
    const { loss, accuracy } = this.#chartSpecs();
    if (losses) this.#loss.show(loss, theme(), lossData(run.history));
    if (accuracies) this.#accuracy.show(accuracy, theme(), accuracyData(run.accuracies));
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
    this.#specs = undefined;
    this.show({ losses: true, accuracies: true, weights: true, answers: true, surface: true });
  }

  /** The charts' canvases, for export. */
  get charts(): { readonly loss: HTMLCanvasElement | undefined; readonly accuracy: HTMLCanvasElement | undefined } {
    return { loss: this.#loss.canvas, accuracy: this.#accuracy.canvas };
  }

  dispose(): void {
    for (const each of [this.#loss, this.#accuracy, this.#surface, this.#weights, this.#answers]) each.dispose();
  }

  /** Kept, because a chart is made anew when it gets another one. */
  #chartSpecs(): { loss: ChartSpec; accuracy: ChartSpec } {
    const { theme, words, log } = this.#options;
    this.#specs ??= { loss: lossSpec(theme(), words(), log()), accuracy: accuracySpec(theme(), words()) };
    return this.#specs;
  }
}
