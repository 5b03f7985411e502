// Figures that are not loaded yet: which there are, where they stand, and when each is needed.

/** How a figure's module is loaded, by its path. A figure that is written becomes known by its name in this list. */
const modules = import.meta.glob(
  './{data/data,loss/loss,mini-batch/mini-batch,why-loss/why-loss,derivative/derivative,partial/partial,gradient-field/gradient-field,descent/descent,simple-net/simple-net,training/training,race/race,generalisation/generalisation,errata/errata}.ts',
);

/** Far enough ahead that a reader who scrolls finds the figure there. */
const ahead = '600px';

/** The ids of the figures that there are: `descent` is that of <downhill-descent>. */
export const figureIds: readonly string[] = Object.keys(modules).map(idOfPath);

/** Every figure, loaded or not. */
export const figureSelector = figureIds.map((id) => `downhill-${id}`).join(', ');

/** Loads the module that defines the element of this figure. Rejects if it does not come. */
export async function loadFigure(id: string): Promise<void> {
  await modules[`./${id}/${id}.ts`]?.();
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

function idOfPath(path: string): string {
  return path.split('/')[1] as string;
}
