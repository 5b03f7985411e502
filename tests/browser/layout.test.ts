import { expect, it } from 'vitest';
import type { TestPage } from './driver/test-page.ts';
import { frames, readThrough, settled } from './figures/figure.ts';
import { describeInChromium } from './harness.ts';

/** States with numbers as long as a figure can have them. */
const longNumbers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  derivative: { f: '12345*sin(7*x)', x: '3.33333333', h: '0.00012345' },
  'gradient-field': { f: '-1234.5678*x0 + 1e-3*x1', probe: '-1.23456789,-2.34567891', drops: '-1.2345,-2.3456' },
  partial: { f: '-1234.56789*x0^2 - x1/7', point: '-1.23456789,-2.34567891' },
  descent: { start: '-1.23456789,-2.34567891', 'learning-rate': '0.0123456789' },
  'simple-net': { w: '-4.8765432,-3.1415926,-2.7182818,-1.4142135,-1.7320508,-0.5772156', x: '-0.1234567,-4.7654321', h: '0.00123456' },
  'why-loss': { value: '-1.23456789' },
  loss: { y: '0.1234567,0.0123456,0.1111111,0.1357913,0.0864197,0.0987654,0.1222222,0.0999999,0.1098765,0.1', label: '3' },
  'mini-batch': { 'batch-size': '1234' },
};

describeInChromium('the page', (open) => {
  it.each(['en', 'zh'])('has every text in its place, and nothing scrolls sideways, at 320, 390 and 1440 pixels (%s)', async (lang) => {
    const { page } = await open(`?lang=${lang}`, { viewport: { width: 320, height: 844 } });
    await readThrough(page);
    // After they have been drawn once: a table may keep the widths that it had then.
    for (const [figure, state] of Object.entries(longNumbers)) {
      await page.$eval(`#${figure}`, (element, given) => Object.assign(element, { state: given }), state);
      await page.$eval(`#${figure}`, (element) => element.scrollIntoView({ behavior: 'instant' }));
      await settled(page, () => page.$eval(`#${figure}`, (element) => element.shadowRoot?.textContent?.length));
    }
    for (const width of [320, 390, 1440]) {
      await page.setViewport({ width, height: 844 });
      await page.waitForFunction((wanted) => innerWidth === wanted, {}, width);
      await frames(page, 3);
      expect(await outOfPlace(page), `${width} pixels`).toEqual([]);
    }
  });
});

/** What makes the page wider than its window, and texts that stick out of the cell, the button or the paragraph that holds them. */
function outOfPlace(page: TestPage): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth !== clientWidth) wrong.push(`the page is ${scrollWidth} pixels wide in a window of ${clientWidth}`);
    const holders = 'td, th, dd, dt, output, button, label, legend, summary, caption, figcaption, p, li, h1, h2, h3, h4';
    const scrolls = (element: Element | null): boolean =>
      element !== null && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const look = (root: Document | ShadowRoot, name: string) => {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const holder = node.parentElement?.closest(holders);
        if (!holder || !node.textContent?.trim() || !holder.checkVisibility()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const [text, box] = [range.getBoundingClientRect(), holder.getBoundingClientRect()];
        // What is for screen readers alone is a pixel wide.
        if (text.width === 0 || box.width <= 1 || scrolls(node.parentElement)) continue;
        const out = Math.max(text.right - box.right, box.left - text.left, text.right - clientWidth, -text.left);
        if (out > 1) wrong.push(`${name}: ${holder.localName} “${node.textContent.trim().slice(0, 40)}” by ${out.toFixed(1)} pixels`);
      }
      for (const { shadowRoot, id, localName } of root.querySelectorAll('*')) if (shadowRoot) look(shadowRoot, id || localName);
    };
    look(document, 'the text');
    return wrong;
  });
}
