import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { digits } from '../../i18n/digits.ts';
import { drawingPad } from '../../i18n/drawing-pad.ts';
import { files } from '../../i18n/files.ts';
import type { Problem } from '../../i18n/shared.ts';
import { taskWords } from '../../i18n/tasks.ts';
import { type TrainingStrings, training } from '../../i18n/training.ts';
import { checkControl } from '../base/controls/controls.ts';
import { inkOf, inkSide } from '../base/controls/ink.ts';
import { percent, written } from '../base/controls/numbers.ts';
import { PadView } from '../base/controls/pad-view.ts';
import { drawingText } from '../base/controls/strokes.ts';
import { type Notice, StateFigure } from '../base/element/state-figure.ts';
import type { FigureExport } from '../base/exports/export.ts';
import { panelStyles } from '../base/style/panel-styles.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { playButton, runButton } from '../learning/buttons.ts';
import { nextSeed } from '../learning/rules.ts';
import { whileGoing } from '../learning/while-going.ts';
import { answersTable } from './answers-table.ts';
import { Compared } from './compared.ts';
import { rateControl, settingsControls } from './controls.ts';
import { fileExports } from './files.ts';
import { OwnData } from './own-data.ts';
import { padPanel } from './pad-panel.ts';
import { answersPanel, curvesPanel, weightsPanel } from './panels.ts';
import { Pictures } from './pictures.ts';
import { planeControls } from './plane-controls.ts';
import { answer, facts, runsTable } from './read-out.ts';
import { rewindControl } from './rewind.ts';
import { Run } from './run.ts';
import { notices, runLine } from './standing.ts';
import { isOfImages, readState, type State, stateAttributes } from './state.ts';
import { trainingStyles } from './styles.ts';
import { surfacePanel } from './surface-panel.ts';
import { type Runs, tasksOf } from './tasks.ts';
import { Turning } from './turning.ts';

/** Chapter 4.5: a two-layer net learns, in a worker, while its loss, its accuracy and its way downhill are drawn. */
export class TrainingFigure extends StateFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [StateFigure.styles, panelStyles, trainingStyles];

  #state: State = readState(this.attribute);
  #run = new Run(
    this,
    (news) => {
      this.#pictures.show(news);
      if (news.accuracies) this.#judgeAtOnce();
    },
    (before) => this.#compared.begins(before, this.taskBook.filming),
  );
  #compared = new Compared(this.#run);
  #pad = new PadView({ strokes: () => this.#state.strokes, change: (state) => this.change(state), update: () => this.requestUpdate() });
  #drawn = '';
  #shown = '';
  #seen = '';
  #own = new OwnData(this, {
    run: this.#run,
    state: () => this.#state,
    words: () => ({ training: this.#words, files: files[this.language], shared: this.sharedWords }),
    theme: () => this.drawTheme,
    view: () => this.#pictures.pointsView,
    change: (state) => this.change(state),
    redraw: () => this.#pictures.show({ weights: true }),
  });

  #pictures = new Pictures({
    run: this.#run,
    theme: () => this.drawTheme,
    words: () => this.#words,
    state: () => this.#state,
    ghosts: () => this.#compared.curves(this.#words, this.drawTheme),
    pad: this.#pad,
    stroke: () => this.#own.stroke,
  });

  #turning = new Turning({
    camera: () => (this.#state.view === 'landscape' ? this.#state.camera : undefined),
    change: (state) => this.change(state),
  });

  get #words(): TrainingStrings {
    return training[this.language];
  }

  /** The losses of iterations 1 … so far. */
  get losses(): Float32Array {
    return this.#run.losses.slice();
  }

  get iteration(): number {
    return this.#run.progress?.iteration ?? 0;
  }

  /** Trains for this many iterations, then rests. */
  learn(iterations: number): void {
    this.#run.step(iterations);
  }

  protected readState(): readonly Problem[] {
    this.#state = readState(this.attribute, this.#inputs);
    this.#run.fullSpeed = this.#state.fullSpeed;
    this.#draw();
    if (this.visible) this.#run.follow(this.#state);
    return this.#state.problems;
  }

  protected override visibilityChanged(): void {
    super.visibilityChanged();
    this.#run.visible = this.visible;
    if (this.visible) this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('dragover', this.#own.dragOver);
    this.addEventListener('drop', this.#own.drop);
    if (this.hasUpdated) this.#pictures.attach(this.renderRoot);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('dragover', this.#own.dragOver);
    this.removeEventListener('drop', this.#own.drop);
    this.#pictures.dispose();
  }

  protected override gone(): void {
    super.gone();
    this.#run.dispose();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.isConnected) this.#pictures.attach(this.renderRoot);
    const shown = `${this.language} ${this.#state.log} ${this.#state.data} ${this.#state.points.length} ${this.#compared.count}`;
    const { view, camera } = this.#state;
    const seen = `${view} ${camera.turn} ${camera.tilt}`;
    if (shown !== this.#shown) this.#pictures.again();
    else if (seen !== this.#seen) this.#pictures.show({ surface: true });
    this.#shown = shown;
    this.#seen = seen;
  }

  protected override themeChanged(): void {
    this.#pictures.again();
  }

  override reset(): void {
    super.reset();
    this.#compared.clear();
    this.#run.forgetOpened();
    this.#run.again(readState(this.attribute, this.#inputs));
  }

  protected describe(): string {
    const { progress } = this.#run;
    if (!progress) return '';
    const words = this.#words;
    const loss = this.#run.lossNow;
    const test = this.#run.accuracyNow?.test;
    return words.description(String(progress.iteration), loss === undefined ? words.notYet : written(loss, 3), test === undefined ? words.notYet : percent(test));
  }

  protected override notices(): Notice[] {
    const lines = [...super.notices(), ...notices(this.#words, digits[this.language], this.sharedWords, this.#run, () => this.#run.again(this.#state))];
    return this.#own.problem ? [...lines, this.#own.problem] : lines;
  }

  protected async loadCode(): Promise<LoadedCode> {
    const { stepListing } = await import('../learning/step-listing.ts');
    return () => stepListing(this.#state);
  }

  protected override exports(): FigureExport[] {
    return [
      // An empty pad is no picture.
      ...super.exports().filter(({ id }) => id !== 'png-pad' || this.#pad.strokes.length > 0),
      ...fileExports(this.#words, this.sharedWords, this.#run, this.#state),
    ];
  }

  protected override ownTasks() {
    return tasksOf({
      learn: (rate) => this.#learnAt(rate),
      run: () => this.#compared.filmed,
    });
  }

  protected override ownTaskWords() {
    return this.#words.tasks;
  }

  /** Of the digits alone: the question is about reading them. */
  protected override observed(): Runs | undefined {
    const { filming } = this.taskBook;
    const runs = this.#state.data === 'digits' ? this.#compared.runs.filter(({ shown }) => shown === filming) : [];
    return runs.length > 0 ? runs : undefined;
  }

  /** While a run goes on it is looked at once more when that answers a question; a hint can wait until it rests. */
  #judgeAtOnce(): void {
    if (this.#compared.answersAnew(this.observed() ?? [])) this.taskBook.look();
  }

  protected override prepare(): void {
    this.#compared.keepAlike();
  }

  #learnAt(rate: number): void {
    this.#rest();
    this.#run.playAgain({ ...this.#state, learningRate: rate });
    if (this.taskBook.filming) this.setAttribute('learning-rate', String(rate));
    else this.change({ 'learning-rate': rate });
  }

  /** From where it stands. */
  protected override async playOnce(signal: AbortSignal): Promise<void> {
    if (!this.#ready) return;
    if (!this.#run.playing) this.#play();
    await whileGoing(() => this.#run.playing, signal);
    if (this.#run.playing) this.#rest();
  }

  /** What the reader has let learn is looked at when it rests. */
  #rest(): void {
    this.#run.pause();
    this.taskBook.look();
  }

  #play(): void {
    if (this.#run.playing) this.#rest();
    else if (this.#run.atEnd) this.#run.playAgain(this.#state);
    else this.#run.play();
  }

  /** The worker reads what is on the pad. */
  #draw(): void {
    const text = this.#hasPad ? drawingText(this.#pad.strokes) : '';
    if (text === this.#drawn) return;
    this.#drawn = text;
    this.#run.drawing = text === '' ? undefined : { ink: inkOf(this.#pad.strokes), side: inkSide };
  }

  get #hasPad(): boolean {
    return this.#state.data === 'digits';
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const run = this.#run;
    const state = this.#state;
    const change = (next: Readonly<Record<string, string | number | boolean | null>>) => this.change(next);
    const weights = weightsPanel(words, this.drawTheme, run, state, this.#own);
    const stage = html`${this.#strip()} ${this.#own.renderTook()} ${answer(words, run)}
      ${this.#compared.row(words, taskWords[this.language], this.drawTheme, () => {
        this.#compared.clear();
        this.requestUpdate();
      })}
      <div class="learning">
        ${curvesPanel(words)} ${surfacePanel({ words, run, state, turning: this.#turning, change })}
        ${isOfImages(state.data) ? answersPanel(words, run, state) : html`<div class="decision">${weights}</div>`}
        ${this.#hasPad ? padPanel({ words, pad: drawingPad[this.language], view: this.#pad, reading: run.reading }) : nothing}
      </div>`;
    const bench = html`${facts(words, run)} ${runsTable(words, this.#compared.runs)} ${rewindControl(words, this.sharedWords, run)}
      <div class="row">
        ${runButton('step', words.step, this.#ready ? () => run.step() : undefined)}
        ${runButton('other-weights', words.otherWeights, () => this.change({ seed: nextSeed(state.seed) }))}
        ${checkControl(words.fullSpeed, state.fullSpeed, (full) => this.change({ 'full-speed': full }))}
      </div>
      ${isOfImages(state.data) ? html`${weights} ${answersTable(words, run.answers, { names: run.facts?.classNames ?? [], digits: state.data !== 'files' })}` : nothing}
      ${planeControls({ words, shared: this.sharedWords, state, parameterCount: run.facts?.parameterCount, change })} ${this.#own.render()}
      ${settingsControls({ words, shared: this.sharedWords, state, trainSize: run.facts?.trainSize, change })}`;
    return this.frame({ stage, bench, caption: words.caption });
  }

  /** It can go on. */
  get #ready(): boolean {
    return this.#run.standing.kind === 'ready' && !this.#run.progress?.stuck;
  }

  #strip(): TemplateResult {
    const words = this.#words;
    const run = this.#run;
    const { learningRate } = this.#state;
    return html`<div class="strip">
        ${playButton(words, run.playing, this.#ready ? () => this.#play() : undefined)}
        ${runButton(
          'again',
          words.again,
          run.standing.kind === 'downloading'
            ? undefined
            : () => {
                this.#rest();
                run.again(this.#state);
              },
        )}
        <span class="standing" role="status">${runLine(words, digits[this.language], run)}</span>
      </div>
      ${rateControl({ words, shared: this.sharedWords, rate: learningRate, change: (rate) => this.change({ 'learning-rate': rate }), learn: this.#ready ? (rate) => this.#learnAt(rate) : undefined })}`;
  }

  /** Of the images that are learned from. */
  get #inputs(): number | undefined {
    const shape = this.attribute('data') === 'files' ? this.#run.ownImages?.shape : undefined;
    return shape && shape[0] * shape[1];
  }

  protected override vectors() {
    return this.#pictures.vectors;
  }
}

if (!customElements.get('downhill-training')) customElements.define('downhill-training', TrainingFigure);
