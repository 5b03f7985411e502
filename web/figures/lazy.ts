// Figures that are not loaded yet: where they stand, and when each is needed.

import { figureIds } from './catalogue.ts';

/** How a figure's module is loaded, by its path. */
const modules = import.meta.glob('./*/*-figure.ts');

/** Far enough ahead that a reader who scrolls finds the figure there. */
const ahead = '600px';

/** Every figure, loaded or not. */
export const figureSelector = figureIds.map((id) => `downhill-${id}`).join(', ');

/** Loads the module that defines the element of this figure. Rejects if it does not come. */
export async function loadFigure(id: string): Promise<void> {
  await modules[`./${id}/${id}-figure.ts`]?.();
}

/** Loads each figure that is handed to what this returns, once it comes near the window. */
export function loaderNearWindow(failed: (figure: HTMLElement, error: unknown) => void): (figure: HTMLElement) => void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        loadFigure(idOf(target)).catch((error: unknown) => failed(target as HTMLElement, error));
      }
    },
    { rootMargin: ahead },
  );
  return (figure) => observer.observe(figure);
}

/** Of a figure's element, loaded or not. */
export function idOf({ localName }: Element): string {
  return localName.replace(/^downhill-/, '');
}
