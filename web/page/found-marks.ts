import { foundStore } from '../figures/base/tasks/found-store.ts';
import { catalogue } from '../figures/catalogue.ts';
import { type Language, languages } from '../i18n/language.ts';
import { type TaskStrings, taskWords } from '../i18n/tasks.ts';

/** Marks each section in the list of contents, of the chapter or of the exercises, whose figures' tasks the reader has found; below it all can be cleared. */
export function markFound(): void {
  const contents = document.querySelector<HTMLElement>('#contents');
  if (!contents) return;
  const foot = document.createElement('div');
  foot.className = 'found';
  const total = document.createElement('span');
  const clear = document.createElement('button');
  clear.type = 'button';
  clear.append(...inEveryLanguage((words) => words.clear));
  clear.addEventListener('click', () => {
    foundStore.clear();
    // The button goes, and with it the place of whoever has pressed it by keyboard.
    contents.querySelector('a')?.focus({ preventScroll: true });
  });
  foot.append(total, clear);
  contents.append(foot);

  const show = () => {
    for (const link of contents.querySelectorAll('a')) markLink(link);
    foot.hidden = foundStore.size === 0;
    total.replaceChildren(...inEveryLanguage((words) => words.marks(foundStore.size)));
  };
  foundStore.watch(show);
  show();
}

function markLink(link: HTMLAnchorElement): void {
  link.querySelector('.mark')?.remove();
  const id = decodeURIComponent(link.hash.slice(1));
  // A section without a number has its figure on the page alone.
  const figures = catalogue.filter((figure) => figure.section === id || document.getElementById(id)?.querySelector(`downhill-${figure.id}`));
  const found = figures.reduce((sum, figure) => sum + foundStore.count(figure.id), 0);
  if (found === 0) return;
  const mark = document.createElement('span');
  mark.className = 'mark';
  const sign = document.createElement('span');
  sign.setAttribute('aria-hidden', 'true');
  sign.textContent = found === 1 ? '✓' : `✓ ${found}`;
  const spoken = document.createElement('span');
  spoken.className = 'for-screen-readers';
  spoken.append(...inEveryLanguage((words) => words.marks(found)));
  mark.append(sign, spoken);
  link.append(mark);
}

/** One element for each language; the page shows that of the reader. */
function inEveryLanguage(text: (words: TaskStrings) => string): HTMLElement[] {
  return languages.map((language: Language) => Object.assign(document.createElement('span'), { lang: language, textContent: text(taskWords[language]) }));
}
