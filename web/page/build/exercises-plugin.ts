import { join } from 'node:path';
import type { Plugin } from 'vite';
import { exercises } from '../../i18n/exercises.ts';
import { inEachLanguage } from '../../i18n/language.ts';
import { page } from '../../i18n/page.ts';
import { readSections } from './chapter-plugin.ts';
import { renderContents, renderWords } from './render.ts';
import { parseSheet, type Sheet } from './section.ts';
import { renderAnswers, renderSheet } from './sheet.ts';
import { readTexts, reloadWith } from './texts.ts';

const folder = join(import.meta.dirname, '../exercises');
const words = inEachLanguage((language) => ({ ...page[language], ...exercises[language] }));

/** Puts the exercises (page/exercises) and their list of contents into an HTML page, at `<!-- exercises -->` and `<!-- contents -->`. */
export function exercisesPlugin(): Plugin {
  return {
    name: 'downhill-exercises',
    configureServer: reloadWith(folder),
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        if (!html.includes('<!-- exercises -->')) return html;
        const sections = new Map(readSections().map((section) => [section.id, section]));
        const sheets = readSheets().map((sheet) => {
          const section = sections.get(sheet.id);
          if (!section) throw new Error(`page/exercises has a sheet for ${sheet.id}, which is not a section of the chapter`);
          return { section, sheet };
        });
        const all = [...sheets.map(({ sheet, section }) => renderSheet(sheet, section)), ...sheets.map(({ sheet, section }) => renderAnswers(sheet, section))];
        return renderWords(html, words)
          .replace('<!-- contents -->', () => renderContents(sheets.map(({ section }) => section)))
          .replace('<!-- exercises -->', () => all.join('\n'));
      },
    },
  };
}

export function readSheets(): Sheet[] {
  return readTexts(folder, (source, file) => [parseSheet(source, file)]);
}
