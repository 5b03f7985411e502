import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Problem } from '../../../i18n/shared.ts';
import { taskWords } from '../../../i18n/tasks.ts';
import { liveText, noticeLines } from '../controls/controls.ts';
import type { FigureExport } from '../exports/export.ts';
import { filmExport } from '../exports/film-export.ts';
import { pictureExports } from '../exports/picture-exports.ts';
import { History } from '../state/history.ts';
import type { FigureState } from '../state/link.ts';
import { manners } from '../state/manners.ts';
import type { Attributes } from '../state/reading.ts';
import { UndoKey } from '../state/undo-key.ts';
import { layoutStyles } from '../style/layout-styles.ts';
import { stageStyles } from '../style/stage-styles.ts';
import { figureStyles } from '../style/styles.ts';
import { lettersSettled } from '../surroundings/variable-fonts.ts';
import { foundStore } from '../tasks/found-store.ts';
import type { Task, TaskWords } from '../tasks/task.ts';
import { TaskBook } from '../tasks/task-book.ts';
import type { EmbedDialog } from '../tools/embed-dialog.ts';
import { figureLink } from '../tools/embedding.ts';
import { site } from '../tools/site.ts';
import { type LoadedCode, Tools } from '../tools/tools.ts';
import { FigureElement } from './figure-element.ts';
import type { Plot } from './plot.ts';

const settleMilliseconds = 500;

export type Notice = string | TemplateResult;

export interface Frame {
  /** One screen: the picture, the one or two controls that the section's question turns, and the number or sentence that answers it. */
  readonly stage: TemplateResult;
  /** Everything else that the figure can do: settings, tables. Folded until the reader wants it. */
  readonly bench?: TemplateResult;
  readonly caption: string | TemplateResult;
  /** Buttons of the figure's own in the row of tools. */
  readonly tools?: TemplateResult;
}

export interface ChangeDetail {
  readonly figure: string;
  readonly state: FigureState;
}

/**
 * A figure whose whole state lies in its attributes, so that a link restores it: reads them, tells what is wrong with them, gives
 * the frame around the picture, and keeps the canvases. A figure that computes on the page extends EngineFigure.
 *
 * Whatever happens (a drag, a key, a link, another theme, another size) asks for an update. An update reads the state, computes, finds out where
 * the data lie on each canvas, and renders; then each canvas is drawn once, in the coming frame. Drawing changes nothing that an update reads.
 */
export abstract class StateFigure extends FigureElement {
  static override styles: CSSResultGroup = [figureStyles, layoutStyles, stageStyles];
  /** The names of the attributes that hold the state. */
  static readonly stateAttributes: readonly string[] = [];

  /** These and what the frame adds: whether the bench is open. */
  static get stateNames(): readonly string[] {
    return [...this.stateAttributes, 'bench'];
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...this.stateNames, ...manners, 'solution'];
  }

  /** One for each canvas that `render` makes, also for those that are not there while the bench is closed. */
  protected readonly plots: readonly Plot<unknown>[] = [];
  protected readonly attribute: Attributes = (name) => this.getAttribute(name);
  #problems: readonly Problem[] = [];
  #initial: FigureState | undefined;
  #history = new History({});
  #changed = false;
  #taskBook: TaskBook<never> | undefined;
  #stopWatching: (() => void) | undefined;
  /** Until the reader's hand has come to rest, and until the picture has. */
  #resting: ReturnType<typeof setTimeout> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #described = '';
  #tools = new Tools(this, {
    words: () => this.sharedWords,
    link: () => figureLink(this),
    reset: () => this.reset(),
    undo: () => (this.#history.canUndo(this.#withoutFrame) ? this.undo : undefined),
    exports: () => [...this.exports(), ...this.#films()],
    code: () => this.loadCode(),
    embed: site && embedFrom(this, site),
  });

  constructor() {
    super();
    new UndoKey(this, () => this.undo());
  }

  /** Reads the attributes into the figure's own state; gives what could not be used. Called before each update. */
  protected abstract readState(): readonly Problem[];
  /** The picture in words, of as many sentences as it needs; '' while there is none. */
  protected abstract describe(): string;
  /** What its Code panel shows (base/tools/listing.ts): imported when that is opened. */
  protected abstract loadCode(): Promise<LoadedCode>;

  /** From the state to what is shown; in each update, before it renders. */
  protected prepare(): void {}

  /** What the reader is asked to do here. */
  protected ownTasks(): readonly Task<never>[] {
    return [];
  }

  /** What it shows, as its tasks see it. */
  protected observed(): unknown {
    return undefined;
  }

  /** In the figure's language, by the task's id. */
  protected ownTaskWords(): Readonly<Record<string, TaskWords>> {
    return {};
  }

  /** Looked at when the reader's hand has come to rest; a figure whose results come later looks again. */
  protected get taskBook(): TaskBook<never> {
    this.#taskBook ??= new TaskBook(this, {
      figure: this.kind,
      tasks: this.ownTasks(),
      observe: () => this.observed() as undefined,
      words: () => taskWords[this.language],
      wordsOf: (task) => this.ownTaskWords()[task] ?? { text: task, found: () => '', hints: {} },
      solution: () => this.getAttribute('solution') ?? '',
      apply: (state) => this.#set(state),
    });
    return this.#taskBook;
  }

  /** What the reader is asked to do here, in the figure's language, and whether it was found on this machine. */
  get tasks(): TaskBook<never>['list'] {
    return this.taskBook.list;
  }

  /** What can be saved: each canvas that is shown and has something to show, by default. A figure with curves or tables adds them to these. */
  protected exports(): FigureExport[] {
    const { renderRoot: root, plots, figureName: name } = this;
    return pictureExports(this.sharedWords, { root, plots, vectors: this.vectors(), background: this.drawTheme.background, name });
  }

  /** What moves on the stage, from its beginning to its end, for a film; it may end early once the signal is aborted. */
  protected playOnce?(signal: AbortSignal): Promise<void>;

  #films(): FigureExport[] {
    if (!this.playOnce) return [];
    const canvases = [...this.renderRoot.querySelectorAll<HTMLCanvasElement>('[part=stage] canvas')].filter((element) => element.checkVisibility());
    const { film, filming } = this.sharedWords;
    const source = { canvases, background: this.drawTheme.background, play: (signal: AbortSignal) => this.playOnce?.(signal) ?? Promise.resolve() };
    return [filmExport(source, this.figureName, { label: film, working: filming })];
  }

  /** Canvases that can be saved as SVG; a figure with canvases beside its plots adds them. */
  protected vectors(): readonly Pick<Plot, 'id' | 'drawLines' | 'size'>[] {
    return this.plots;
  }

  /** What is wrong, in words; a subclass adds its own lines. */
  protected notices(): Notice[] {
    return this.#problems.map(this.sharedWords.badAttribute);
  }

  /** Told in the row of tools while nothing else is. */
  protected get status(): string | TemplateResult {
    return '';
  }

  /** That of <downhill-descent> is `descent`. */
  get kind(): string {
    return this.localName.replace(/^downhill-/, '');
  }

  /** By which a link finds it: its id on the page, else its kind. */
  get figureName(): string {
    return this.id || this.kind;
  }

  /** The attributes of the state that are set. */
  get state(): FigureState {
    return Object.fromEntries(this.#names.flatMap((name) => (this.hasAttribute(name) ? [[name, this.getAttribute(name) ?? '']] : [])));
  }

  /** What it does not name goes back to its default. Throws RangeError where it names anything else than this figure's state. */
  set state(state: Readonly<Record<string, string | number>>) {
    const unknown = Object.keys(state).filter((name) => !this.#names.includes(name));
    if (unknown.length > 0) throw new RangeError(`state names ${unknown.join(', ')}, but <${this.localName}> has ${this.#names.join(', ')} alone`);
    for (const name of this.#names) {
      if (state[name] === undefined) this.removeAttribute(name);
      else this.setAttribute(name, String(state[name]));
    }
  }

  get #names(): readonly string[] {
    return (this.constructor as typeof StateFigure).stateNames;
  }

  /** The reader changes the state: null and false remove an attribute. The page hears of it by `downhill-change`, once an update. */
  protected change(state: Readonly<Record<string, string | number | boolean | null>>): void {
    this.#set(state);
    this.#changed = true;
    // Of its own: a picture that moves on by itself never settles.
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#judge(), settleMilliseconds);
  }

  #set(state: Readonly<Record<string, string | number | boolean | null>>): void {
    for (const [name, value] of Object.entries(state)) {
      if (value === null || value === false) this.removeAttribute(name);
      else this.setAttribute(name, value === true ? '' : String(value));
    }
    this.requestUpdate();
  }

  /** What plays by itself stops: the reader wants another state. */
  protected halt(): void {}

  /** The state as it was when the figure came to the page. A figure with more than that to reset overrides this and calls it. */
  reset(): void {
    this.halt();
    // A number that was typed and not used is no part of the state.
    for (const typed of this.renderRoot.querySelectorAll<HTMLInputElement>('.typed:invalid')) typed.value = typed.defaultValue;
    this.change(Object.fromEntries(this.#names.map((name) => [name, this.#initial?.[name] ?? null])));
  }

  /** The state in which the figure rested before it came to this one. */
  undo = (): void => {
    this.halt();
    const before = this.#history.undo(this.#withoutFrame);
    if (before) this.change(Object.fromEntries(this.#names.flatMap((name) => (name === 'bench' ? [] : [[name, before[name] ?? null]]))));
  };

  /** Whether the bench is open is no step to take back. */
  get #withoutFrame(): FigureState {
    const { bench: _, ...state } = this.state;
    return state;
  }

  protected redraw = (): void => {
    for (const plot of this.plots) plot.requestDraw();
  };

  protected frame({ stage, bench, caption, tools }: Frame): TemplateResult {
    const plain = this.hasAttribute('plain');
    return html`<figure>
      ${this.hasAttribute('question') ? this.taskBook.render() : nothing}
      <div class="stage" part="stage">${stage}</div>
      ${noticeLines(this.notices())} ${liveText('description', this.#described)}
      ${plain ? nothing : html`${this.#tools.render(tools, this.status)} ${this.#bench(bench, caption)}`}
    </figure>`;
  }

  #bench(bench: TemplateResult | undefined, caption: string | TemplateResult): TemplateResult {
    const open = this.hasAttribute('bench');
    const toggle = (event: Event) => {
      const now = (event.target as HTMLDetailsElement).open;
      if (now !== this.hasAttribute('bench')) this.change({ bench: now });
    };
    return html`<details class="bench" part="bench" ?open=${open} @toggle=${toggle}>
      <summary>${taskWords[this.language].bench}</summary>
      ${open ? html`<figcaption>${caption}</figcaption> ${bench}` : nothing}
    </details>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#takeEarlyState();
    if (!this.#initial) {
      this.#initial = this.state;
      this.#history = new History(this.#withoutFrame);
    }
    this.#stopWatching = foundStore.watch(() => this.requestUpdate());
    if (this.hasUpdated) this.#attachPlots();
    void lettersSettled.then(this.redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.();
    for (const plot of this.plots) plot.dispose();
    clearTimeout(this.#settling);
    clearTimeout(this.#resting);
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (before !== now) this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#problems = this.readState();
    this.prepare();
    for (const plot of this.plots) plot.look();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // It may have left the page since it asked for this update; connectedCallback then attaches them when it is back.
    if (this.isConnected) this.#attachPlots();
    this.redraw();
    if (this.#changed) {
      this.#changed = false;
      const detail: ChangeDetail = { figure: this.figureName, state: this.state };
      this.dispatchEvent(new CustomEvent('downhill-change', { bubbles: true, composed: true, detail }));
    }
    // A screen reader is told once the reader has let go, not at every step of a drag.
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#tell(), settleMilliseconds);
  }

  #attachPlots(): void {
    for (const plot of this.plots) plot.attach(this.renderRoot, () => this.requestUpdate());
  }

  /** A script may have set the state before the element was defined; it then hides the accessor. */
  #takeEarlyState(): void {
    if (!Object.hasOwn(this, 'state')) return;
    const { state } = this;
    Reflect.deleteProperty(this, 'state');
    this.state = state;
  }

  #judge(): void {
    this.taskBook.look();
    this.#keepRest();
  }

  /** A film is no step of the reader's. */
  #keepRest(): void {
    if (!this.taskBook.filming) this.#history.rested(this.#withoutFrame);
  }

  #tell(): void {
    this.#keepRest();
    const text = this.describe();
    if (text === this.#described) return;
    this.#described = text;
    this.requestUpdate();
  }
}

/** Loaded when a reader asks for it. */
function embedFrom(figure: StateFigure, from: URL): () => Promise<EmbedDialog> {
  return async () => {
    const { EmbedDialog } = await import('../tools/embed-dialog.ts');
    return new EmbedDialog(figure, from);
  };
}
