import { chapterLink, type Embedded } from './embed-texts.ts';
import type { FigureElement } from './figure-element.ts';
import { type FigureState, linkTo } from './link.ts';
import { onChapter } from './on-chapter.ts';
import { site } from './site.ts';

/** A figure whose state a link can hold. */
export interface LinkedFigure extends FigureElement {
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

export function embedded(figure: LinkedFigure, from: URL): Embedded {
  return { site: from, id: figure.kind, lang: figure.language, theme: figure.getAttribute('theme'), state: figure.state };
}
