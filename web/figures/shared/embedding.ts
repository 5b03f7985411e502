import { chapterLink, type Embedded } from './embed-texts.ts';
import { linkTo } from './link.ts';
import { onChapter } from './on-chapter.ts';
import { site } from './site.ts';
import type { StateFigure } from './state-figure.ts';

/** The address of the figure in its state: on the chapter's page that page, elsewhere the chapter of the site that the figure comes from. */
export function figureLink(figure: StateFigure): string {
  return onChapter() || !site ? linkTo(location.href, figure.figureName, figure.state) : chapterLink(embedded(figure, site));
}

export function embedded(figure: StateFigure, from: URL): Embedded {
  return { site: from, id: figure.kind, lang: figure.language, theme: figure.getAttribute('theme'), state: figure.state };
}
