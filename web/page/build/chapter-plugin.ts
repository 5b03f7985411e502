import { join } from 'node:path';
import type { Plugin } from 'vite';
import { roomRules } from '../../figures/catalogue.ts';
import { type RenderedSection, renderContents, renderSection, renderWords } from './render.ts';
import { parseSection } from './section.ts';
import { readTexts, reloadWith } from './texts.ts';

const chapter = join(import.meta.dirname, '../chapter');

/**
 * Puts the chapter's text (page/chapter, in the order of the file names) and its list of contents into an HTML page, at
 * `<!-- chapter -->` and `<!-- contents -->`, the room of its figures at `<!-- rooms -->`, and the page's words at `{{key}}`. A figure that is not in the
 * catalogue is an error.
 */
export function chapterPlugin(): Plugin {
  return {
    name: 'downhill-chapter',
    configureServer: reloadWith(chapter),
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        if (!html.includes('<!-- chapter -->')) return html;
        const sections = readSections();
        // Functions, since a dollar in a replacement string has a meaning.
        return renderWords(html)
          .replace('<!-- rooms -->', () => `<style>${roomRules()}</style>`)
          .replace('<!-- contents -->', () => renderContents(sections))
          .replace('<!-- chapter -->', () => sections.map((section) => section.html).join('\n'));
      },
    },
  };
}

export function readSections(): RenderedSection[] {
  return readTexts(chapter, (source, file) => [renderSection(parseSection(source, file))]);
}
