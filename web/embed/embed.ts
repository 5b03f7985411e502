// For anybody's page: <script type="module" src="…/embed.js"></script>, and then <downhill-descent></downhill-descent> wherever it is wanted.

import { languageOf } from '../figures/base/surroundings/ancestors.ts';
import { messageOf } from '../figures/base/work/failure.ts';
import { figureSelector, loaderNearWindow } from '../figures/lazy.ts';
import { embed } from '../i18n/embed.ts';
import { keepKeys } from './keys.ts';
import { keepRoom } from './room.ts';

const loadNearWindow = loaderNearWindow((figure, error) => {
  const language = languageOf(figure);
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

function loadWithin(root: Document | ShadowRoot | HTMLElement): void {
  const elements = root.querySelectorAll<HTMLElement>('*');
  for (const element of root instanceof HTMLElement ? [root, ...elements] : elements) {
    if (element.matches(figureSelector)) load(element);
    else if (element.shadowRoot) watch(element.shadowRoot);
  }
}

/** What is there, and what the page adds later; also within the shadow trees that are open to us. */
function watch(root: Document | ShadowRoot): void {
  loadWithin(root);
  new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) if (node instanceof HTMLElement) loadWithin(node);
  }).observe(root, { childList: true, subtree: true });
}

keepRoom();
watch(document);
