import { languages } from '../i18n/language.ts';
import { type PageStrings, page } from '../i18n/page.ts';

/** Says something before a figure, in both languages; what was said there before goes. */
export function pageNotice(figure: Element, text: (words: PageStrings) => string): void {
  clearNotice(figure);
  const notice = document.createElement('div');
  notice.className = 'figure-notice';
  notice.setAttribute('role', 'status');
  for (const language of languages) {
    const line = document.createElement('span');
    line.lang = language;
    line.textContent = text(page[language]);
    notice.append(line);
  }
  figure.before(notice);
}

export function clearNotice(figure: Element): void {
  const before = figure.previousElementSibling;
  if (before?.classList.contains('figure-notice')) before.remove();
}
