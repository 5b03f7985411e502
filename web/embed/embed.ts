// For anybody's page: <script type="module" src="…/embed.js"></script>, and then <downhill-descent></downhill-descent> wherever it is wanted.

import { figureSelector, loaderNearWindow } from '../figures/lazy.ts';
import { messageOf } from '../figures/shared/failure.ts';
import { embed } from '../i18n/embed.ts';
import { languageFor } from '../i18n/language.ts';
import { keepKeys } from './keys.ts';
import { keepRoom } from './room.ts';

const loadNearWindow = loaderNearWindow((figure, error) => {
  const language = languageFor(figure.closest<HTMLElement>('[lang]')?.lang || navigator.language);
  const notice = document.createElement('span');
  notice.setAttribute('role', 'alert');
  notice.lang = language;
  notice.textContent = embed[language].figureFailed(messageOf(error));
  figure.replaceChildren(notice);
});

function load(figure: HTMLElement): void {
  keepKeys(figure);
  loadNearWindow(figure);
}

function loadWithin(root: ParentNode): void {
  for (const figure of root.querySelectorAll<HTMLElement>(figureSelector)) load(figure);
}

keepRoom();
loadWithin(document);
// Also what the page adds later.
new MutationObserver((records) => {
  for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
    if (!(node instanceof HTMLElement)) continue;
    if (node.matches(figureSelector)) load(node);
    loadWithin(node);
  }
}).observe(document, { childList: true, subtree: true });
