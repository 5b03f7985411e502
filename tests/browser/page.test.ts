import { expect, it } from 'vitest';
import { describeInBrowsers } from './harness.ts';

describeInBrowsers('the page', (open) => {
  it('loads without errors and asks no other site for anything', async () => {
    const { page, errors, foreignRequests } = await open();
    await page.waitForNetworkIdle();
    expect(await page.title()).toContain('Downhill');
    expect(errors).toEqual([]);
    expect(foreignRequests).toEqual([]);
  });

  it('runs under a policy that allows its own files alone', async () => {
    const { page } = await open('', { expectedErrors: /Content.Security.Policy|example\.org/ });
    const refused = await page.evaluate(async () => {
      const violation = new Promise<string>((resolve) => document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective)));
      await fetch('https://example.org/').catch(() => undefined);
      return violation;
    });
    expect(refused).toBe('connect-src');
  });
});
