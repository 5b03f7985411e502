import { expect, it } from 'vitest';
import { learnt as learntFor, partsOf } from '../../../web/figures/learning/learnt-net.ts';
import { flowOf } from '../../../web/figures/network/compute.ts';
import { voicesFor } from '../../../web/figures/network/voices.ts';
import { learntNet, pageDigits } from '../../lib/digits.ts';
import { engine } from '../../lib/engine.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeInBrowsers, itInChromium } from '../harness.ts';
import { attribute, centreOf, frames, openAlone, painted, seen, settled, textOf, until, usable } from './figure.ts';
import { foundOn } from './tasks.ts';

const { train, test } = partsOf(pageDigits());
const net = learntNet(train, learntFor.iterations);

/** The hidden unit that speaks most against what the net reads in a test digit. */
function quietestFor(digit: number): number {
  const flow = flowOf(engine, net, test.inputs(Uint32Array.of(digit)));
  return voicesFor(flow, flow.answer).reduce((least, each) => (each.contribution < least.contribution ? each : least)).unit;
}

const link = '?lang=en#network';

/** Once the net has learnt, and the digit has arrived. */
async function learnt(page: TestPage): Promise<void> {
  await seen(page, '#network #says', 'It reads 4, 96.9% sure.');
  await page.waitForFunction(() => document.querySelector('#network')?.shadowRoot?.querySelector('progress') == null);
  await settled(page, () => pixels(page));
}

/** Of the net, as far as two pictures of it are told apart. */
function pixels(page: TestPage): Promise<string> {
  return page.$eval('#network >>> #net', (canvas) => (canvas as HTMLCanvasElement).toDataURL().slice(-4000));
}

/** Violet pixels between the hidden units and the outputs. */
function lines(page: TestPage): Promise<number> {
  return page.$eval('#network >>> #net', (element) => {
    const canvas = element as HTMLCanvasElement;
    const root = canvas.getRootNode() as ShadowRoot;
    const [unit, output] = ['#unit49', '#output0'].map((selector) => root.querySelector(selector) as HTMLElement) as [HTMLElement, HTMLElement];
    const scale = canvas.width / canvas.clientWidth;
    const left = scale * (unit.offsetLeft + unit.offsetWidth + 8);
    const { data } = canvas.getContext('2d')?.getImageData(left, 0, scale * output.offsetLeft - 8 - left, canvas.height) ?? { data: new Uint8ClampedArray() };
    let violet = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at + 2] ?? 0) > (data[at + 1] ?? 0) + 40) violet++;
    return violet;
  });
}

async function press(page: TestPage, selector: string): Promise<void> {
  await usable(page, `#network ${selector}`);
  const { x, y } = await centreOf(page, `#network ${selector}`);
  await page.mouse.click(x, y);
}

describeInBrowsers('network', (open, engine) => {
  const inDepth = itInChromium(engine);

  it('shows a digit in the untrained net at once, and in the trained one when that has learnt', async () => {
    const { page } = await openAlone(open, link);
    await painted(page, '#network #net');
    await learnt(page);
    await painted(page, '#network #panel');
    expect(await textOf(page, '#network .digit')).toBe('Test digit 0, label 4');
    await press(page, '#untrained');
    await page.waitForFunction(() => !document.querySelector('#network')?.shadowRoot?.querySelector('#says')?.textContent?.includes('96.9%'));
    const awake = await page.$$eval('#network >>> .units button', (units) => units.map((unit) => Number(unit.getAttribute('aria-label')?.split('= ')[1])));
    expect(awake).toHaveLength(50);
    expect(awake.filter((z) => z < 0.4 || z > 0.6)).toEqual([]);
  });

  inDepth('opens a hidden unit by a press and by keys, and closes it by another', async () => {
    const { page } = await openAlone(open, `${link}?bench`);
    await learnt(page);
    await press(page, '#unit17');
    expect(await attribute(page, '#network', 'unit')).toBe('17');
    expect(await textOf(page, '#network #unit-sum')).toBe('Unit 17: 3.888 for, −2.363 against, bias 0.068; sum a = 1.592, and z = σ(1.592) = 0.831.');
    expect(await textOf(page, '#network #contributions tbody tr:nth-child(5)')).toMatch(/4 *1\.043 *0\.867/);
    expect(await textOf(page, '#network #softmax tbody tr:nth-child(5)')).toMatch(/96\.88/);
    await press(page, '#unit17');
    expect(await attribute(page, '#network', 'unit')).toBeNull();

    await page.focus('#network >>> #unit17');
    for (const key of ['ArrowDown', 'ArrowRight', 'Enter'] as const) await page.keyboard.press(key);
    await page.waitForFunction(() => document.querySelector('#network')?.getAttribute('unit') === '28');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('#network')?.hasAttribute('unit'));
  });

  inDepth('shows the picture of a hidden unit under the mouse, too', async () => {
    const { page } = await openAlone(open, link);
    await painted(page, '#network #net');
    const { x, y } = await centreOf(page, '#network #unit17');
    await page.mouse.move(x, y);
    const seenThrough = (selector: string) => page.$eval(selector, (button) => button.matches(':hover') && getComputedStyle(button).backgroundColor);
    expect(await seenThrough('#network >>> #unit17')).toBe('rgba(0, 0, 0, 0)');
    await page.mouse.down();
    expect(await seenThrough('#network >>> #unit17')).toBe('rgba(0, 0, 0, 0)');
    await page.mouse.up();
  });

  inDepth('marks the loudest unit when the reader points at it, and only then draws lines', async () => {
    const { page } = await openAlone(open, `${link}?question`);
    await page.$eval('#network', (figure) => figure.setAttribute('question', ''));
    await learnt(page);
    const heard = await foundOn(page);
    expect(await lines(page)).toBe(0);
    await press(page, '#unit17');
    await press(page, '#guess');
    await seen(page, '#network #says', 'Unit 17 says 0.83 × 1.04 = 0.867 for the 4: none says more.');
    await until(async () => (await lines(page)) > 200, 'lines to the answer');
    await seen(page, '#network .told', 'Unit 17 it is');
    expect(await heard()).toEqual([{ figure: 'network', task: 'loudest', shown: false }]);
    expect(await page.$eval('#network', (figure) => (figure as HTMLElement & { tasks: { found: boolean }[] }).tasks[0]?.found)).toBe(true);
  });

  inDepth('finds nothing where the unit pointed at is not the loudest, where the lines were seen before, or where a link says it', async () => {
    const { page } = await openAlone(open, `${link}?guess=17`);
    await page.$eval('#network', (figure) => figure.setAttribute('question', ''));
    await seen(page, '#network #says', 'Unit 17 says 0.83 × 1.04 = 0.867');
    const heard = await foundOn(page);
    // Away and back: its lines are known.
    await press(page, '#later');
    await seen(page, '#network .digit', 'Test digit 1,');
    await press(page, '#earlier');
    await learnt(page);
    await press(page, '#unit17');
    await press(page, '#guess');
    await seen(page, '#network #says', 'Unit 17 says');
    for (let digit = 1; digit <= 3; digit++) {
      await press(page, '#later');
      await seen(page, '#network .digit', `Test digit ${digit},`);
      await usable(page, '#network #says strong');
      const unit = quietestFor(digit);
      await press(page, `#unit${unit}`);
      await press(page, '#guess');
      await seen(page, '#network #says', `Unit ${unit} says`);
      // The reader's hand comes to rest.
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
    await seen(page, '#network .told', 'it speaks against it');
    expect(await heard()).toEqual([]);
  });

  inDepth('plays the solution, which is no find of the reader’s', async () => {
    const { page } = await openAlone(open, link);
    await page.$eval('#network', (figure) => figure.setAttribute('question', ''));
    await learnt(page);
    const heard = await foundOn(page);
    await press(page, '#show-me');
    await until(async () => (await heard()).length > 0, 'downhill-found', 30_000);
    expect(await heard()).toEqual([{ figure: 'network', task: 'loudest', shown: true }]);
    expect(await attribute(page, '#network', 'guess')).toBe('17');
    await seen(page, '#network .told', 'Shown: Unit 17 it is');
  });

  it('lets the reader’s own digit flow through', async () => {
    const { page } = await openAlone(open, link);
    await learnt(page);
    await press(page, '#source');
    await usable(page, '#network #pad');
    const { x, y } = await centreOf(page, '#network #pad');
    // An upright stroke.
    await page.mouse.move(x, y - 40);
    await page.mouse.down();
    await page.mouse.move(x, y + 40, { steps: 8 });
    await page.mouse.up();
    await seen(page, '#network #says', 'It reads 1');
    expect(await attribute(page, '#network', 'drawing')).toMatch(/^50,\d+,/);
    const drawn = await pixels(page);
    await press(page, '#undo');
    await page.waitForFunction(() => !document.querySelector('#network')?.hasAttribute('drawing'));
    await frames(page, 3);
    expect(await pixels(page)).not.toBe(drawn);
    await press(page, '#source');
    await learnt(page);
  });
});
