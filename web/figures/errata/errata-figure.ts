import { html, type TemplateResult } from 'lit';
import type { DrawContext } from '../../draw/draw-context.ts';
import type { Size } from '../../draw/view.ts';
import type { Engine, ErratumId } from '../../engine/api/api.ts';
import { DownloadError } from '../../engine/data/digits-download.ts';
import { digits } from '../../i18n/digits.ts';
import { type ErrataStrings, errata } from '../../i18n/errata.ts';
import type { Problem } from '../../i18n/shared.ts';
import { checkControl } from '../base/controls/controls.ts';
import { percent } from '../base/controls/numbers.ts';
import { EngineFigure } from '../base/element/engine-figure.ts';
import { picture } from '../base/element/plot.ts';
import type { Notice } from '../base/element/state-figure.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import { Contours } from '../base/plane/field.ts';
import { FunctionChoice } from '../base/plane/function-of-two.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { downloadLine, downloadProblem } from '../base/work/download-words.ts';
import { messageOf } from '../base/work/failure.ts';
import { Remembered } from '../base/work/remembered.ts';
import { drawForm, type Form } from './draw.ts';
import { lines } from './lines.ts';
import { type Outcome, outcomeOf, trainingOutcome } from './outcome.ts';
import { mistakeList, numbersTable, pairOfPrograms } from './parts.ts';
import { answered, begun, next, type Quiz } from './quiz.ts';
import { mistakes, readState, type State, stateAttributes } from './state.ts';
import { errataStyles } from './styles.ts';
import { columnsOf } from './tables.ts';
import { spotTask } from './tasks.ts';
import { isTrainingMistake, TrainingRuns } from './training-runs.ts';

/** The mistakes of the post, each run beside the right form: the reader says which is which, or chooses one by its name. */
export class ErrataFigure extends EngineFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [EngineFigure.styles, errataStyles];

  #state: State = readState(this.attribute);
  /** The chapter's f. */
  #function: FunctionChoice | undefined;
  #outcomes = new Remembered<Outcome>();
  #outcome: Outcome | undefined;
  #runs = new TrainingRuns(this);
  #contours = new Contours();
  protected override readonly plots = (['right', 'wrong'] as const).map((form) => picture(form, (context, size) => this.#draw(context, size, form), { lines: true }));

  #quiz = begun(tossed());
  /** That of *Show me*. */
  #shownQuiz = this.#quiz;
  #judged: Quiz | undefined;
  #task = spotTask({
    begin: () => {
      this.#shownQuiz = begun(tossed());
    },
    ready: () => this.#outcome !== undefined,
    answer: () => {
      this.#shownQuiz = answered(this.#shownQuiz, 'right');
    },
    next: () => {
      this.#shownQuiz = next(this.#shownQuiz, tossed());
    },
  });

  get #words(): ErrataStrings {
    return errata[this.language];
  }

  protected readState(): readonly Problem[] {
    this.#state = readState(this.attribute);
    return this.#state.problems;
  }

  get #asked(): Quiz {
    return this.taskBook.filming ? this.#shownQuiz : this.#quiz;
  }

  /** That is shown, with its name or without. */
  get #mistake(): ErratumId {
    return this.#state.mistake ?? this.#asked.queue[0] ?? 'quiver';
  }

  /** It is said which form is right. */
  get #named(): boolean {
    return this.#state.mistake !== undefined || this.#asked.answer !== undefined;
  }

  protected override ownTasks() {
    return [this.#task];
  }

  protected override ownTaskWords() {
    return this.#words.tasks;
  }

  /** Each answer once. */
  protected override observed(): Quiz | undefined {
    const asked = this.#asked;
    if (this.#state.mistake !== undefined || asked === this.#judged) return undefined;
    this.#judged = asked;
    return asked;
  }

  /** `mistake`: that was on the screen; as a film stops, another may be asked than what is still shown. */
  async #pick(mistake: ErratumId, form: Form): Promise<void> {
    this.#letGo();
    this.requestUpdate();
    if (this.#named || mistake !== this.#mistake) return;
    this.#quiz = answered(this.#quiz, form);
    this.taskBook.look();
    await this.#focus('#next');
  }

  /** From a mistake that was chosen by its name back to the questions, or from one question to the next. */
  #goOn = async (): Promise<void> => {
    this.#letGo();
    if (this.#state.mistake !== undefined) this.change({ mistake: null, form: null });
    else if (this.#quiz.answer) this.#quiz = next(this.#quiz, tossed());
    this.requestUpdate();
    await this.#focus('#pick-1');
  };

  /** Of the button that was pressed, which goes: to take one away that has the focus, the browser would lay out the half-made page. */
  #letGo(): void {
    (this.shadowRoot?.activeElement as HTMLElement | null | undefined)?.blur();
  }

  /** The keyboard's place is now at what comes next. */
  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }

  protected compute(engine: Engine): void {
    const mistake = this.#mistake;
    this.#function ??= new FunctionChoice(engine);
    const f = this.#function.current;
    // Numbers of another mistake must not stay.
    this.#outcome = undefined;
    if (isTrainingMistake(mistake)) {
      const runs = this.#runs.of(engine, mistake);
      this.#outcome = runs && trainingOutcome(runs);
    } else {
      this.#outcome = this.#outcomes.of([mistake], () => outcomeOf(engine, f, mistake));
    }
  }

  protected override notices(): Notice[] {
    const { failure } = this.#runs;
    if (!failure || !isTrainingMistake(this.#mistake)) return super.notices();
    const { error } = failure;
    const text = error instanceof DownloadError ? downloadProblem(digits[this.language], error.problem) : this.sharedWords.computationFailed(messageOf(error));
    return [...super.notices(), html`${text} <button type="button" id="retry" @click=${() => this.#runs.tryAgain()}>${this.sharedWords.retry}</button>`];
  }

  protected override get status(): string | TemplateResult {
    const { progress, share } = this.#runs;
    if (super.status || !isTrainingMistake(this.#mistake)) return super.status;
    if (progress) return downloadLine(digits[this.language], progress);
    return share === undefined ? '' : this.#words.computing(percent(share, 0));
  }

  #draw(context: DrawContext, size: Size, form: Form): void {
    const { engine } = this;
    const f = this.#function?.current;
    if (!engine || !f || !this.#outcome) return;
    drawForm(context, size, this.drawTheme, {
      picture: this.#outcome.picture,
      form,
      named: this.#named,
      words: this.#words,
      contours: (view) => this.#contours.of(engine, f, view),
    });
  }

  protected describe(): string {
    const words = this.#words;
    const { wrongShown } = this.#state;
    const mistake = this.#mistake;
    if (!this.#outcome) return '';
    if (!this.#named) return words.unnamed;
    const { gap } = this.sharedWords;
    const rows = this.#outcome.rows.map(({ name, right, wrong }) => words.row(words.rows[name], right, wrongShown ? wrong : undefined)).join(gap);
    return words.description(words.mistakes[mistake].name, words.mistakes[mistake].what, rows);
  }

  protected async loadCode(): Promise<LoadedCode> {
    return () => {
      const words = this.#words;
      const { right, wrong, cpp } = lines[this.#mistake];
      return { numpy: { functions: [`# ${words.wrong}\n${wrong}`, `# ${words.right}\n${right}`] }, cpp: { functions: [`// ${words.right}\n${cpp}`] } };
    };
  }

  protected override exports(): FigureExport[] {
    const words = this.#words;
    const outcome = this.#outcome;
    if (!outcome) return [];
    const pictures = outcome.picture.kind === 'message' ? [] : super.exports();
    return [...pictures, tableExport(() => columnsOf(outcome, words.rows), { id: 'csv', label: this.sharedWords.table(words.numbers), filename: `${this.#mistake}.csv` })];
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const mistake = this.#mistake;
    const stage = html`${pairOfPrograms(words, {
      mistake,
      outcome: this.#outcome,
      rightFirst: this.#state.mistake !== undefined || this.#asked.rightFirst,
      named: this.#named,
      wrongShown: this.#state.wrongShown || !this.#named,
      pick: (form) => void this.#pick(mistake, form),
    })}
      ${this.#verdict()}`;
    const bench = html`<div class="errata">
      ${mistakeList(words, this.engine?.errata.list ?? [], this.#named ? mistake : undefined, (chosen) => this.change({ mistake: chosen }))}
      <div id="mistake" role="tabpanel" aria-label=${this.#named ? words.mistakes[mistake].name : words.unnamed}>${this.#details()}</div>
    </div>`;
    return this.frame({ stage, bench, caption: words.caption });
  }

  #verdict(): TemplateResult {
    const words = this.#words;
    const { spotted, answer } = this.#asked;
    if (!this.#named) return html`<p class="answer" id="answer">${words.asked(spotted, mistakes.length)}</p>`;
    const { name, what } = words.mistakes[this.#mistake];
    const chosen = this.#state.mistake !== undefined;
    const verdict = answer && !chosen ? (answer === 'right' ? words.spotted : words.missed) : undefined;
    return html`<div class="verdict">
      <p class="answer" id="answer"><strong>${words.named(name, verdict)}</strong>${this.sharedWords.gap}<span id="what">${what}</span></p>
      <button type="button" class="primary" id="next" @click=${this.#goOn}>${chosen ? words.toQuestions : spotted === mistakes.length ? words.again : words.next(spotted, mistakes.length)}</button>
    </div>`;
  }

  #details(): TemplateResult {
    const words = this.#words;
    const { wrongShown } = this.#state;
    if (!this.#named) return html`<p>${words.unnamed}</p>`;
    return html`${checkControl(words.both, wrongShown, (checked) => this.change({ mistake: this.#mistake, form: checked ? null : 'right' }))}
      ${numbersTable(words, this.#outcome, wrongShown)}
      <p id="notice"><b>${words.howToNotice}</b> ${words.mistakes[this.#mistake].notice}</p>`;
  }
}

/** Heads: the right program stands first. */
function tossed(): boolean {
  return Math.random() < 0.5;
}

if (!customElements.get('downhill-errata')) customElements.define('downhill-errata', ErrataFigure);
