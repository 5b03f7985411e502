import type { TestPage } from '../driver/test-page.ts';

/** Each table's cell that its text leaves, each table that a grid may squeeze, and by how much the page scrolls sideways. */
export function outOfPlace(page: TestPage): Promise<string[]> {
  return page.evaluate(() => {
    const figures = [...document.querySelectorAll('main *')].filter(({ shadowRoot }) => shadowRoot !== null);
    const roots: (Document | Element | ShadowRoot)[] = [document.querySelector('main') ?? document, ...figures.map(({ shadowRoot }) => shadowRoot as ShadowRoot)];
    const name = (root: unknown) => (root instanceof ShadowRoot ? root.host.id || root.host.localName : 'the text');
    const found = roots.flatMap((root) =>
      [...root.querySelectorAll('table')].flatMap((table) => {
        const squeezed = /grid|flex/.test(getComputedStyle(table.parentElement as Element).display) ? [`an item of a grid: ${table.className || table.id}`] : [];
        const outside = [...table.querySelectorAll('td, th, caption')].flatMap((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          const [text, box] = [range.getBoundingClientRect(), cell.getBoundingClientRect()];
          // What only screen readers are told lies nowhere.
          if (text.width === 0 || box.width <= 1 || cell.closest('.for-screen-readers')) return [];
          return text.left < box.left - 1 || text.right > box.right + 1 ? [`out of its cell: ${cell.textContent?.trim()}`] : [];
        });
        return [...squeezed, ...outside].map((fault) => `${name(root)}: ${fault}`);
      }),
    );
    const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (sideways <= 0) return found;
    const deep = [...document.querySelectorAll('body *'), ...figures.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('*') ?? [])])];
    const wide = deep.filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1);
    const named = wide.map((element) => `${name(element.getRootNode())}: ${element.localName}.${element.className || element.id}`);
    return [...found, `scrolls sideways by ${sideways} px, ${named}`];
  });
}
