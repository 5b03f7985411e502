import type { LitElement } from 'lit';
import type { Language } from '../../../i18n/language.ts';
import { type FigureState, linkTo } from '../state/link.ts';
import { onChapter } from '../surroundings/on-chapter.ts';
import { chapterLink, type Embedded } from './embed-texts.ts';
import { site } from './site.ts';

/** A figure whose state a link can hold. */
export interface LinkedFigure extends LitElement {
  readonly language: Language;
  /** That of <downhill-descent> is `descent`. */
  readonly kind: string;
  /** By which a link finds it: its id on the page, else its kind. */
  readonly figureName: string;
  readonly state: FigureState;
}

/** The address of the figure in its state: on the chapter's page that page, elsewhere the chapter of the site that the figure comes from. */
export function figureLink(figure: LinkedFigure): string {
  return onChapter() || !site ? linkTo(location.href, figure.figureName, figure.state) : chapterLink(embedded(figure, site));
}

export function embedded(figure: LinkedFigure, from: URL): Omit<Embedded, 'manners'> {
  return { site: from, id: figure.kind, lang: figure.language, theme: figure.getAttribute('theme'), state: figure.state };
}
