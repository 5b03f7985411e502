import { describe, expect, it, vi } from 'vitest';
import { foundStore } from '../../../../../web/figures/base/tasks/found-store.ts';
import { type Film, found, near, type Task, type Verdict } from '../../../../../web/figures/base/tasks/task.ts';
import { TaskBook, type TaskHost } from '../../../../../web/figures/base/tasks/task-book.ts';
import { taskWords } from '../../../../../web/i18n/tasks.ts';

let figures = 0;

/** A figure whose only task has this verdict; each one is another figure, since what is found is kept for the whole page. */
function opened(judge: () => Verdict | undefined, show: (film: Film) => Promise<void> = async () => {}, solution = '') {
  const figure = `figure${figures++}`;
  const host = Object.assign(new EventTarget(), { reducedMotion: true, updateComplete: Promise.resolve(), isConnected: true, requestUpdate: () => {} }) as unknown as TaskHost;
  const events: unknown[] = [];
  host.addEventListener('downhill-found', (event) => events.push((event as CustomEvent).detail));
  const state: Record<string, unknown> = {};
  const tasks: Task<string>[] = [{ id: 'task', judge, show }];
  const book = new TaskBook(host, {
    figure,
    tasks,
    observe: () => 'an attempt',
    words: () => taskWords.en,
    wordsOf: () => ({ text: 'Find it.', found: (rate) => `Found at ${rate}.`, hints: { larger: () => 'Try a larger one.', smaller: () => 'Try a smaller one.' } }),
    solution: () => solution,
    apply: (changed) => Object.assign(state, changed),
  });
  // The mark, the question and the sentence; behind them are copies that keep its room.
  const text = () => JSON.stringify(book.render().values.slice(0, 3));
  return { book, events, figure, host, state, text };
}

describe('a task', () => {
  it('that the reader solves is marked, told with the reader’s own number, and announced once', () => {
    const { book, events, figure, text } = opened(() => found('0.5'));
    expect(book.list).toEqual([{ id: 'task', text: 'Find it.', found: false }]);
    book.look();
    book.look();
    expect(events).toEqual([{ figure, task: 'task', shown: false }]);
    expect(book.list[0]?.found).toBe(true);
    expect(text()).toContain('Found at 0.5.');
  });

  it('is neither marked nor told as found once what was found is cleared', () => {
    const { book, text } = opened(() => found('0.5'));
    book.look();
    foundStore.clear();
    expect(book.list[0]?.found).toBe(false);
    expect(text()).not.toContain('Found at 0.5.');
  });

  it('answers the first miss, and leads on after three of one kind, not before', () => {
    const { book, text } = opened(() => near('larger'));
    expect(text()).not.toContain('Not yet.');
    book.look();
    expect(text()).toContain('Not yet.');
    book.look();
    expect(text()).not.toContain('larger');
    book.look();
    expect(text()).toContain('Try a larger one.');
  });

  it('leads on at once to what the reader misses now, where a hint already stands', () => {
    let hint = 'larger';
    const { book, text } = opened(() => near(hint));
    for (let miss = 0; miss < 3; miss++) book.look();
    hint = 'smaller';
    book.look();
    expect(text()).toContain('Try a smaller one.');
  });

  it('tells a solution that the page gives, in place of a hint, until the reader has found one', () => {
    let verdict: Verdict = near('larger');
    const { book, text } = opened(
      () => verdict,
      async () => {},
      'Answer: 0.5.',
    );
    expect(text()).toContain('Answer: 0.5.');
    for (let miss = 0; miss < 3; miss++) book.look();
    expect(text()).toContain('Answer: 0.5.');
    verdict = found('0.4');
    book.look();
    expect(text()).toContain('Found at 0.4.');
    expect(text()).not.toContain('Answer: 0.5.');
  });

  it('keeps the room of its sentence and of each hint before they are told', () => {
    const { book } = opened(() => undefined);
    expect(JSON.stringify(book.render().values[3])).toContain('Found at 0.000.');
    expect(JSON.stringify(book.render().values[3])).toContain('Try a larger one.');
  });

  it('that is shown fires its event, is told as shown, and is no find of the reader’s', async () => {
    let rate = 0;
    const { book, events, figure, state, text } = opened(
      () => (rate === 0.5 ? found('0.5') : undefined),
      async (film) => {
        rate = 0.5;
        await film.set({ 'learning-rate': 0.5 });
        await film.pause(10);
      },
    );
    const button = book.render().values.at(-2) as () => void;
    button();
    await vi.waitFor(() => expect(events).toEqual([{ figure, task: 'task', shown: true }]));
    expect(state).toEqual({ 'learning-rate': 0.5 });
    expect(book.list[0]?.found).toBe(false);
    expect(text()).toContain('Shown: Found at 0.5.');
  });

  it('is announced once in a film that goes on, and told with the numbers of its end', async () => {
    let rate = 0;
    const { book, events, text } = opened(
      () => found(String(rate)),
      async (film) => {
        for (rate = 1; rate < 3; rate++) await film.set({ rate });
        rate = 3;
        await film.set({ rate });
      },
    );
    (book.render().values.at(-2) as () => void)();
    await vi.waitFor(() => expect(text()).toContain('Shown: Found at 3.'));
    expect(events).toHaveLength(1);
  });

  it('is shown no further, and not from its beginning, once its button is pressed by hand, by key or by a helper', async () => {
    for (const types of [['pointerdown', 'click'], ['keydown', 'click'], ['click']]) {
      let showings = 0;
      const { book, host } = opened(
        () => undefined,
        async (film) => {
          showings++;
          await film.until(() => false);
        },
      );
      const button = Object.assign(new EventTarget(), { id: 'show-me' });
      const press = () => (book.render().values.at(-2) as () => void)();
      press();
      await vi.waitFor(() => expect(showings).toBe(1));
      for (const type of types) {
        const event = Object.assign(new Event(type), type === 'keydown' && { key: 'Enter' });
        event.composedPath = () => [button, host];
        host.dispatchEvent(event);
      }
      press();
      expect(book.filming).toBe(false);
      await new Promise((resolve) => setTimeout(resolve, 120));
      expect([showings, book.filming]).toEqual([1, false]);
    }
  });

  it('is shown no further once the reader presses a key', async () => {
    const steps: number[] = [];
    const { book, events, host } = opened(
      () => found('0.5'),
      async (film) => {
        for (let step = 0; step < 100; step++) {
          steps.push(step);
          await film.pause(10);
        }
      },
    );
    (book.render().values.at(-2) as () => void)();
    expect(book.filming).toBe(true);
    // The press is answered first.
    expect(steps).toEqual([]);
    await vi.waitFor(() => expect(steps.length).toBeGreaterThan(0));
    const before = [...steps];
    host.dispatchEvent(new Event('keydown'));
    await vi.waitFor(() => expect(book.filming).toBe(false));
    expect([steps, events]).toEqual([before, []]);
  });
});
