import { expect, it } from 'vitest';
import type { TestPage } from '../driver/test-page.ts';
import { openBench, seen, settled, usable } from '../figures/figure.ts';
import { describeInChromium } from '../harness.ts';
import { blog } from './host.ts';

/** What themes of blogs do, and worse. */
const hostile = `
  html { font-size: 62.5%; }
  body { font: italic 700 30px/3 cursive; color: #f0f; letter-spacing: 0.3em; word-spacing: 1em; text-align: right; text-indent: 5em;
    text-transform: uppercase; text-shadow: 2px 2px red; white-space: pre; direction: rtl; cursor: wait; border-collapse: separate; border-spacing: 20px; }
  * { font-family: cursive; line-height: 3; letter-spacing: 0.2em; }
  div, figure, canvas, button, input, select, label, table, td, p, h3, section, output, span, dl, dd {
    float: left; box-sizing: content-box; margin: 11px; padding: 13px; border: 9px solid lime; background: red; min-width: 500px; }
  :root { --ink: red; --accent: lime; --font: cursive; --grid: red; }`;

const place = (tag: string) => `<div style="all: initial; display: block; width: 640px"><${tag} lang="en" data="xor"></${tag}></div>`;

describeInChromium("a figure and the page's own style", (open, _, site) => {
  const host = blog();
  const openBlog = (style: string, html: string) => {
    host.show(`<script type="module" src="${site.address}embed.js"></script><style>${style}</style></head><body>${html}`);
    return open(host.address, { others: [host.address] });
  };

  it.each([
    ['downhill-descent', '.verdict'],
    ['downhill-training', '#play'],
  ])('%s looks the same on whatever page', async (tag, whenReady) => {
    const looks = [];
    for (const style of ['', hostile]) {
      const { page } = await openBlog(style, place(tag));
      await usable(page, `${tag} ${whenReady}`);
      await openBench(page, tag);
      // Handles are placed as the picture is drawn, and words come with the numbers.
      looks.push(await settled(page, () => look(page, tag)));
    }
    expect(looks[0]?.length).toBeGreaterThan(50);
    expect(looks[1]).toEqual(looks[0]);
  });

  it('leaves the page as it is', async () => {
    const paragraph = '<p style="width: 300px">Words of the page, <button>a button</button> and <a href="#">a link</a>.</p>';
    const { page } = await openBlog('', `${paragraph}<downhill-descent></downhill-descent>`);
    const before = await look(page, 'p');
    await openBench(page, 'downhill-descent');
    await seen(page, 'downhill-descent .stand td', '−');
    expect(await look(page, 'p')).toEqual(before);
  });

  it('is light or dark as the page is, by its color-scheme, by its background, and when it changes; unless told', async () => {
    const { page } = await openBlog(
      'body { background: #fff; transition: background-color 0.05s; } .night { background: #101418; }',
      `<div style="color-scheme: dark"><downhill-descent id="in-dark"></downhill-descent></div>
      <downhill-descent id="follows"></downhill-descent><downhill-descent id="told" theme="dark"></downhill-descent>`,
    );
    const dark = (id: string) => page.$eval(`#${id} >>> figure`, (figure) => (getComputedStyle(figure).color.match(/\d+/g)?.map(Number)[0] ?? 0) > 127);
    for (const id of ['in-dark', 'follows', 'told']) await page.waitForSelector(`#${id} >>> figure`);
    expect([await dark('in-dark'), await dark('follows'), await dark('told')]).toEqual([true, false, true]);
    await page.$eval('body', (body) => body.classList.add('night'));
    await expect.poll(() => dark('follows')).toBe(true);
  });

  it('takes colours and type that the page gives it by name', async () => {
    const { page } = await openBlog('body { --downhill-accent: #00aa11; --downhill-font: serif; }', '<downhill-descent></downhill-descent>');
    await page.waitForSelector('downhill-descent >>> figure');
    const given = await page.$eval('downhill-descent >>> input[type=range]', (input) => [getComputedStyle(input).accentColor, getComputedStyle(input).fontFamily]);
    expect(given).toEqual(['rgb(0, 170, 17)', 'serif']);
  });
});

/** Where every element lies within the figure, and with what type and colours. */
function look(page: TestPage, selector: string): Promise<string[]> {
  return page.$eval(selector, (element) => {
    const root = element.shadowRoot ?? element;
    const origin = (element.shadowRoot?.querySelector('figure') ?? element).getBoundingClientRect();
    return [...root.querySelectorAll('*')].map((each) => {
      const { left, top, width, height } = each.getBoundingClientRect();
      // What is not shown lies nowhere.
      const box = width <= 1 ? 'none' : [left - origin.left, top - origin.top, width, height].map((value) => Math.round(value));
      const { color, backgroundColor, fontFamily, fontSize, fontStyle, fontWeight, lineHeight, letterSpacing, textAlign, textTransform, cursor, direction } =
        getComputedStyle(each);
      const style = [color, backgroundColor, fontFamily, fontSize, fontStyle, fontWeight, lineHeight, letterSpacing, textAlign, textTransform, cursor, direction];
      return `${each.localName}.${each.className} ${box} ${style.join(' ')}`;
    });
  });
}
