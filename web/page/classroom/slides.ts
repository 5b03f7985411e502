import { manners } from '../../figures/base/state/manners.ts';
import { idIn } from '../hash.ts';
import { type LessonName, type LessonPart, lessonNames, lessons } from './lessons.ts';

export interface Slide {
  readonly figure: HTMLElement;
  /** Of a lesson; undefined where all figures are shown. */
  readonly part?: LessonPart;
}

export function isLesson(name: string): name is LessonName {
  return (lessonNames as readonly string[]).includes(name);
}

/** The figures of a lesson in its order, or all of them in that of the page. */
export function slidesOf(lesson: LessonName | undefined, figures: readonly HTMLElement[]): Slide[] {
  if (!lesson) return figures.map((figure) => ({ figure }));
  return lessons[lesson].flatMap((part) => {
    const figure = figures.find(({ id }) => id === part.figure);
    return figure ? [{ figure, part }] : [];
  });
}

/** Where to begin: at the figure that the address names, or at the first of the section that it names. */
export function slideAt(slides: readonly Slide[], hash: string): number {
  const id = idIn(hash);
  const named = slides.findIndex(({ figure }) => figure.id === id || figure.closest('section')?.id === id);
  return Math.max(0, named);
}

/** Shows the stage of one figure, its question as the headline, and nothing else of the page; the answer is hidden. */
export function showSlide({ figure }: Slide): void {
  for (const shown of document.querySelectorAll('.on-slide')) shown.classList.remove('on-slide', 'answered');
  figure.closest('section')?.classList.add('on-slide');
  figure.classList.add('on-slide');
  for (const manner of manners) figure.toggleAttribute(manner, true);
  scrollTo({ top: 0, behavior: 'instant' });
}

/** Shows the answer to the question, or hides it again. */
export function toggleAnswer({ figure }: Slide): void {
  figure.closest('section')?.classList.toggle('answered');
}

export function isAnswered({ figure }: Slide): boolean {
  return figure.closest('section')?.classList.contains('answered') ?? false;
}
