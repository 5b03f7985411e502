import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { placeIn } from '../../draw/place.ts';
import { seriesStyle } from '../../draw/series.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import { dataX, dataY, isInside, type View } from '../../draw/view.ts';
import { IdxError, type IdxProblem } from '../../engine/idx-file.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import { listOf, mostClasses, mostPoints, type OwnPoint, pointsOfCsv } from './own-points.ts';
import type { Run } from './run.ts';
import type { State } from './state.ts';

export interface OwnDataOptions {
  readonly run: Run;
  readonly state: () => State;
  readonly words: () => TrainingStrings;
  readonly theme: () => DrawTheme;
  /** Where points are painted, while they can be. */
  readonly view: () => View | undefined;
  readonly change: (state: Record<string, string | null>) => void;
  readonly redraw: () => void;
}

/** Pixels between two points of one stroke. */
const spacing = 14;
const otherKind = { 'hidden-size': null, 'batch-size': null, activation: null, 'weight-init': null };

/** The reader's own data: points painted, written or dropped as CSV, and IDX files. */
export class OwnData {
  /** What could not be used of what was given last. */
  problem: string | undefined;
  /** Painted since the pointer went down. */
  stroke: OwnPoint[] = [];

  #host: ReactiveControllerHost;
  #options: OwnDataOptions;
  #class = 0;
  #last: readonly [number, number] | undefined;

  constructor(host: ReactiveControllerHost, options: OwnDataOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** One file is read as CSV, two as IDX. */
  async take(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    if (files.length === 1 && /\.(csv|tsv|txt)$/i.test(file.name)) this.#takeText(await file.text());
    else await this.#takeIdx(files);
  }

  readonly drop = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void this.take(files);
  };

  /** Only then does the browser drop a file here. */
  readonly dragOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };

  readonly down = (event: PointerEvent): void => {
    if (event.button !== 0 || !this.#paint(event)) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    event.preventDefault();
  };

  readonly move = (event: PointerEvent): void => {
    if (!this.#last) return;
    const { x, y } = placeIn(event.currentTarget as Element, event);
    if (Math.hypot(x - this.#last[0], y - this.#last[1]) >= spacing) this.#paint(event);
  };

  /** A stroke makes one other run. */
  readonly up = (): void => {
    if (!this.#last) return;
    this.#last = undefined;
    const points = [...this.#options.state().points, ...this.stroke];
    this.stroke = [];
    this.problem = points.length > mostPoints ? this.#options.words().csvProblems.tooMany(points.length, mostPoints) : undefined;
    this.#options.change({ points: listOf(points.slice(0, mostPoints)) });
  };

  render(): TemplateResult | typeof nothing {
    const { data } = this.#options.state();
    if (data === 'files') return html`<div class="own">${this.#filePicker('idx-files', this.#options.words().chooseFiles, true)}</div>`;
    return data === 'points' ? this.#pointControls() : nothing;
  }

  #pointControls(): TemplateResult {
    const { state, words, theme, change } = this.#options;
    const text = words();
    const choose = (k: number) => {
      this.#class = k;
      this.#host.requestUpdate();
    };
    const written = (event: Event) => this.#takeText((event.target as HTMLTextAreaElement).value);
    return html`<div class="own">
      <p class="none">${text.paintHint}</p>
      <div class="row" role="group" aria-label=${text.paintClass}>
        ${Array.from({ length: mostClasses }, (_, k) => {
          const { colour, marker } = seriesStyle(theme(), k);
          return html`<button type="button" class="preset" aria-pressed=${this.#class === k} @click=${() => choose(k)}><span aria-hidden="true" style="color: ${colour}">${markerSigns[marker]}</span> ${text.classNumber(k)}</button>`;
        })}
        <button type="button" class="preset" id="clear-points" ?disabled=${state().points.length === 0} @click=${() => change({ points: null })}>${text.clearPoints}</button>
      </div>
      <label class="control">${text.pointsAsText} <textarea id="points-text" rows="4" spellcheck="false" .value=${listOf(state().points).replaceAll(';', '\n')} @change=${written}></textarea></label>
      ${this.#filePicker('csv-file', text.chooseCsv, false)}
    </div>`;
  }

  #filePicker(id: string, label: string, multiple: boolean): TemplateResult {
    const picked = (event: Event) => {
      const input = event.target as HTMLInputElement;
      void this.take([...(input.files ?? [])]);
      input.value = '';
    };
    return html`<label class="control">${label} <input type="file" id=${id} ?multiple=${multiple} @change=${picked} /></label>`;
  }

  #paint(event: PointerEvent): boolean {
    const view = this.#options.state().data === 'points' ? this.#options.view() : undefined;
    if (!view) return false;
    const { x, y } = placeIn(event.currentTarget as Element, event);
    const [x0, x1] = [dataX(view, x), dataY(view, y)];
    if (!isInside(view, x0, x1)) return false;
    this.#last = [x, y];
    this.stroke.push([x0, x1, this.#class]);
    this.#options.redraw();
    return true;
  }

  #takeText(text: string): void {
    const { csvProblems } = this.#options.words();
    const reading = pointsOfCsv(text);
    if ('points' in reading) {
      this.problem = undefined;
      this.#options.change({ ...(this.#options.state().data !== 'points' && otherKind), data: 'points', points: listOf(reading.points) });
      return;
    }
    if ('wrongLine' in reading) this.problem = csvProblems.wrongLine(reading.wrongLine, reading.text, mostClasses - 1);
    else this.problem = 'tooMany' in reading ? csvProblems.tooMany(reading.tooMany, mostPoints) : csvProblems.empty;
    this.#host.requestUpdate();
  }

  async #takeIdx(files: readonly File[]): Promise<void> {
    try {
      await this.#options.run.takeFiles(files);
      this.problem = undefined;
      const points = this.#options.state().data !== 'digits' && this.#options.state().data !== 'files';
      this.#options.change({ ...(points && otherKind), data: 'files' });
    } catch (error) {
      if (!(error instanceof IdxError)) throw error;
      this.problem = idxProblem(this.#options.words(), error.problem);
      this.#host.requestUpdate();
    }
  }
}

const markerSigns = { disc: '●', square: '■', triangle: '▲', diamond: '◆' } as const;

function idxProblem({ idxProblems }: TrainingStrings, problem: IdxProblem): string {
  // The words and the problem belong together by their code, which the type of an index does not show.
  return (idxProblems[problem.code] as (problem: IdxProblem) => string)(problem);
}
