import { html, nothing, type TemplateResult } from 'lit';
import type { TaskStrings } from '../../../i18n/tasks.ts';
import { type Filmed, Projector } from './film.ts';
import { foundStore } from './found-store.ts';
import { type Film, FilmStopped, type FoundDetail, type Task, type TaskWords, type Verdict } from './task.ts';

/** So many misses of one kind before a hint: the reader is to try first. */
const missesBeforeHint = 3;

export interface TaskBookOptions<Seen> {
  /** The figure's kind. */
  readonly figure: string;
  readonly tasks: readonly Task<Seen>[];
  /** The attempt that the figure shows now; undefined where it shows none. */
  readonly observe: () => Seen | undefined;
  readonly words: () => TaskStrings;
  readonly wordsOf: (task: string) => TaskWords;
  /** What answers the question, in words that the page has given; '' where it has not. Told until the reader has found it. */
  readonly solution: () => string;
  /** Changes the figure's attributes without their counting as the reader's work. */
  readonly apply: (state: Parameters<Film['set']>[0]) => void;
}

export type TaskHost = Filmed & { requestUpdate(): void };

/** Until a press has been painted. */
const answerMilliseconds = 50;

/** Older attempts are forgotten. */
const longestTrail = 50;

/** About as long as the sentence will be, so that its room can be kept: what lies below must not jump under the reader's hand. */
function lengthOf(sentence: (...numbers: string[]) => string): string {
  return sentence(...Array<string>(sentence.length).fill('0.000'));
}

/** The tasks of one figure: asked, judged after what the reader does, shown on demand; what was found is kept. */
export class TaskBook<Seen> {
  #host: TaskHost;
  #options: TaskBookOptions<Seen>;
  #at = 0;
  #misses: { readonly hint: string; readonly count: number } | undefined;
  /** The last verdict that is told, and for which task; of a near miss that is too early for its hint no more than that it is one. */
  #told: { readonly task: string; readonly verdict: Verdict; readonly shown: boolean; readonly early?: boolean } | undefined;
  #film: Projector | undefined;
  /** The reader's attempts, and those of the film that plays: neither counts for the other. */
  #trail: Seen[] = [];
  #filmTrail: Seen[] = [];
  /** The film that plays has come to what it shows. */
  #filmFound = false;

  constructor(host: TaskHost, options: TaskBookOptions<Seen>) {
    this.#host = host;
    this.#options = options;
    this.#at = Math.max(
      0,
      options.tasks.findIndex(({ id }) => !foundStore.has(options.figure, id)),
    );
  }

  /** For scripts of the page: each task, in the figure's language. */
  get list(): readonly { readonly id: string; readonly text: string; readonly found: boolean }[] {
    const { tasks, figure, wordsOf } = this.#options;
    return tasks.map(({ id }) => ({ id, text: wordsOf(id).text, found: foundStore.has(figure, id) }));
  }

  /** A film plays the solution. */
  get filming(): boolean {
    return this.#film?.running ?? false;
  }

  /** After something that the reader did, or, while a film plays, that it did. */
  look(): void {
    const { tasks, observe } = this.#options;
    const seen = observe();
    if (seen === undefined) return;
    const trail = this.filming ? this.#filmTrail : this.#trail;
    trail.push(seen);
    if (trail.length > longestTrail) trail.shift();
    for (const [at, task] of tasks.entries()) {
      // What is found by the way counts, too; a hint is for the question that is asked.
      const verdict = this.filming && at !== this.#at ? undefined : task.judge(trail);
      if (verdict?.kind === 'found') this.#find(task, verdict, at);
      else if (verdict && at === this.#at && !this.filming) this.#miss(task, verdict);
    }
  }

  stop(): void {
    this.#film?.stop();
  }

  /** The question, how it stands, and what can be done about it. */
  render(): TemplateResult {
    const { tasks, figure } = this.#options;
    const task = tasks[this.#at];
    if (!task) return html``;
    const words = this.#options.words();
    const { text, found, hints } = this.#options.wordsOf(task.id);
    const done = foundStore.has(figure, task.id);
    const solution = this.#options.solution();
    return html`<div class="task" part="question">
      <p class="ask" part="ask">${done ? html`<span class="tick" role="img" aria-label=${words.done}>✓</span> ` : nothing}${text}</p>
      <div class="tell">
        <p class="told" part="solution" role="status">${this.#sentence(task.id)}</p>
        ${[solution, ...[found, ...Object.values(hints)].map(lengthOf)].map((sentence) => html`<p class="kept-room" aria-hidden="true">${sentence}</p>`)}
      </div>
      <div class="row">
        ${tasks.length > 1 ? html`<button type="button" class="quiet" id="next-task" @click=${() => this.#turn()}>${words.next(this.#at + 1, tasks.length)}</button>` : nothing}
        <button type="button" class="quiet" id="show-me" part="solution" @click=${() => this.#show(task)}>${this.filming ? words.stop : words.showMe}</button>
      </div>
    </div>`;
  }

  #sentence(task: string): string {
    const solution = this.#options.solution();
    if (this.#told?.task !== task) return solution;
    const { verdict, shown, early } = this.#told;
    // The reader may have cleared what was found.
    if (verdict.kind === 'found' && !shown && !foundStore.has(this.#options.figure, task)) return solution;
    const words = this.#options.wordsOf(task);
    if (verdict.kind === 'near' && solution) return solution;
    if (early) return this.#options.words().notYet;
    if (verdict.kind === 'near') return words.hints[verdict.hint]?.(...(verdict.numbers ?? [])) ?? '';
    const sentence = words.found(...verdict.numbers);
    return shown ? this.#options.words().shown(sentence) : sentence;
  }

  #turn(): void {
    this.stop();
    this.#at = (this.#at + 1) % this.#options.tasks.length;
    this.#misses = undefined;
    this.#host.requestUpdate();
  }

  #find(task: Task<Seen>, verdict: Verdict, at: number): void {
    const { figure } = this.#options;
    const shown = this.filming;
    if (shown ? this.#filmFound : foundStore.has(figure, task.id)) {
      // Found before: the reader may find it again, a film goes on to its end; it is told again, with the new numbers.
      if (at === this.#at) this.#tell(task, verdict, shown);
      return;
    }
    if (shown) this.#filmFound = true;
    else foundStore.add(figure, task.id);
    this.#at = at;
    this.#misses = undefined;
    this.#tell(task, verdict, shown);
    const detail: FoundDetail = { figure, task: task.id, shown };
    this.#host.dispatchEvent(new CustomEvent('downhill-found', { bubbles: true, composed: true, detail }));
  }

  #miss(task: Task<Seen>, verdict: Verdict & { kind: 'near' }): void {
    const same = this.#misses?.hint === verdict.hint;
    this.#misses = { hint: verdict.hint, count: same ? (this.#misses?.count ?? 0) + 1 : 1 };
    // One that is told would mislead once the reader does something else.
    const told = this.#told?.task === task.id && this.#told.verdict.kind === 'near' && !this.#told.early;
    this.#tell(task, verdict, false, !told && !verdict.atOnce && this.#misses.count < missesBeforeHint);
  }

  #tell(task: Task<Seen>, verdict: Verdict, shown: boolean, early = false): void {
    this.#told = { task: task.id, verdict, shown, early };
    this.#host.requestUpdate();
  }

  async #show(task: Task<Seen>): Promise<void> {
    if (this.filming) {
      this.stop();
      this.#host.requestUpdate();
      return;
    }
    const film = new Projector(this.#host, this.#options.apply, () => this.look());
    this.#film = film;
    this.#filmTrail = [];
    this.#filmFound = false;
    this.#host.requestUpdate();
    try {
      // The press is answered first: a film may begin with long work.
      await film.pause(answerMilliseconds);
      await task.show(film);
    } catch (error) {
      if (!(error instanceof FilmStopped)) throw error;
    } finally {
      film.stop();
      this.#host.requestUpdate();
    }
  }
}
