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
import { panel } from '../base/controls/panel.ts';
import { drawingText } from '../base/controls/strokes.ts';
import { type Notice, StateFigure } from '../base/element/state-figure.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import { netExports } from '../base/exports/net-export.ts';
import { type Ghost, ghostRow, ghostStyle, withGhost } from '../base/ghosts/ghosts.ts';
import { panelStyles } from '../base/style/panel-styles.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { playButton, runButton } from '../learning/buttons.ts';
import { nextSeed } from '../learning/rules.ts';
import { whileGoing } from '../learning/while-going.ts';
import { answersTable } from './answers-table.ts';
import type { GhostCurve } from './charts.ts';
import { rateControl, settingsControls } from './controls.ts';
import { classSign, classText, OwnData } from './own-data.ts';
import { padPanel } from './pad-panel.ts';
import { Pictures } from './pictures.ts';
import { planeControls } from './plane-controls.ts';
import { answer, facts, rateText, runsTable } from './read-out.ts';
import { crossingOf, endOf, goal, type RunRecord } from './records.ts';
import { rewindControl } from './rewind.ts';
import { Run } from './run.ts';
import { notices, runLine } from './standing.ts';
import { isOfImages, readState, type State, stateAttributes } from './state.ts';
import { trainingStyles } from './styles.ts';
import { surfacePanel } from './surface-panel.ts';
import { judgeFirst, judgeTooLarge, type Runs, tasksOf } from './tasks.ts';
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
    (before) => this.#begins(before),
  );
  /** Runs that differ from the one on its way in the rate alone. */
  #ghosts: readonly Ghost<RunRecord>[] = [];
  /** The run that stands was begun by a film. */
  #shownRun = false;
  /** What the tasks last said by themselves. */
  #judged = '';
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
    ghosts: () => this.#ghostCurves,
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
    const shown = `${this.language} ${this.#state.log} ${this.#state.data} ${this.#state.points.length} ${this.#ghosts.length}`;
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
    this.#ghosts = [];
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
    const words = this.#words;
    const { losses, accuracies } = this.#run;
    return [
      // An empty pad is no picture.
      ...super.exports().filter(({ id }) => id !== 'png-pad' || this.#pad.strokes.length > 0),
      tableExport(
        () => [
          { name: 'iteration', values: Array.from(losses, (_, i) => i + 1) },
          { name: 'loss', values: losses },
        ],
        {
          id: 'csv-loss',
          label: this.sharedWords.table(words.lossTitle),
          filename: 'training-loss.csv',
        },
      ),
      tableExport(
        () => [
          { name: 'iteration', values: accuracies.map(({ iteration }) => iteration) },
          { name: 'train', values: accuracies.map(({ train }) => train) },
          { name: 'test', values: accuracies.map(({ test }) => test) },
        ],
        { id: 'csv-accuracy', label: this.sharedWords.table(words.accuracyTitle), filename: 'training-accuracy.csv' },
      ),
      ...netExports(this.#run, this.#state.activation, 'training', this.sharedWords.netFiles),
    ];
  }

  protected override ownTasks() {
    return tasksOf({
      learn: (rate) => this.#learnAt(rate),
      // The reader's own may have the same rate.
      run: () => (this.#shownRun ? this.#current : undefined),
    });
  }

  protected override ownTaskWords() {
    return this.#words.tasks;
  }

  /** Of the digits alone: the question is about reading them. */
  protected override observed(): Runs | undefined {
    const { filming } = this.taskBook;
    const runs = this.#state.data === 'digits' ? this.#runs.filter(({ shown }) => shown === filming) : [];
    return runs.length > 0 ? runs : undefined;
  }

  /** While a run goes on it is looked at once more when that answers a question; a hint can wait until it rests. */
  #judgeAtOnce(): void {
    const runs = this.observed() ?? [];
    const judged = [judgeFirst(runs), judgeTooLarge(runs)].map((verdict) => verdict?.kind === 'found').join();
    const answers = judged !== this.#judged && judged.includes('true');
    this.#judged = judged;
    if (answers) this.taskBook.look();
  }

  /** Those that are compared, the one on its way last. */
  get #runs(): Runs {
    const current = this.#current;
    return [...this.#ghosts.map(({ of }) => of), ...(current ? [current] : [])];
  }

  get #current(): RunRecord | undefined {
    const { record } = this.#run;
    return record && { ...record, shown: this.#shownRun };
  }

  get #ghostCurves(): readonly GhostCurve[] {
    const theme = this.drawTheme;
    return this.#ghosts.map(({ place, of }) => ({ name: rateText(this.#words, of), style: ghostStyle(theme, place), losses: of.losses, accuracies: of.accuracies }));
  }

  /** Another run is there: the one before stays. */
  #begins(before: Omit<RunRecord, 'shown'> | undefined): void {
    if (before) this.#ghosts = withGhost(this.#ghosts, `${before.rate} ${before.steady}`, { ...before, shown: this.#shownRun });
    this.#shownRun = this.taskBook.filming;
  }

  /** A run of other settings makes those before it no ghosts of its. */
  protected override prepare(): void {
    const { of } = this.#run;
    if (of !== undefined && this.#ghosts.some((ghost) => ghost.of.of !== of)) this.#ghosts = this.#ghosts.filter((ghost) => ghost.of.of === of);
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
    const stage = html`${this.#strip()} ${this.#own.renderTook()} ${answer(words, run)}
      ${ghostRow({
        ghosts: this.#ghosts,
        words: taskWords[this.language],
        theme: this.drawTheme,
        tell: (record) => ({ setting: rateText(words, record), answer: this.#answerOf(record) }),
        clear: () => {
          this.#ghosts = [];
          this.requestUpdate();
        },
      })}
      <div class="learning">
        <section class="panel curves">
          ${chartPicture('loss', words.lossTitle)}
          <div class="legend"><span><i class="key train"></i>${words.train}</span><span><i class="key test"></i>${words.test}</span></div>
          ${chartPicture('accuracy', words.accuracyTitle)}
        </section>
        ${surfacePanel({ words, run, state, turning: this.#turning, change })} ${this.#images ? this.#answersPanel() : html`<div class="decision">${this.#weightsPanel()}</div>`}
        ${this.#hasPad ? padPanel({ words, pad: drawingPad[this.language], view: this.#pad, reading: run.reading }) : nothing}
      </div>`;
    const bench = html`${facts(words, run)} ${runsTable(words, this.#runs)} ${rewindControl(words, this.sharedWords, run)}
      <div class="row">
        ${runButton('step', words.step, this.#ready ? () => run.step() : undefined)}
        ${runButton('other-weights', words.otherWeights, () => this.change({ seed: nextSeed(state.seed) }))}
        ${checkControl(words.fullSpeed, state.fullSpeed, (full) => this.change({ 'full-speed': full }))}
      </div>
      ${this.#images ? html`${this.#weightsPanel()} ${this.#answersTable()}` : nothing}
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

  #answerOf(record: RunRecord): string {
    const crossing = crossingOf(record);
    if (crossing !== undefined) return this.#words.crossedShort(percent(goal, 0), String(crossing));
    return this.#words.endShort(percent(endOf(record) ?? 0, 1), String(record.iterations));
  }

  /** Of the images that are learned from. */
  get #inputs(): number | undefined {
    const shape = this.attribute('data') === 'files' ? this.#run.ownImages?.shape : undefined;
    return shape && shape[0] * shape[1];
  }

  /** The images that test, each with what is read in it. */
  #answersPanel(): TemplateResult {
    const words = this.#words;
    const own = this.#state.data === 'files';
    const [title, picture] = own ? [words.ownAnswersTitle(Math.min(16, this.#run.facts?.testSize ?? 16)), words.ownAnswersPicture] : [words.answersTitle, words.answersPicture];
    return html`<section class="panel tests">
      <h3>${title}</h3>
      <div class="picture"><canvas id="answers" data-title=${title} role="img" aria-label=${picture}></canvas></div>
    </section>`;
  }

  #answersTable(): TemplateResult {
    return answersTable(this.#words, this.#run.answers, { names: this.#run.facts?.classNames ?? [], digits: this.#state.data !== 'files' });
  }

  /** What the classes of the points are called. */
  #decisionLegend(): TemplateResult {
    const words = this.#words;
    const names = this.#run.facts?.points ? this.#run.facts.classNames : [];
    return html`<span>${words.decisionLegend}</span>${names.map((name, k) => html`<span>${classSign(this.drawTheme, k)} ${classText(words, name)}</span>`)}`;
  }

  /** Room is kept for them also before the first run. */
  get #images(): boolean {
    return isOfImages(this.#state.data);
  }

  /** The weights as images; for points of the plane, what the net answers where. */
  #weightsPanel(): TemplateResult {
    const words = this.#words;
    const { down, move, up } = this.#own;
    const [title, picture] = this.#images ? [words.weightsTitle, words.weightsPicture] : [words.decisionTitle, words.decisionPicture];
    return panel(
      title,
      html`<div class="picture">
        <canvas id="weights" data-title=${title} role="img" aria-label=${picture} class=${this.#state.data === 'points' ? 'paint' : ''} @pointerdown=${down} @pointermove=${move} @pointerup=${up} @pointercancel=${up}></canvas>
      </div>`,
      this.#images ? nothing : this.#decisionLegend(),
    );
  }

  protected override vectors() {
    return this.#pictures.vectors;
  }
}

function chartPicture(id: string, title: string): TemplateResult {
  return html`<div class="picture ${id}"><canvas id=${id} data-title=${title} role="img" aria-label=${title}></canvas></div>`;
}

if (!customElements.get('downhill-training')) customElements.define('downhill-training', TrainingFigure);
