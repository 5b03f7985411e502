import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { placeIn } from '../../draw/place.ts';
import { seriesStyle } from '../../draw/series.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import { dataX, dataY, isInside, type View } from '../../draw/view.ts';
import { FileError, type FileProblem } from '../../engine/api/file-problem.ts';
import type { OwnFiles } from '../../engine/data/own-files.ts';
import { labelsOf } from '../../engine/protocol/run-types.ts';
import type { FileFacts, FilesStrings } from '../../i18n/files.ts';
import type { SharedStrings } from '../../i18n/shared.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import { checkControl, numberControl } from '../base/controls/controls.ts';
import { messageOf, sentence } from '../base/work/failure.ts';
import { allNames, listOf, mostPoints, type OwnPoint, pointAt, textOf } from './own-points.ts';
import type { Run } from './run.ts';
import { type State, scaleRule } from './state.ts';
import { type Change, withImages, withNet, withPoints } from './taking.ts';

export interface OwnDataOptions {
  readonly run: Run;
  readonly state: () => State;
  readonly words: () => { readonly training: TrainingStrings; readonly files: FilesStrings; readonly shared: SharedStrings };
  readonly theme: () => DrawTheme;
  /** Where points are painted, while they can be. */
  readonly view: () => View | undefined;
  readonly change: (state: Change) => void;
  readonly redraw: () => void;
}

/** Pixels between two points of one stroke. */
const spacing = 14;

/** What is said of what was given last, in the reader's language of the moment. */
type Said =
  | { readonly took: (words: FilesStrings) => string; readonly of: 'points' | 'images' | 'net' }
  | { readonly problem: FileProblem }
  | { readonly reading: string }
  | { readonly failed: string };

/** The reader's own data: points painted, written or read from files, images, and nets that were saved. */
export class OwnData {
  /** Painted since the pointer went down. */
  stroke: OwnPoint[] = [];

  #host: ReactiveControllerHost;
  #options: OwnDataOptions;
  #class = 0;
  #last: readonly [number, number] | undefined;
  #said: Said | undefined;
  /** Of what is being read; what was given before it is void. */
  #turn = 0;

  constructor(host: ReactiveControllerHost, options: OwnDataOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** What could not be used of what was given last. */
  get problem(): string | undefined {
    const { files, shared, training } = this.#options.words();
    if (this.#said && 'failed' in this.#said) return training.failed(sentence(this.#said.failed));
    if (!this.#said || !('problem' in this.#said)) return undefined;
    return `${fileProblem(files, this.#said.problem)}${shared.gap}${files.kept}`;
  }

  /** All files of one drop or choice. What cannot be used is said, and leaves everything as it is. */
  async take(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const names = files.map(({ name }) => name).join(', ');
    await this.#read(
      names,
      async () => {
        const { readOwnFiles } = await import('../../engine/data/own-files.ts');
        return readOwnFiles(files);
      },
      (own) => this.#takeFiles(own, names),
    );
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
    this.#said = points.length > mostPoints ? { problem: { code: 'too many points', file: '', found: points.length, most: mostPoints } } : undefined;
    this.#options.change({ points: listOf(points.slice(0, mostPoints)) });
  };

  render(): TemplateResult {
    const { data } = this.#options.state();
    const { training, files } = this.#options.words();
    return html`<div class="own">
      ${data === 'points' ? this.#pointControls() : nothing}
      ${data === 'files' ? html`${this.#filePicker('idx-files', training.chooseFiles)} ${this.#imageControls()}` : this.#filePicker(data === 'points' ? 'csv-file' : 'open-file', data === 'points' ? training.chooseCsv : files.open)}
    </div>`;
  }

  /** What was taken last: it is told on the stage, where the bench may be closed. */
  renderTook(): TemplateResult {
    return html`<p class="none took" role="status">${this.#saidText(this.#options.words().files)}</p>`;
  }

  /** What was taken is told while it is what is learned from. */
  #saidText(words: FilesStrings): string | typeof nothing {
    const said = this.#said;
    if (said && 'reading' in said) return words.reading(said.reading);
    if (!said || !('took' in said)) return nothing;
    const { state, run } = this.#options;
    const stands = { points: state().data === 'points', images: state().data === 'files', net: run.opened };
    return stands[said.of] ? said.took(words) : nothing;
  }

  #imageControls(): TemplateResult | typeof nothing {
    const { run, state, words, change } = this.#options;
    const scale = state().scale ?? run.facts?.scale;
    if (!run.imageShape || run.standing.kind === 'no-data' || scale === undefined) return nothing;
    const { files, shared } = words();
    return html`<p class="none">${files.scaleSaid(scale)}</p>
      ${numberControl(shared, { id: 'scale', label: files.scale, value: scale, rule: scaleRule, presets: [1, 16, 255], change: (value) => change({ scale: value }) })}
      ${checkControl(files.upright, state().upright, (upright) => change({ upright }))}`;
  }

  #pointControls(): TemplateResult {
    const { state, words, theme, change } = this.#options;
    const { points, classNames } = state();
    const { training } = words();
    const choose = (k: number) => {
      this.#class = k;
      this.#host.requestUpdate();
    };
    const written = (event: Event) => void this.#takeText((event.target as HTMLTextAreaElement).value);
    return html`<p class="none">${training.paintHint}</p>
      <div class="row" role="group" aria-label=${training.paintClass}>
        ${allNames(classNames).map((name, k) => {
          return html`<button type="button" class="preset" aria-pressed=${this.#class === k} @click=${() => choose(k)}>${classSign(theme(), k)} ${classText(training, name)}</button>`;
        })}
        <button type="button" class="preset" id="clear-points" ?disabled=${points.length === 0} @click=${() => change({ points: null, classes: null })}>${training.clearPoints}</button>
      </div>
      <label class="control">${training.pointsAsText} <textarea id="points-text" rows="4" spellcheck="false" .value=${textOf(points, allNames(classNames))} @change=${written}></textarea></label>`;
  }

  #filePicker(id: string, label: string): TemplateResult {
    const picked = (event: Event) => {
      const input = event.target as HTMLInputElement;
      void this.take([...(input.files ?? [])]);
      input.value = '';
    };
    const open = (event: Event) => ((event.currentTarget as HTMLElement).nextElementSibling as HTMLInputElement).click();
    // A browser's own control speaks the browser's language.
    return html`<div class="control">
      <span id="${id}-label">${label}</span>
      <div><button type="button" aria-describedby="${id}-label" @click=${open}>${this.#options.words().training.openFiles}</button><input type="file" id=${id} multiple hidden @change=${picked} /></div>
    </div>`;
  }

  #paint(event: PointerEvent): boolean {
    const view = this.#options.state().data === 'points' ? this.#options.view() : undefined;
    if (!view) return false;
    const { x, y } = placeIn(event.currentTarget as Element, event);
    const [x0, x1] = [dataX(view, x), dataY(view, y)];
    if (!isInside(view, x0, x1)) return false;
    this.#last = [x, y];
    this.stroke.push(pointAt(view, x0, x1, this.#class));
    this.#options.redraw();
    return true;
  }

  /** `take` uses it all or throws FileError before it has changed anything. */
  async #read<T>(names: string, read: () => Promise<T>, take: (content: T) => void): Promise<void> {
    const turn = ++this.#turn;
    this.#say(names === '' ? undefined : { reading: names });
    try {
      const content = await read();
      if (turn === this.#turn) take(content);
    } catch (error) {
      // The code that reads files comes when it is needed; it may not arrive.
      if (turn === this.#turn) this.#say(error instanceof FileError ? { problem: error.problem } : { failed: messageOf(error) });
    }
  }

  #say(said: Said | undefined): void {
    this.#said = said;
    this.#host.requestUpdate();
  }

  async #takeText(text: string): Promise<void> {
    await this.#read(
      '',
      async () => (await import('../../engine/data/own-files.ts')).readOwnText(text),
      (points) => {
        const { classNames, points: before } = this.#options.state();
        // A class keeps its number, and so its colour, while the reader writes on.
        const names = allNames(classNames);
        const same = before.length > 0 && points.names.every((name) => names.includes(name));
        const numbered = same ? { ...points, names, labels: points.labels.map((k) => names.indexOf(points.names[k] as string)) } : points;
        this.#options.change(withPoints(this.#options.state(), numbered, ''));
        this.#say(undefined);
      },
    );
  }

  #takeFiles(own: OwnFiles, names: string): void {
    const { state, run, change } = this.#options;
    switch (own.kind) {
      case 'points':
        change(withPoints(state(), own.data, names));
        this.#say({ of: 'points', took: ({ took }) => took.points(names, own.data.labels.length, own.data.names.join(', ')) });
        return;
      case 'images': {
        const becomes = withImages(state(), own, names);
        run.takeImages(own);
        change(becomes);
        const [train = 0, test] = [own.data, own.data.test].map((pair) => pair && labelsOf(pair).length);
        this.#say({ of: 'images', took: ({ took }) => took.images(names, train, test, ...own.shape, own.data.classes?.length ?? 0) });
        return;
      }
      case 'net': {
        const { inputSize, hiddenSize, outputSize, activation } = own.net;
        const taken = activation === undefined ? state().activation : undefined;
        const becomes = withNet(state(), run.ownImages, own.net, names);
        run.open(own.net);
        change(becomes);
        this.#say({ of: 'net', took: ({ took }) => took.net(names, inputSize, hiddenSize, outputSize, taken) });
      }
    }
  }
}

const markerSigns = { disc: '●', square: '■', triangle: '▲', diamond: '◆' } as const;

/** The mark of a class as it is among the points. */
export function classSign(theme: DrawTheme, k: number): TemplateResult {
  const { colour, marker } = seriesStyle(theme, k);
  return html`<span aria-hidden="true" style="color: ${colour}">${markerSigns[marker]}</span>`;
}

/** A number is called a class; a name stands for itself. */
export function classText(words: TrainingStrings, name: string): string {
  return /^-?\d+$/.test(name) ? words.classNumber(name.replace('-', '−')) : name;
}

/** The words know which facts a problem has by its code. */
function fileProblem({ problems }: FilesStrings, problem: FileProblem): string {
  return problems[problem.code](problem as unknown as FileFacts);
}
