import { html, type TemplateResult } from 'lit';
import type { Dataset, Engine, TwoLayerNet } from '../../engine/api/api.ts';
import { type FourStepsStrings, fourSteps } from '../../i18n/four-steps.ts';
import type { Problem } from '../../i18n/shared.ts';
import { taskWords } from '../../i18n/tasks.ts';
import { decimals } from '../base/controls/numbers.ts';
import { DigitsFigure } from '../base/element/digits-figure.ts';
import { picture } from '../base/element/plot.ts';
import type { Notice } from '../base/element/state-figure.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import { type Ghost, ghostRow, withGhost } from '../base/ghosts/ghosts.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { SlicedWork } from '../base/work/sliced-work.ts';
import { runButton } from '../learning/buttons.ts';
import { chapterSettings } from '../learning/chapter-settings.ts';
import { learntNet } from '../learning/learnt-net.ts';
import { rateRule, seedRule } from '../learning/rules.ts';
import { settingControl } from '../learning/settings.ts';
import { drawPhase } from './draw.ts';
import { iterationsTable, litListing, lossTable, phaseList } from './read-out.ts';
import { batchSizes, readState, type State, starts, stateAttributes } from './state.ts';
import { type Iteration, Stepper } from './stepper.ts';
import { fourStepsStyles } from './styles.ts';
import { change, changesOf, worseTask } from './tasks.ts';

const splitSeed = 1;

/** Chapter 4.5: one iteration of the training, phase by phase, and what it does to the loss of all digits. */
export class FourStepsFigure extends DigitsFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [DigitsFigure.styles, fourStepsStyles];

  protected override readonly plots = [
    picture('phase-picture', (context, size) => {
      const iteration = this.#stepper?.iteration;
      if (iteration) drawPhase(context, size, this.drawTheme, iteration, this.#words.weightsRange);
    }),
  ];
  #state: State = readState(this.attribute);
  #train: Dataset | undefined;
  #learning = new SlicedWork<TwoLayerNet>(this);
  #nets = new Map<string, TwoLayerNet>();
  #stepper: Stepper | undefined;
  /** What the stepper was made for. */
  #key = '';
  /** All that are over, since the start was chosen. */
  #iterations: readonly Iteration[] = [];
  #ghosts: readonly Ghost<Iteration>[] = [];
  /** The reader has just let it come to its end. */
  #fresh: Iteration | undefined;

  get #words(): FourStepsStrings {
    return fourSteps[this.language];
  }

  protected readState(): readonly Problem[] {
    this.#state = readState(this.attribute);
    return this.#state.problems;
  }

  protected compute(engine: Engine): void {
    const digits = this.allDigits(engine);
    if (!digits) return;
    this.#train ??= digits.split(chapterSettings.testFraction, splitSeed)[0];
    const { after, batchSize, learningRate, seed } = this.#state;
    const net = this.#learnt(engine, this.#train);
    const key = [after, batchSize, learningRate, seed].join(' ');
    if (!net || key === this.#key) return;
    this.#key = key;
    this.#begin(engine, this.#train, net);
  }

  /** Each net is kept: the starts are gone between. */
  #learnt(engine: Engine, train: Dataset): TwoLayerNet | undefined {
    const { after, seed } = this.#state;
    const key = `${after} ${seed}`;
    const kept = this.#nets.get(key);
    if (kept) return kept;
    const made = this.#learning.of(key, () => learntNet(engine, train, { iterations: Number(after), seed }));
    // While it learns, what is given is the net before.
    if (!made || this.#learning.share !== undefined) return undefined;
    this.#nets.set(key, made);
    return made;
  }

  /** The first mini-batch is drawn at once, so that there is something to see. */
  #begin(engine: Engine, train: Dataset, net: TwoLayerNet): void {
    this.#stepper?.delete();
    this.#stepper = new Stepper(engine, train, net, this.#state);
    this.#iterations = [];
    this.#stepper.step();
  }

  protected override gone(): void {
    super.gone();
    this.#stepper?.delete();
    this.#stepper = undefined;
    this.#key = '';
  }

  /** It stands for what is asked for now. */
  get #ready(): Stepper | undefined {
    const { after, batchSize, learningRate, seed } = this.#state;
    return this.#key === [after, batchSize, learningRate, seed].join(' ') ? this.#stepper : undefined;
  }

  #step(): Iteration {
    const stepper = this.#ready;
    if (!stepper) throw new Error('the net has not learnt yet');
    const iteration = stepper.step();
    if (iteration.after && !stepper.diverged) this.#over(iteration);
    this.requestUpdate();
    return iteration;
  }

  #over(iteration: Iteration): void {
    this.#iterations = [...this.#iterations, iteration];
    this.#ghosts = withGhost(this.#ghosts, `${this.#key} ${iteration.number}`, iteration);
    this.#fresh = iteration;
    this.taskBook.look();
  }

  #whole(): void {
    while (!this.#step().after);
  }

  #again(): void {
    this.#key = '';
    this.requestUpdate();
  }

  override reset(): void {
    super.reset();
    this.#ghosts = [];
    this.#again();
  }

  protected override ownTasks() {
    return [worseTask({ ready: () => this.#ready !== undefined, step: () => this.#step() })];
  }

  protected override ownTaskWords() {
    return this.#words.tasks;
  }

  /** Each iteration is judged once. */
  protected override observed(): Iteration | undefined {
    const fresh = this.#fresh;
    this.#fresh = undefined;
    return fresh;
  }

  protected describe(): string {
    const iteration = this.#stepper?.iteration;
    if (!iteration) return '';
    const words = this.#words;
    const { own, all } = iteration.before;
    const told = words.description(iteration.number, words.phases[iteration.phase], decimals(own, 3), decimals(all, 3));
    const changes = changesOf(iteration);
    return changes ? `${told}${this.sharedWords.gap}${words.descriptionAfter(change(changes.own), change(changes.all))}` : told;
  }

  protected override get status(): string | TemplateResult {
    const { share } = this.#learning;
    return super.status || (share === undefined || this.#ready ? '' : this.#words.getsReady(Math.round(100 * share)));
  }

  protected override notices(): Notice[] {
    return [...super.notices(), ...(this.#stepper?.diverged ? [this.#words.broke] : [])];
  }

  protected async loadCode(): Promise<LoadedCode> {
    const { stepListing } = await import('../learning/step-listing.ts');
    return () => stepListing({ ...this.#state, optimizer: 'sgd' }, this.#stepper?.iteration?.phase);
  }

  protected override exports(): FigureExport[] {
    const words = this.#words;
    const columns = () => {
      const over = this.#iterations;
      const part = (of: (iteration: Iteration) => number | undefined) => over.map((iteration) => of(iteration) ?? Number.NaN);
      return [
        { name: 'iteration', values: part(({ number }) => number) },
        { name: 'batch_size', values: part(({ batchSize }) => batchSize) },
        { name: 'own_before', values: part(({ before }) => before.own) },
        { name: 'own_after', values: part(({ after }) => after?.own) },
        { name: 'all_before', values: part(({ before }) => before.all) },
        { name: 'all_after', values: part(({ after }) => after?.all) },
      ];
    };
    return [...super.exports(), tableExport(columns, { id: 'csv', label: this.sharedWords.table(words.table), filename: 'four-steps.csv', empty: this.#iterations.length === 0 })];
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const { batchSize, after, learningRate, seed } = this.#state;
    const stepper = this.#ready;
    const iteration = this.#stepper?.iteration;
    const go = stepper && !stepper.diverged ? stepper : undefined;
    const choice = <T>(id: string, label: string, values: readonly T[], chosen: T, choose: (value: T) => void) => html`<div role="group" aria-label=${label}>
      <span class="label">${label}</span>
      ${values.map((each) => html`<button type="button" class="preset" id="${id}-${each}" aria-pressed=${each === chosen} @click=${() => choose(each)}>${each}</button>`)}
    </div>`;
    const stage = html`<div class="act">
        <div class="row go">
          <button type="button" class="primary" id="next-phase" ?disabled=${!go} @click=${() => this.#step()}>${words.next(words.phases[go?.phase ?? 'mini-batch'])}</button>
          ${runButton('whole', words.whole, go && (() => this.#whole()))} ${runButton('again', words.again, stepper && (() => this.#again()))}
        </div>
        <div class="choices">
          ${choice('batch', words.batchSize, batchSizes, batchSize, (size) => this.change({ 'batch-size': size }))}
          ${choice('after', words.startAfter, starts, after, (start) => this.change({ after: start }))}
        </div>
      </div>
      <div class="iteration">
        <div>
          ${phaseList(words, iteration)}
          <div class="picture"><canvas id="phase-picture" role="img" data-title=${words.pictureName} aria-label=${words.pictures[iteration?.phase ?? 'mini-batch']} aria-describedby="description"></canvas></div>
        </div>
        ${litListing(words, this.#state, iteration?.phase)} ${lossTable(words, iteration, this.#train?.size ?? 0)}
      </div>
      ${ghostRow({
        ghosts: this.#ghosts,
        words: taskWords[this.language],
        theme: this.drawTheme,
        tell: (ghost) => {
          const { own = Number.NaN, all = Number.NaN } = changesOf(ghost) ?? {};
          return { setting: words.batchOf(ghost.batchSize), answer: words.changes(change(own), change(all)) };
        },
        clear: () => {
          this.#ghosts = [];
          this.requestUpdate();
        },
      })}`;
    const control = settingControl(this.sharedWords, (state) => this.change(state));
    const bench = html`${iterationsTable(words, this.#iterations)}
      <div class="controls">
        ${control(rateRule, words.learningRate, learningRate, { lowest: 1e-3, highest: 10, log: true })} ${control(seedRule, words.seedName, seed, { highest: 100 })}
      </div>`;
    return this.frame({ stage, bench, caption: words.caption });
  }
}

if (!customElements.get('downhill-four-steps')) customElements.define('downhill-four-steps', FourStepsFigure);
