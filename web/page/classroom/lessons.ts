import type { FigureState } from '../../figures/base/state/link.ts';
import type { FigureId } from '../../figures/catalogue.ts';

/** A figure that is shown in a lesson, by its id on the page. */
export interface LessonPart {
  readonly figure: FigureId;
  readonly minutes: number;
  /** What it is to show at first, where that is not what the chapter shows. */
  readonly state?: FigureState;
}

/** Each of 20 minutes. ?classroom=gradient and ?classroom=learning open them. */
export const lessons: Readonly<Record<'gradient' | 'learning', readonly LessonPart[]>> = {
  gradient: [
    { figure: 'valleys', minutes: 3 },
    { figure: 'derivative', minutes: 5 },
    { figure: 'partial', minutes: 3 },
    // A long valley, where the arrows do not point at the minimum.
    { figure: 'gradient-field', minutes: 4, state: { f: 'x0^2/20 + x1^2' } },
    { figure: 'descent', minutes: 5 },
  ],
  learning: [
    { figure: 'data', minutes: 3 },
    { figure: 'loss', minutes: 3 },
    { figure: 'four-steps', minutes: 3 },
    { figure: 'training', minutes: 5 },
    { figure: 'race', minutes: 2 },
    { figure: 'generalisation', minutes: 4 },
  ],
};

export type LessonName = keyof typeof lessons;
export const lessonNames = Object.keys(lessons) as readonly LessonName[];
