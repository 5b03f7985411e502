import { embed } from '../../i18n/embed.ts';
import { type FigureNames, figureNames } from '../../i18n/figure-names.ts';
import type { EmbedDialogOptions } from './embed-dialog.ts';
import { chapterLink, type Embedded, frameText, tagText } from './embed-texts.ts';
import { linkTo } from './link.ts';
import { onChapter } from './on-chapter.ts';
import { site } from './site.ts';
import type { StateFigure } from './state-figure.ts';

/** The address of the figure in its state: on the chapter's page that page, elsewhere the chapter of the site that the figure comes from. */
export function figureLink(figure: StateFigure): string {
  return onChapter() || !site ? linkTo(location.href, figure.figureName, figure.state) : chapterLink(embedded(figure, site));
}

/** For the dialog that takes the figure to other pages; undefined where there is no site to take it from. */
export function embedOptions(figure: StateFigure): EmbedDialogOptions | undefined {
  if (!site) return undefined;
  const from = site;
  return {
    words: () => embed[figure.language],
    texts: () => {
      const it = embedded(figure, from);
      const name = figureNames[figure.language][it.id as keyof FigureNames];
      return {
        tag: tagText(it),
        frame: frameText(it, { title: embed[figure.language].pageTitle(name), height: figure.offsetHeight }),
        link: figureLink(figure),
      };
    },
  };
}

function embedded(figure: StateFigure, from: URL): Embedded {
  return { site: from, id: figure.kind, lang: figure.language, theme: figure.getAttribute('theme'), state: figure.state };
}
