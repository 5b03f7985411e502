import { type ContourSet, contourLevels, contourWork, drawContours, findContours } from '../../../draw/contours.ts';
import type { DrawContext } from '../../../draw/draw-context.ts';
import { isOfCanvas, KeptPicture } from '../../../draw/kept-picture.ts';
import { drawMinima } from '../../../draw/minima.ts';
import { drawQuiver, type QuiverStyle, type VectorGrid } from '../../../draw/quiver.ts';
import type { DrawTheme } from '../../../draw/theme.ts';
import type { GridExtent, View } from '../../../draw/view.ts';
import type { Engine } from '../../../engine/api/api.ts';
import { Remembered } from '../work/remembered.ts';
import { SlicedWork, type Work, type WorkHost } from '../work/sliced-work.ts';
import { contourSamples, gridOver } from './field.ts';
import type { FunctionOfTwo } from './function-of-two.ts';

/** Of so many samples the coarse contours have one, along each side; contourSamples − 1 is a multiple of it. */
const coarse = 3;

/** Without a change, before the fine contours are begun. */
const calmMilliseconds = 120;

export interface Arrows extends QuiverStyle {
  readonly grid: VectorGrid;
}

interface Sampled {
  readonly values: Float64Array;
  readonly levels: readonly number[];
  readonly coarse: ContourSet;
}

/** What lies below all else in the plot of f: its contours, coarse at once and fine a little later, arrows, and its minima where they are known. Kept as a picture while nothing of it changes. */
export class Ground {
  #sampled = new Remembered<Sampled>();
  #fine: SlicedWork<void>;
  #made: ContourSet | undefined;
  #kept = new KeptPicture();
  /** What the contours depend on. */
  #key = '';
  #changes = 0;
  #goOn: (() => void) | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** `redraw`: of the plot, which is all that fine contours change. */
  constructor(figure: WorkHost, redraw: () => void) {
    this.#fine = new SlicedWork({
      addController: (controller) => figure.addController(controller),
      removeController: (controller) => figure.removeController(controller),
      requestUpdate: () => {
        if (this.#made) redraw();
      },
      get updateComplete() {
        return figure.updateComplete;
      },
      get visible() {
        return figure.visible;
      },
    });
  }

  draw(context: DrawContext, view: View, theme: DrawTheme, { engine, f, arrows }: { readonly engine: Engine; readonly f: FunctionOfTwo; readonly arrows?: Arrows }): void {
    const contours = this.#contours(engine, f, view, isOfCanvas(context));
    const { plot } = view;
    const parts = [contours, theme, ...view.x, ...view.y, plot.left, plot.top, plot.width, plot.height, arrows?.grid, arrows?.colour, arrows?.length, arrows?.lineWidth, f.field];
    this.#kept.draw(context, parts, (onto) => {
      drawContours(onto, view, contours, theme);
      if (arrows) drawQuiver(onto, view, arrows.grid, arrows);
      drawMinima(onto, view, f.field?.minima ?? [], theme);
    });
  }

  /** `soon`: coarse ones will do while the fine ones are on their way. */
  #contours(engine: Engine, f: FunctionOfTwo, view: View, soon: boolean): ContourSet {
    const extent: GridExtent = { x: view.x, y: view.y, columns: contourSamples, rows: contourSamples };
    const parts = [f.source, view.x, view.y];
    const sampled = this.#sampled.of(parts, () => sampledOver(engine, f, extent));
    const key = parts.join('\n');
    if (key !== this.#key) {
      this.#key = key;
      clearTimeout(this.#waiting);
      this.#made = undefined;
      this.#goOn = undefined;
      const number = String(++this.#changes);
      // While the plane is dragged, no fine contours would be there in time.
      this.#waiting = setTimeout(() => {
        this.#goOn = () => this.#fine.of(number, () => this.#refine(key, sampled, extent));
        this.#goOn();
      }, calmMilliseconds);
    }
    // The work rests while the figure is not seen.
    this.#goOn?.();
    return this.#made ?? (soon ? sampled.coarse : findContours(sampled.values, extent, sampled.levels));
  }

  *#refine(key: string, { values, levels }: Sampled, extent: GridExtent): Work<void> {
    const made = yield* contourWork(values, extent, levels);
    if (key === this.#key) this.#made = made;
  }
}

function sampledOver(engine: Engine, f: FunctionOfTwo, extent: GridExtent): Sampled {
  const { value: values } = engine.gradientField(f.expression, gridOver(extent, contourSamples, contourSamples), 'exact');
  const levels = contourLevels(values);
  const side = (contourSamples - 1) / coarse + 1;
  const few = Float64Array.from({ length: side ** 2 }, (_, i) => values[coarse * (contourSamples * Math.floor(i / side) + (i % side))] as number);
  return { values, levels, coarse: findContours(few, { ...extent, columns: side, rows: side }, levels) };
}
