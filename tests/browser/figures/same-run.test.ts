import { expect, it } from 'vitest';
import { readState, settingsOf } from '../../../web/figures/training/state.ts';
import { describeInBrowsers } from '../harness.ts';
import { openAlone } from './figure.ts';
import { bitsOf, lossesAfter, runInNode } from './run.ts';

const iterations = 500;

describeInBrowsers('the run of the training', (open) => {
  it('has the losses that it has in Node, to the last bit', async () => {
    const { page } = await openAlone(open, '?lang=en#training');
    const session = await runInNode(settingsOf(readState(() => null)), iterations);
    expect(await lossesAfter(page, '#training', iterations)).toBe(bitsOf(session.trainer.losses()));
  });
});
