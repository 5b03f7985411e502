import { html, type TemplateResult } from 'lit';
import { type ColourTable, colourTable } from '../../draw/colour-table.ts';
import type { DrawContext } from '../../draw/draw-context.ts';
import { largestMagnitude } from '../../draw/image.ts';
import type { Range, Size } from '../../draw/view.ts';
import type { Dataset, Engine } from '../../engine/api/api.ts';
import { laneNames } from '../../engine/protocol/race-types.ts';
import { type RaceStrings, race } from '../../i18n/race.ts';
import type { Problem } from '../../i18n/shared.ts';
import { kept } from '../base/controls/kept.ts';
import { counted, written } from '../base/controls/numbers.ts';
import { DigitsFigure } from '../base/element/digits-figure.ts';
import { picture } from '../base/element/plot.ts';
import type { Notice } from '../base/element/state-figure.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import { panelStyles } from '../base/style/panel-styles.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { playButton, runButton } from '../learning/buttons.ts';
import { seedRule } from '../learning/rules.ts';
import { settingControl } from '../learning/settings.ts';
import { whileGoing } from '../learning/while-going.ts';
import { Course } from './course.ts';
import { drawWeights } from './draw.ts';
import { drawTrack } from './draw-track.ts';
import { guessControl } from './guess.ts';
import { answerOf, distanceTold, durationOf, gainOf, lanesTable, longest } from './lanes.ts';
import { iterations, measureOf } from './measure.ts';
import { batchRule, courseOf, hiddenRule, readState, type State, stateAttributes } from './state.ts';
import { raceStyles } from './styles.ts';
import { type Guess, guessTask } from './tasks.ts';

const digitClasses = 10;
/** Until the race tells its own. */
const chapterParameters = 39_760;

/** Chapter 4.5.2: the gradient of one loss by three ways, each really worked out. */
export class RaceFigure extends DigitsFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [DigitsFigure.styles, panelStyles, raceStyles];

  #state: State = readState(this.attribute);
  #data: Dataset | undefined;
  #raced = courseOf(this.#state);
  #course = new Course(() => this.#news());
  /** The reader has guessed, and was not judged for it yet. */
  #guessed = false;
  #measured = false;
  #task = guessTask({
    text: (seconds) => durationOf(this.#words, seconds),
    ready: () => this.#data !== undefined,
    start: () => this.#course.going || this.#toggle(),
    measured: () => measureOf(this.#course.progress),
  });

  get #words(): RaceStrings {
    return race[this.language];
  }

  protected readState(): readonly Problem[] {
    this.#state = readState(this.attribute);
    // Another net or another batch is another race.
    if (courseOf(this.#state) !== this.#raced) {
      this.#raced = courseOf(this.#state);
      this.#forget();
    }
    return this.#state.problems;
  }

  protected compute(engine: Engine): void {
    this.#data = this.allDigits(engine);
  }

  override reset(): void {
    this.#again();
    super.reset();
  }

  #toggle = (): void => {
    if (!this.#data) return;
    if (this.#course.going) this.#course.pause();
    else this.#course.start(this.#data, this.#state);
    this.requestUpdate();
  };

  /** From the start, or on from where it runs. */
  protected override async playOnce(signal: AbortSignal): Promise<void> {
    if (!this.#data) return;
    if (!this.#course.going) {
      this.#again();
      this.#course.start(this.#data, this.#state);
    }
    await whileGoing(() => this.#course.going, signal);
    this.#course.pause();
    this.requestUpdate();
  }

  #again = (): void => {
    this.#forget();
    this.requestUpdate();
  };

  #forget(): void {
    this.#course.forget();
    this.#measured = false;
  }

  /** What was guessed before can be judged as soon as the race has told enough. */
  #news(): void {
    this.requestUpdate();
    if (this.#measured || !measureOf(this.#course.progress)) return;
    this.#measured = true;
    this.taskBook.look();
  }

  #guess(seconds: number): void {
    this.#guessed = true;
    this.change({ guess: seconds });
  }

  protected override ownTasks() {
    return [this.#task];
  }

  protected override ownTaskWords() {
    return this.#words.tasks;
  }

  /** The bench says what the training takes: who has it open does not guess. */
  protected override observed(): Guess | undefined {
    const measure = measureOf(this.#course.progress);
    if (!measure) return undefined;
    const { filming } = this.taskBook;
    const guessed = filming || this.#guessed;
    this.#guessed = false;
    return guessed ? { ...measure, guess: this.#state.guess, peeked: !filming && this.hasAttribute('bench') } : undefined;
  }

  protected override notices(): Notice[] {
    return [...super.notices(), ...this.#course.notices(this.#words)];
  }

  protected override visibilityChanged(): void {
    super.visibilityChanged();
    this.#course.visible = this.visible;
  }

  protected override gone(): void {
    super.gone();
    this.#course.forget();
  }

  protected override readonly plots = [
    picture('track', (context, size) => this.#drawTrack(context, size), { lines: true }),
    picture('gradient', (context, size) => {
      const largest = largestMagnitude(this.#gradient);
      this.#drawPicture(context, size, this.#gradient, colourTable(this.drawTheme.dark ? 'diverging-dark' : 'diverging-light'), [-largest, largest]);
    }),
    picture('difference', (context, size) => {
      this.#drawPicture(context, size, this.#difference, colourTable('cividis'), [0, largestMagnitude(this.#difference)]);
    }),
  ];

  #drawTrack(context: DrawContext, size: Size): void {
    const words = this.#words;
    const { progress } = this.#course;
    const parameterCount = progress?.parameterCount ?? chapterParameters;
    const runners = laneNames.map((name) => {
      const lane = progress?.lanes[name];
      return { name: words.lanes[name], gradients: lane ? lane.gradients + lane.parameters / parameterCount : 0, told: lane ? distanceTold(words, lane, parameterCount) : '' };
    });
    drawTrack(context, size, this.drawTheme, { runners, parameterCount, last: iterations, marks: words.marks });
  }

  get #gradient(): ArrayLike<number> {
    return this.#course.progress?.picture?.gradient ?? [];
  }

  get #difference(): ArrayLike<number> {
    return this.#course.progress?.picture?.difference ?? [];
  }

  #drawPicture(context: CanvasRenderingContext2D, size: Size, values: ArrayLike<number>, table: ColourTable, range: Range): void {
    const { hidden, output } = this.#words;
    drawWeights(context, size, this.drawTheme, { values, hiddenSize: this.#state.hiddenSize, outputs: digitClasses, table, range, names: { hidden, output } });
  }

  get #agreement(): string {
    const agreement = this.#course.progress?.agreement;
    return agreement ? this.#words.agreement(counted(agreement.count), written(agreement.largest, 2)) : this.#words.noAgreement;
  }

  protected describe(): string {
    const words = this.#words;
    const progress = this.#course.progress;
    if (!progress) return '';
    const lanes = laneNames.map((name) => words.laneText(words.lanes[name], distanceTold(words, progress.lanes[name], progress.parameterCount)));
    return words.description(lanes, answerOf(words, progress, this.#state.guess));
  }

  protected async loadCode(): Promise<LoadedCode> {
    const { listing } = await import('./listing.ts');
    return () => listing;
  }

  protected override exports(): FigureExport[] {
    const lanes = this.#course.progress?.lanes;
    const columns = () => {
      if (!lanes) return [];
      const column = (name: 'gradients' | 'parameters' | 'milliseconds' | 'rate') => ({ name, values: laneNames.map((lane) => lanes[lane][name]) });
      return [{ name: 'lane', values: [...laneNames] }, column('gradients'), column('parameters'), column('milliseconds'), column('rate')];
    };
    return [...super.exports(), tableExport(columns, { id: 'csv', label: this.sharedWords.table(this.#words.table), filename: 'race.csv', empty: !lanes })];
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const { guess, batchSize, hiddenSize, seed } = this.#state;
    const control = settingControl(this.sharedWords, (state) => this.change(state));
    const largest = (values: ArrayLike<number>, legend: (text: string) => string) => (values.length > 0 ? legend(written(largestMagnitude(values), 2)) : words.notYet);
    const image = (id: string, label: string, name: string, legend: string, longest: string) => html`<div>
      <div class="plot"><canvas id=${id} role="img" data-title=${name} aria-label=${label}></canvas></div>
      <div class="label">${kept(legend, longest)}</div>
    </div>`;
    const stage = html`<div class="course"><canvas id="track" role="img" data-title=${words.trackName} aria-label=${words.track} aria-describedby="description"></canvas></div>
      ${guessControl(words, guess, (seconds) => this.#guess(seconds))}
      <div class="strip">
        ${playButton(words, this.#course.going, this.#data && this.#toggle)} ${runButton('again', words.again, this.#course.progress && this.#again)}
      </div>
      <p class="answer" id="answer">${kept(answerOf(words, this.#course.progress, guess), longest.answer(words))}</p>`;
    const bench = html`${lanesTable(words, this.#course.progress)}
      <p id="agreement">${kept(this.#agreement, words.agreement(longest.count, longest.number))}</p>
      <p id="gain">${kept(gainOf(words, this.#course.progress), longest.gain(words))}</p>
      <div class="images">
        ${image('gradient', words.gradient, words.gradientName, largest(this.#gradient, words.gradientLegend), words.gradientLegend(longest.number))}
        ${image('difference', words.difference, words.differenceName, largest(this.#difference, words.differenceLegend), words.differenceLegend(longest.number))}
      </div>
      <div class="controls">
        ${control(batchRule, words.batchSize, batchSize)}
        ${control(hiddenRule, words.hiddenSize, hiddenSize)} ${control(seedRule, words.seed, seed)}
      </div>`;
    return this.frame({ stage, bench, caption: words.caption(batchSize) });
  }
}

if (!customElements.get('downhill-race')) customElements.define('downhill-race', RaceFigure);
