import { html, nothing, render } from 'lit';
import type { ClassroomStrings } from '../../i18n/classroom.ts';

export interface Strip {
  readonly place: string;
  readonly title: string;
  readonly first: boolean;
  readonly last: boolean;
  /** The answer is revealed. */
  readonly answer: boolean;
  readonly pen: boolean;
  readonly frozen: boolean;
  /** Of the figure's section; undefined where there are none. */
  readonly exercises: string | undefined;
  /** In the place of the title: the strip is to stay one line. */
  readonly message: string;
}

export interface Commands {
  previous(): void;
  next(): void;
  toggleAnswer(): void;
  togglePen(): void;
  toggleFreeze(): void;
  showLink(): void;
  openNotes(): void;
  fullScreen(): void;
  showKeys(): void;
}

/** The strip at the lower edge: where the class is, and what the keys do, for the mouse. */
export function renderStrip(strip: HTMLElement, now: Strip, words: ClassroomStrings, commands: Commands): void {
  const button = (label: string, key: string, action: () => void, pressed?: boolean) =>
    html`<button type="button" aria-keyshortcuts=${key} aria-pressed=${pressed ?? nothing} @click=${action}>${label}</button>`;
  render(
    html`<button type="button" class="turn" aria-label=${words.previous} ?disabled=${now.first} @click=${commands.previous}>‹</button>
      <span class="place">${now.place}</span>
      <button type="button" class="turn" aria-label=${words.next} ?disabled=${now.last} @click=${commands.next}>›</button>
      <span class="slide-title">${now.message === '' ? now.title : ''}</span>
      <span class="message" role="status">${now.message}</span>
      ${button(words.answer, 'A', commands.toggleAnswer, now.answer)} ${button(words.pen, 'P', commands.togglePen, now.pen)} ${button(words.freeze, 'F', commands.toggleFreeze, now.frozen)}
      ${button(words.link, 'Q', commands.showLink)} ${button(words.notes, 'N', commands.openNotes)} ${button(words.fullScreen, '', commands.fullScreen)}
      ${button(words.keys, '?', commands.showKeys)} ${now.exercises === undefined ? nothing : html`<a href=${now.exercises}>${words.exercises}</a>`}
      <a href=${location.pathname}>${words.leave}</a>`,
    strip,
  );
}
