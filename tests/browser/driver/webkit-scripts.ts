// What runs in the page. Each of these functions goes there as its text, so that it may use nothing but its arguments.

/** The elements of `selector`; `outer >>> inner` are those of `inner` in the shadow trees at and below those of `outer`. */
export function found(selector: string): Element[] {
  const treesIn = (root: Element | ShadowRoot): ShadowRoot[] =>
    [root, ...root.querySelectorAll('*')].flatMap((each) => ('shadowRoot' in each && each.shadowRoot ? [each.shadowRoot, ...treesIn(each.shadowRoot)] : []));
  const [outer = '', ...inner] = selector.split('>>>').map((part) => part.trim());
  let elements = [...document.querySelectorAll(outer)];
  for (const part of inner) elements = [...new Set(elements.flatMap(treesIn))].flatMap((tree) => [...tree.querySelectorAll(part)]);
  return elements;
}

/** Where an element lies in its window, once it has been scrolled to. */
export function middleOf(element: Element): { x: number; y: number } {
  const visible = ({ top, left, bottom, right }: DOMRect) => top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
  if (!visible(element.getBoundingClientRect())) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** As in Puppeteer: of some size, and not hidden. */
export function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && !['hidden', 'collapse'].includes(getComputedStyle(element).visibility);
}

export function choose(element: Element, values: readonly string[]): string[] {
  const select = element as HTMLSelectElement;
  for (const option of select.options) option.selected = values.includes(option.value);
  for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }));
  return [...select.selectedOptions].map(({ value }) => value);
}

/** Something moves, a pixel wide and of no colour, until it is told to rest. */
export function stir(): void {
  const speck = document.createElement('i');
  speck.id = 'speck-of-the-driver';
  speck.style.cssText = 'position: fixed; inset: 0 auto auto 0; inline-size: 1px; block-size: 1px; will-change: transform';
  document.documentElement.append(speck);
  speck.animate([{ transform: 'none' }, { transform: 'translateX(1px)' }], { duration: 100, iterations: Number.POSITIVE_INFINITY });
}

export function settle(): void {
  document.querySelector('#speck-of-the-driver')?.remove();
}

/** Collects in the outermost window what goes wrong in it and in its frames. */
export function watch(): void {
  const mark = 'wrong, as the test hears';
  const heard: string[] = [];
  const tell = (text: string) => {
    if (top === window) heard.push(text);
    else top?.postMessage({ [mark]: text }, '*');
  };
  Object.defineProperty(globalThis, 'takeWhatWentWrong', { value: () => heard.splice(0) });
  const words = (thrown: unknown) => (thrown instanceof Error ? `${thrown.name}: ${thrown.message}\n${thrown.stack}` : String(thrown));
  const { error } = console;
  console.error = (...given: unknown[]) => {
    tell(`${given.map(words).join(' ')} (${location.href})`);
    error.apply(console, given);
  };
  addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) tell(`${event.error === undefined || event.error === null ? event.message : words(event.error)} (${event.filename}:${event.lineno})`);
  });
  addEventListener('unhandledrejection', ({ reason }) => tell(`Unhandled rejection: ${words(reason)} (${location.href})`));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    tell(`Refused by the Content Security Policy: ${effectiveDirective} ${blockedURI} (${location.href})`),
  );
  addEventListener('message', (event) => {
    const text = typeof event.data === 'object' && event.data?.[mark];
    if (typeof text !== 'string') return;
    event.stopImmediatePropagation();
    heard.push(text);
  });
}
