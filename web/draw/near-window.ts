/** On which a film is being made: its canvases lie wherever the page is scrolled, and all of them are filmed. */
export const filmed = 'data-filmed';

/** So far beyond the window something still counts as near it, so that it is there when it is scrolled into view. */
const margin = '160px';

let observer: IntersectionObserver | undefined;
const observed = new WeakMap<Element, (near: boolean) => void>();

export interface NearWindow {
  /** Taken to be so until the browser has told. */
  readonly near: boolean;
  stop(): void;
}

/** Whether an element is in the window or near it. `came`: it is now, and was not. */
export function watchNear(element: Element, came: () => void): NearWindow {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) observed.get(target)?.(isIntersecting);
    },
    { rootMargin: margin },
  );
  const all = observer;
  let near = true;
  observed.set(element, (now) => {
    const comes = now && !near;
    near = now;
    if (comes) came();
  });
  all.observe(element);
  return {
    get near() {
      return near || element.hasAttribute(filmed);
    },
    stop() {
      all.unobserve(element);
      observed.delete(element);
    },
  };
}
