import { messageOf } from '../figures/base/work/failure.ts';
import { figureSelector, idOf, loaderNearWindow, loadFigure } from '../figures/lazy.ts';
import { pageNotice } from './notice.ts';

/** The figures of the page, loaded or not. */
export function pageFigures(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(figureSelector)];
}

export function loadFiguresNearWindow(): void {
  const load = loaderNearWindow(tellFailure);
  for (const figure of pageFigures()) load(figure);
}

/** True when the figure is there; if not, the page has told the reader why. */
export async function loadPageFigure(figure: HTMLElement): Promise<boolean> {
  try {
    // Defined is early enough to give it a state before it is painted; its module may end in a later task.
    await Promise.race([loadFigure(idOf(figure)), customElements.whenDefined(figure.localName)]);
    return customElements.get(figure.localName) !== undefined;
  } catch (error) {
    tellFailure(figure, error);
    return false;
  }
}

function tellFailure(figure: HTMLElement, error: unknown): void {
  pageNotice(figure, (words) => words.figureFailed(messageOf(error)));
}
