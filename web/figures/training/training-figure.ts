import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { digits } from '../../i18n/digits.ts';
import { files } from '../../i18n/files.ts';
import type { Problem } from '../../i18n/shared.ts';
import { type TrainingStrings, training } from '../../i18n/training.ts';
import { kept } from '../base/controls/kept.ts';
import { percent, written } from '../base/controls/numbers.ts';
import { panel } from '../base/controls/panel.ts';
import { type Notice, StateFigure } from '../base/element/state-figure.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import { netExports } from '../base/exports/net-export.ts';
import { panelStyles } from '../base/style/panel-styles.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { playButton, runButton } from '../learning/buttons.ts';
import { nextSeed } from '../learning/rules.ts';
import { answersTable } from './answers-table.ts';
import { settingsControls } from './controls.ts';
import { classSign, classText, OwnData } from './own-data.ts';
import { phasesPanel } from './phases.ts';
import { Pictures } from './pictures.ts';
import { planeControls } from './plane-controls.ts';
import { facts } from './read-out.ts';
import { rewindControl } from './rewind.ts';
import { Run } from './run.ts';
import { notices, runLine } from './standing.ts';
import { isOfImages, readState, type State, stateAttributes } from './state.ts';
import { trainingStyles } from './styles.ts';
import { Turning } from './turning.ts';

/** As many digits as a share may have. */
const longestShare = 0.8888;

/** Chapter 4.5: a two-layer net learns, in a worker, while its loss, its accuracy and its way downhill are drawn. */
export class TrainingFigure extends StateFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [StateFigure.styles, panelStyles, trainingStyles];

  #state: State = readState(this.attribute);
  #run = new Run(this, (news) => this.#pictures?.show(news));
  #pictures: Pictures | undefined;
  #shown = '';
  #seen = '';
  #own = new OwnData(this, {
    run: this.#run,
    state: () => this.#state,
    words: () => ({ training: this.#words, files: files[this.language], shared: this.sharedWords }),
    theme: () => this.drawTheme,
    view: () => this.#pictures?.pointsView,
    change: (state) => this.change(state),
    redraw: () => this.#pictures?.show({ weights: true }),
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
    if (this.hasUpdated) this.#attachPictures();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('dragover', this.#own.dragOver);
    this.removeEventListener('drop', this.#own.drop);
    this.#pictures?.dispose();
    this.#pictures = undefined;
  }

  protected override gone(): void {
    super.gone();
    this.#run.dispose();
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    // As for the canvases of every figure.
    if (this.isConnected) this.#attachPictures();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const shown = `${this.language} ${this.#state.log} ${this.#state.data} ${this.#state.points.length}`;
    const { view, camera } = this.#state;
    const seen = `${view} ${camera.turn} ${camera.tilt}`;
    if (shown !== this.#shown) this.#pictures?.again();
    else if (seen !== this.#seen) this.#pictures?.show({ surface: true });
    this.#shown = shown;
    this.#seen = seen;
  }

  protected override themeChanged(): void {
    this.#pictures?.again();
  }

  override reset(): void {
    super.reset();
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
    const { listingOf } = await import('./listing.ts');
    return () => listingOf(this.#state, this.#run.reports.at(-1)?.phase);
  }

  protected override exports(): FigureExport[] {
    const words = this.#words;
    const { losses, accuracies } = this.#run;
    // Before the first phase its picture is empty.
    const pictures = super.exports().filter(({ id }) => id !== 'png-phase-picture' || this.#run.reports.length > 0);
    return [
      ...pictures,
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

  protected override render(): TemplateResult {
    const words = this.#words;
    const run = this.#run;
    const ready = run.standing.kind === 'ready';
    const over = run.progress?.stuck ?? false;
    return this.frame({
      stage: html`
        <div class="strip">
          ${playButton(words, run.playing, ready && !over ? () => (run.playing ? run.pause() : run.play()) : undefined)}
          ${runButton('step', words.step, ready && !over ? () => run.step() : undefined)}
          ${runButton('again', words.again, run.standing.kind === 'downloading' ? undefined : () => run.again(this.#state))}
          ${runButton('other-weights', words.otherWeights, () => this.change({ seed: nextSeed(this.#state.seed) }))}
          <span class="standing" role="status">${runLine(words, digits[this.language], run)}</span>
        </div>
        ${facts(words, run)} ${rewindControl(words, this.sharedWords, run)}
        <div class="panels">
          ${panel(words.lossTitle, chartPicture('loss', words.lossTitle), html`<span><i class="key each"></i>${words.eachIteration}</span><span><i class="key smooth"></i>${words.smoothed}</span>`)}
          ${this.#surfacePanel()}
          ${panel(words.accuracyTitle, chartPicture('accuracy', words.accuracyTitle), html`<span><i class="key train"></i>${words.train}</span><span><i class="key test"></i>${words.test}</span>`)}
          ${this.#weightsPanel()}
        </div>
        ${planeControls({ words, shared: this.sharedWords, state: this.#state, parameterCount: run.facts?.parameterCount, change: (state) => this.change(state) })}
        <div ?hidden=${!this.#images}>
          ${this.#answersPanel()}
        </div>
        ${phasesPanel(words, run, { disabled: !ready || over, images: this.#images })}
        ${this.#own.render()}
        ${settingsControls({ words, shared: this.sharedWords, state: this.#state, trainSize: run.facts?.trainSize, change: (state) => this.change(state) })}
      `,
      caption: words.caption,
    });
  }

  /** Of the images that are learned from. */
  get #inputs(): number | undefined {
    const shape = this.attribute('data') === 'files' ? this.#run.ownImages?.shape : undefined;
    return shape && shape[0] * shape[1];
  }

  /** What the images are called, and the panel of those that test. */
  #answersPanel(): TemplateResult {
    const words = this.#words;
    const own = this.#state.data === 'files';
    const [title, picture] = own ? [words.ownAnswersTitle(Math.min(16, this.#run.facts?.testSize ?? 16)), words.ownAnswersPicture] : [words.answersTitle, words.answersPicture];
    return html`${panel(title, html`<div class="picture tall"><canvas id="answers" data-title=${title} role="img" aria-label=${picture}></canvas></div>`)}
    ${this.#images ? answersTable(words, this.#run.answers, { names: this.#run.facts?.classNames ?? [], digits: !own }) : nothing}`;
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

  #surfacePanel(): TemplateResult {
    const words = this.#words;
    const { view } = this.#state;
    const { surface } = this.#run.surfaces;
    const { down, move, up } = this.#turning;
    return panel(
      words.surfaceTitle,
      html`<div class="picture">
        <canvas id="surface" data-title=${words.surfaceTitle} role="img" aria-label=${words.surfacePictures[view]} class=${view} @pointerdown=${down} @pointermove=${move} @pointerup=${up} @pointercancel=${up}></canvas>
      </div>`,
      kept(surface ? words.pathShare(percent(surface.pathShare)) : '', words.pathShare(percent(longestShare))),
    );
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

  #attachPictures(): void {
    this.#pictures = new Pictures(this.renderRoot, {
      run: this.#run,
      theme: () => this.drawTheme,
      words: () => this.#words,
      state: () => this.#state,
      stroke: () => this.#own.stroke,
    });
  }

  protected override vectors() {
    return this.#pictures?.vectors ?? [];
  }
}

function chartPicture(id: string, title: string): TemplateResult {
  return html`<div class="picture"><canvas id=${id} data-title=${title} role="img" aria-label=${title}></canvas></div>`;
}

if (!customElements.get('downhill-training')) customElements.define('downhill-training', TrainingFigure);
