import './classroom.css';
import { stateFor } from '../../figures/base/element/given-state.ts';
import type { StateFigure } from '../../figures/base/element/state-figure.ts';
import { linkTo } from '../../figures/base/state/link.ts';
import { site } from '../../figures/base/tools/site.ts';
import type { FigureId } from '../../figures/catalogue.ts';
import { entryOf } from '../../figures/catalogue.ts';
import { idOf } from '../../figures/lazy.ts';
import { classroom } from '../../i18n/classroom.ts';
import { languageFor } from '../../i18n/language.ts';
import { lessonWords } from '../../i18n/lessons.ts';
import { loadPageFigure, pageFigures } from '../figures.ts';
import { readHash } from '../hash.ts';
import type { AddressWriter } from '../hash-state.ts';
import { closeDialogs, showKeys, showLink } from './dialogs.ts';
import { Fit } from './fit.ts';
import { commandFor } from './keys.ts';
import { type LessonName, lessonNames } from './lessons.ts';
import { NotesWindow } from './notes-window.ts';
import { Pen } from './pen.ts';
import { isAnswered, isLesson, type Slide, showSlide, slideAt, slidesOf, toggleAnswer } from './slides.ts';
import { type Commands, renderStrip } from './strip.ts';

/** ?classroom and ?classroom=<lesson>: one figure at a time on the whole screen, turned by keys or a clicker. */
export function startClassroom(asked: string, address: AddressWriter): void {
  const root = document.documentElement;
  const lesson: LessonName | undefined = isLesson(asked) ? asked : undefined;
  const slides = slidesOf(lesson, pageFigures());
  /** The figures that have their lesson's state, or one that the address has given. */
  const prepared = new Set<HTMLElement>();
  const pen = new Pen();
  const notes = new NotesWindow();
  const strip = document.createElement('footer');
  strip.className = 'classroom-strip';
  document.body.append(strip);
  const fit = new Fit(strip);
  let at = slideAt(slides, location.hash);
  keepLinked();
  let message = asked !== '' && !lesson ? words().unknownLesson(asked, lessonNames) : '';

  function words() {
    return classroom[languageFor(root.lang)];
  }
  /** What a link or a reload brings stands. */
  function keepLinked() {
    const id = readHash(location.hash)?.id;
    const linked = slides.find(({ figure }) => figure.id === id);
    if (linked) prepared.add(linked.figure);
  }
  const titleOf = (figure: HTMLElement) => entryOf(idOf(figure)).name[languageFor(root.lang)];

  const commands: Commands = {
    previous: () => turn(-1),
    next: () => turn(1),
    toggleAnswer() {
      const slide = slides[at];
      if (slide) toggleAnswer(slide);
      show();
    },
    togglePen() {
      pen.down = !pen.down;
      show();
    },
    toggleFreeze() {
      root.toggleAttribute('data-frozen');
      message = frozen() ? words().frozen : '';
      show();
    },
    showLink: () => showLink(studentsLink(), words()),
    openNotes() {
      message = notes.open() ? '' : words().notesBlocked;
      show();
    },
    fullScreen: () => void (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()),
    showKeys: () => showKeys(words()),
  };
  const frozen = () => root.hasAttribute('data-frozen');

  function turn(by: number): void {
    const next = at + by;
    if (!slides[next]) return;
    at = next;
    message = '';
    root.removeAttribute('data-frozen');
    const { figure } = slides[at] as Slide;
    // Also replaces a change of the previous slide that has not been written yet.
    address.write(figure.id, stateOf(figure));
    void arrive();
  }

  async function arrive(): Promise<void> {
    const slide = slides[at];
    if (!slide) return;
    showSlide(slide);
    pen.show(slide.figure);
    show();
    fit.show(slide.figure);
    const { figure, part } = slide;
    if (!(await loadPageFigure(figure)) || prepared.has(figure)) return;
    prepared.add(figure);
    const { state } = figure as StateFigure;
    if (part?.state) (figure as StateFigure).state = { ...state, ...stateFor(figure as StateFigure, part.state).state };
  }

  function show(): void {
    const slide = slides[at];
    if (!slide) return;
    const { figure, part } = slide;
    const title = titleOf(figure);
    const { say, answer } = lessonWords[languageFor(root.lang)].notes[figure.id as FigureId];
    const solution = words().answerIs(answer);
    figure.setAttribute('solution', solution);
    renderStrip(
      strip,
      {
        place: words().place(at + 1, slides.length),
        title,
        first: at === 0,
        last: at === slides.length - 1,
        answer: isAnswered(slide),
        pen: pen.down,
        frozen: frozen(),
        exercises: exercisesFor(figure),
        message,
      },
      words(),
      commands,
    );
    const after = slides[at + 1];
    const planned = lesson && slides.reduce((sum, each) => sum + (each.part?.minutes ?? 0), 0);
    notes.show(
      {
        language: root.lang,
        title,
        lines: [...say, solution],
        minutes: part?.minutes,
        after: after && titleOf(after.figure),
        planned,
      },
      words(),
    );
  }

  /** The same figure on the chapter's page, as it stands. */
  function studentsLink(): string {
    const page = new URL(location.href);
    page.searchParams.delete('classroom');
    const figure = slides[at]?.figure;
    return figure ? linkTo(page.href, figure.id, stateOf(figure)) : page.href;
  }

  const hear = (event: KeyboardEvent) => {
    const command = commandFor(event);
    if (!command || document.querySelector('.classroom-dialog[open]')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const actions: Record<typeof command, () => void> = {
      ...{ next: commands.next, previous: commands.previous, answer: commands.toggleAnswer, pen: commands.togglePen, freeze: commands.toggleFreeze },
      ...{ link: commands.showLink, notes: commands.openNotes, keys: commands.showKeys, undo: () => pen.undo(), wipe: () => pen.wipe() },
    };
    actions[command]();
  };
  // Before the figure hears it: a slider would take Page Up and Page Down for itself.
  addEventListener('keydown', hear, { capture: true });
  addEventListener('hashchange', () => {
    closeDialogs();
    keepLinked();
    const named = slideAt(slides, location.hash);
    if (named !== at) {
      at = named;
      void arrive();
    }
  });
  new MutationObserver(show).observe(root, { attributeFilter: ['lang'] });
  void arrive();
}

/** The sheet of the figure's section; the page as one file has none, nor has what stands outside of the chapter's sections. */
function exercisesFor(figure: HTMLElement): string | undefined {
  const section = figure.closest('section')?.id ?? '';
  return site && /^\d/.test(section) ? new URL(`exercises.html?section=${section}`, site).href : undefined;
}

/** Only once it is there does a figure know its state. */
const stateOf = (figure: HTMLElement) => (figure as Partial<StateFigure>).state ?? {};
