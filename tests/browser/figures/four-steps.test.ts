import { expect, it } from 'vitest';
import type { TestPage } from '../driver/test-page.ts';
import { describeInBrowsers, itInChromium } from '../harness.ts';
import { openAlone, painted, seen, textOf, until, usable } from './figure.ts';
import { foundOn } from './tasks.ts';

const figure = '#four-steps';

async function press(page: TestPage, id: string): Promise<void> {
  await usable(page, `${figure} #${id}`);
  await page.$eval(`${figure} >>> #${id}`, (button) => (button as HTMLButtonElement).click());
}

const ask = (page: TestPage) => page.$eval(figure, (element) => element.setAttribute('question', ''));

describeInBrowsers('four-steps', (open, engine) => {
  const inDepth = itInChromium(engine);

  it('shows the mini-batch at first sight, then goes on phase by phase with the line that runs', async () => {
    const { page } = await openAlone(open, '?lang=en#four-steps');
    const lit = `${figure} .lit .line[aria-current=step]`;
    await seen(page, `${figure} #done`, 'digits drawn at random: 100');
    await painted(page, `${figure} #phase-picture`);
    await seen(page, lit, 'mini_batch = rng.integers(');
    expect(await textOf(page, `${figure} #losses .own`)).toMatch(/ 1\.\d{3} *$/);
    await press(page, 'next-phase');
    await seen(page, lit, 'gradient = net.gradient(');
    await press(page, 'next-phase');
    await seen(page, lit, 'optimizer.update(');
    await press(page, 'next-phase');
    await seen(page, lit, 'return net.loss(');
    expect(await textOf(page, `${figure} #losses .own strong`)).toMatch(/^−0\.\d{3}$/);
    await seen(page, `${figure} .ghosts`, 'batch of 100: own −0.');
    await press(page, 'next-phase');
    await seen(page, `${figure} #done`, 'Iteration 2');
    await press(page, 'clear-ghosts');
    await page.waitForFunction((selector) => document.querySelector(selector)?.shadowRoot?.querySelector('.ghosts') == null, {}, figure);
  });

  inDepth('finds a step that is uphill for all digits, by hand, with batches of ten after 500 iterations', async () => {
    const { page } = await openAlone(open, '?lang=en#four-steps');
    await ask(page);
    await press(page, 'batch-10');
    const heard = await foundOn(page);
    for (let tried = 0; tried < 24 && (await heard()).length === 0; tried++) await press(page, 'whole');
    await until(async () => (await heard()).length > 0, 'downhill-found');
    expect(await heard()).toEqual([{ figure: 'four-steps', task: 'worse', shown: false }]);
    await seen(page, `${figure} .told`, 'With a batch of 10 the loss changed by −');
  });

  inDepth('plays the solution, which is no find of the reader’s', async () => {
    const { page } = await openAlone(open, '?lang=en#four-steps');
    await ask(page);
    const heard = await foundOn(page);
    await press(page, 'show-me');
    await until(async () => (await heard()).length > 0, 'downhill-found', 60_000);
    expect(await heard()).toEqual([{ figure: 'four-steps', task: 'worse', shown: true }]);
    await seen(page, `${figure} .told`, 'Shown: With a batch of 10');
  });

  inDepth('begins with a net that has learnt nothing where that is asked for', async () => {
    const { page } = await openAlone(open, '?lang=en#four-steps');
    await press(page, 'after-0');
    // Ten classes, small initial weights: log 10.
    await until(async () => /2\.3\d\d/.test(await textOf(page, `${figure} #losses .own`)), 'the loss of an untrained net');
  });

  inDepth('says what is on the bench in a table', async () => {
    const { page } = await openAlone(open, '?lang=en#four-steps?bench');
    for (const _ of [1, 2]) await press(page, 'whole');
    expect(await textOf(page, `${figure} #iterations-table tbody`)).toMatch(/1 *100 *−0\.\d+ *−0\.\d+ *2 *100/);
  });
});
