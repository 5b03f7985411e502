import { entryOf } from '../../figures/catalogue.ts';
import { inEachLanguage, type Language, languages, type Translations } from '../../i18n/language.ts';
import { page } from '../../i18n/page.ts';
import { type Heading, renderMarkdown } from './markdown.ts';
import type { Section, TextPart } from './section.ts';

export interface RenderedSection {
  readonly id: string;
  readonly number: string;
  /** As HTML; empty for a section without a title, which the list of contents leaves out. */
  readonly titles: { readonly [L in Language]: string };
  readonly html: string;
}

/** Throws for a figure that the catalogue does not have. */
export function renderSection({ id, number, parts }: Section): RenderedSection {
  const heading: Heading = { level: number.split('.').length > 2 ? 3 : 2, number };
  const titles = inEachLanguage(() => '');
  const html: string[] = [];
  for (const part of parts) {
    if (part.type === 'figure') {
      const tag = `downhill-${entryOf(part.figure).id}`;
      const name = /\bid="/.test(part.attributes) ? '' : ` id="${part.figure}"`;
      html.push(`<${tag}${name} ${part.attributes}></${tag}>`);
    } else {
      for (const language of languages) {
        const text = renderText(part, language, heading);
        titles[language] ||= text.title;
        html.push(text.html);
      }
    }
  }
  return { id, number, titles, html: `<section id="${id}">\n${html.join('\n')}\n</section>` };
}

function renderText({ kind, text }: TextPart, language: Language, heading: Heading): { html: string; title: string } {
  const { html, title } = renderMarkdown(text[language], heading);
  if (kind === 'prose') return { html: `<div lang="${language}">\n${html}</div>`, title };
  return { html: `<aside class="${kind}" lang="${language}">\n<p class="kind">${page[language][kind]}</p>\n${html}</aside>`, title };
}

/** Links to the sections that have a title. */
export function renderContents(sections: readonly Omit<RenderedSection, 'html'>[]): string {
  const items = sections
    .filter(({ titles }) => titles.en !== '')
    .map(({ id, number, titles }) => {
      const depth = number.split('.').length > 2 ? ' class="below"' : '';
      return `<li${depth}><a href="#${id}"><span class="number">${number}</span>${inEveryLanguage((language) => titles[language])}</a></li>`;
    });
  return `<ol>\n${items.join('\n')}\n</ol>`;
}

/** `{{key}}` in the page's HTML: that one of `words` in every language. Throws if there is no such word. */
export function renderWords(html: string, words: Translations<object> = page): string {
  return html.replace(/\{\{(\w+)\}\}/g, (_, key: string) => inEveryLanguage((language) => wordOf(words[language], key)));
}

export function inEveryLanguage(text: (language: Language) => string): string {
  return languages.map((language) => `<span lang="${language}">${text(language)}</span>`).join('');
}

function wordOf(words: object, key: string): string {
  const word: unknown = (words as Record<string, unknown>)[key];
  if (typeof word !== 'string') throw new Error(`{{${key}}} is not a word of this page, which has ${Object.keys(words).join(', ')}`);
  return word;
}
