import type { ClassroomStrings } from '../../i18n/classroom.ts';

export interface Notes {
  readonly language: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** Of this figure; undefined outside of a lesson. */
  readonly minutes: number | undefined;
  readonly after: string | undefined;
  /** Of the whole lesson. */
  readonly planned: number | undefined;
}

/** The speaker's notes in a window of their own, on the teacher's screen while the page is on the wall. */
export class NotesWindow {
  #window: Window | null = null;
  #begun = 0;
  #clock: ReturnType<typeof setInterval> | undefined;

  /** False if the browser did not open it. */
  open(): boolean {
    if (!this.#window || this.#window.closed) this.#window = window.open('', 'downhill-notes', 'popup,width=560,height=640');
    this.#begun ||= Date.now();
    this.#window?.focus();
    return this.#window !== null;
  }

  show(notes: Notes, words: ClassroomStrings): void {
    const page = this.#window?.closed === false ? this.#window.document : undefined;
    if (!page) return;
    page.documentElement.lang = notes.language;
    page.title = `${words.notes}: ${notes.title}`;
    const element = (name: string, text: string) => Object.assign(page.createElement(name), { textContent: text });
    const style = element(
      'style',
      ':root { color-scheme: light dark } body { max-width: 34em; margin: 2rem auto; padding: 0 1.5rem; font: 1.375rem/1.5 serif } h1 { font-size: 1.5em } li { margin-block: 0.6em } p { font-family: sans-serif; font-size: 1rem }',
    );
    const list = page.createElement('ul');
    list.append(...notes.lines.map((line) => element('li', line)));
    const clock = element('p', '');
    const title = notes.minutes === undefined ? notes.title : `${notes.title} · ${words.minutes(notes.minutes)}`;
    page.head.replaceChildren(element('title', page.title), style);
    page.body.replaceChildren(element('h1', title), list, element('p', notes.after === undefined ? words.last : words.after(notes.after)), clock);
    clearInterval(this.#clock);
    if (notes.planned === undefined) return;
    const { planned } = notes;
    const tick = () => {
      if (this.#window?.closed) clearInterval(this.#clock);
      clock.textContent = words.elapsed(minutesAndSeconds(Date.now() - this.#begun), planned);
    };
    tick();
    this.#clock = setInterval(tick, 1000);
  }
}

function minutesAndSeconds(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
