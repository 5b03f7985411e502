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
    { figure: 'valleys', minutes: 4 },
    // The widest step, whose line is seen not to be the tangent.
    { figure: 'derivative', minutes: 4, state: { f: 'sin(x)', x: '1', h: '1', range: '-2,4' } },
    { figure: 'partial', minutes: 3 },
    // Two valleys and a pass; one drop already lies in each valley.
    { figure: 'gradient-field', minutes: 4, state: { f: '(x0^2 - 1)^2 + x1^2', x0: '-2,2', x1: '-2,2', drops: '-0.5,1.5;0.5,1.5' } },
    { figure: 'descent', minutes: 5 },
  ],
  learning: [
    { figure: 'data', minutes: 2 },
    { figure: 'network', minutes: 3 },
    // The net takes a 2 for a 7.
    { figure: 'loss', minutes: 3, state: { y: '0.1,0.05,0.1,0,0.05,0.1,0,0.6,0,0' } },
    { figure: 'four-steps', minutes: 2 },
    { figure: 'training', minutes: 4 },
    { figure: 'race', minutes: 2 },
    { figure: 'generalisation', minutes: 4 },
  ],
};

export type LessonName = keyof typeof lessons;
export const lessonNames = Object.keys(lessons) as readonly LessonName[];
