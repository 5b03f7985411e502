import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { type RenderedSection, renderContents, renderSection, renderWords, standsWithout } from './render.ts';
import { parseSection } from './section.ts';

const chapter = join(import.meta.dirname, '../chapter');
const figures = join(import.meta.dirname, '../../figures');

/**
 * Puts the chapter's text (page/chapter, in the order of the file names) and its list of contents into an HTML page, at
 * `<!-- chapter -->` and `<!-- contents -->`, and the page's words at `{{key}}`. A figure whose module is not there is left out.
 */
export function chapterPlugin(): Plugin {
  return {
    name: 'downhill-chapter',
    configureServer({ watcher, ws }) {
      watcher.add(chapter);
      watcher.on('change', (file) => {
        if (file.startsWith(chapter)) ws.send({ type: 'full-reload' });
      });
    },
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        if (!html.includes('<!-- chapter -->')) return html;
        const sections = readSections();
        // Functions, since a dollar in a replacement string has a meaning.
        return renderWords(html)
          .replace('<!-- contents -->', () => renderContents(sections))
          .replace('<!-- chapter -->', () => sections.map((section) => section.html).join('\n'));
      },
    },
  };
}

export function readSections(): RenderedSection[] {
  const hasFigure = (figure: string) => existsSync(join(figures, figure, `${figure}.ts`));
  return readdirSync(chapter)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .flatMap((file) => {
      try {
        const section = parseSection(readFileSync(join(chapter, file), 'utf8'), file);
        return standsWithout(section, hasFigure) ? [renderSection(section, hasFigure)] : [];
      } catch (error) {
        throw new Error(`page/chapter/${file}: ${(error as Error).message}`, { cause: error });
      }
    });
}
