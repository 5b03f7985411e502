import { pageNotice } from './notice.ts';

/** How a figure's module is loaded, by its path. A figure that is written becomes known by its name in this list. */
const modules = import.meta.glob(
  '../figures/{data/data,loss/loss,mini-batch/mini-batch,why-loss/why-loss,derivative/derivative,partial/partial,gradient-field/gradient-field,descent/descent,simple-net/simple-net,training/training,race/race,generalisation/generalisation,errata/errata}.ts',
);

/** Far enough ahead that a reader who scrolls finds the figure there. */
const ahead = '600px';

/** The figures of the page, loaded or not. */
export function pageFigures(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('*')].filter(({ localName }) => localName.startsWith('downhill-'));
}

export function loadFiguresNearWindow(): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        void loadFigure(target as HTMLElement);
      }
    },
    { rootMargin: ahead },
  );
  for (const figure of pageFigures()) observer.observe(figure);
}

/** Loads the module that defines this element. True when it is defined; if not, the page has told the reader why. */
export async function loadFigure(element: HTMLElement): Promise<boolean> {
  const id = element.localName.slice('downhill-'.length);
  try {
    await modules[`../figures/${id}/${id}.ts`]?.();
    return customElements.get(element.localName) !== undefined;
  } catch (error) {
    pageNotice(element, (words) => words.figureFailed((error as Error).message));
    return false;
  }
}
