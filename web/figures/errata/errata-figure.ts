import { html, type TemplateResult } from 'lit';
import type { DrawContext } from '../../draw/draw-context.ts';
import type { Size } from '../../draw/view.ts';
import type { Engine } from '../../engine/api/api.ts';
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
import { formPanel, mistakeList, numbersTable } from './parts.ts';
import { readState, type State, stateAttributes } from './state.ts';
import { errataStyles } from './styles.ts';
import { columnsOf } from './tables.ts';
import { isTrainingMistake, TrainingRuns } from './training-runs.ts';

/** The mistakes of the post, each run beside the right form. */
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

  get #words(): ErrataStrings {
    return errata[this.language];
  }

  protected readState(): readonly Problem[] {
    this.#state = readState(this.attribute);
    return this.#state.problems;
  }

  protected compute(engine: Engine): void {
    const { mistake } = this.#state;
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
    if (!failure || !isTrainingMistake(this.#state.mistake)) return super.notices();
    const { error } = failure;
    const text = error instanceof DownloadError ? downloadProblem(digits[this.language], error.problem) : this.sharedWords.computationFailed(messageOf(error));
    return [...super.notices(), html`${text} <button type="button" id="retry" @click=${() => this.#runs.tryAgain()}>${this.sharedWords.retry}</button>`];
  }

  protected override get status(): string | TemplateResult {
    const { progress, share } = this.#runs;
    if (super.status || !isTrainingMistake(this.#state.mistake)) return super.status;
    if (progress) return downloadLine(digits[this.language], progress);
    return share === undefined ? '' : this.#words.computing(percent(share, 0));
  }

  #draw(context: DrawContext, size: Size, form: Form): void {
    const { engine } = this;
    const f = this.#function?.current;
    if (!engine || !f || !this.#outcome) return;
    drawForm(context, size, this.drawTheme, { picture: this.#outcome.picture, form, words: this.#words, contours: (view) => this.#contours.of(engine, f, view) });
  }

  protected describe(): string {
    const words = this.#words;
    const { mistake, wrongShown } = this.#state;
    if (!this.#outcome) return '';
    const { gap } = this.sharedWords;
    const rows = this.#outcome.rows.map(({ name, right, wrong }) => words.row(words.rows[name], right, wrongShown ? wrong : undefined)).join(gap);
    return words.description(words.mistakes[mistake].name, words.mistakes[mistake].what, rows);
  }

  protected async loadCode(): Promise<LoadedCode> {
    return () => {
      const words = this.#words;
      const { right, wrong, cpp } = lines[this.#state.mistake];
      return { numpy: { functions: [`# ${words.wrong}\n${wrong}`, `# ${words.right}\n${right}`] }, cpp: { functions: [`// ${words.right}\n${cpp}`] } };
    };
  }

  protected override exports(): FigureExport[] {
    const words = this.#words;
    const outcome = this.#outcome;
    if (!outcome) return [];
    const pictures = outcome.picture.kind === 'message' ? [] : super.exports();
    return [...pictures, tableExport(() => columnsOf(outcome, words.rows), { id: 'csv', label: this.sharedWords.table(words.numbers), filename: `${this.#state.mistake}.csv` })];
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const { mistake, wrongShown } = this.#state;
    const { what, notice } = words.mistakes[mistake];
    const body = html`<div class="errata">
      ${mistakeList(words, this.engine?.errata.list ?? [], mistake, (chosen) => this.change({ mistake: chosen }))}
      <div id="mistake" role="tabpanel" aria-labelledby="mistake-${mistake}">
        <p id="what">${what}</p>
        ${checkControl(words.both, wrongShown, (checked) => this.change({ form: checked ? null : 'right' }))}
        <div class=${wrongShown ? 'panels' : 'panels right-alone'}>${formPanel(words, 'right', mistake, this.#outcome)} ${formPanel(words, 'wrong', mistake, this.#outcome)}</div>
        ${numbersTable(words, this.#outcome, wrongShown)}
        <p id="notice"><b>${words.howToNotice}</b> ${notice}</p>
      </div>
    </div>`;
    return this.frame({ stage: body, caption: words.caption });
  }
}

if (!customElements.get('downhill-errata')) customElements.define('downhill-errata', ErrataFigure);
