import { join } from 'node:path';
import type { Browser, Page, Viewport } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';
import { serve } from '../../.scripts/serve.mjs';
import { type BrowserName, browserNames, launchBrowser } from './browsers.ts';

const site = join(import.meta.dirname, '../../dist/site');

export interface Opened {
  readonly page: Page;
  /** What the page wrote to the console as an error or threw, but for those that are expected. What is here at the end of a test fails it. */
  readonly errors: readonly string[];
  /** Requests that left the site. What is here at the end of a test fails it. */
  readonly foreignRequests: readonly string[];
}

export interface OpenOptions {
  readonly viewport?: Viewport;
  /** Errors that the test causes. */
  readonly expectedErrors?: RegExp;
  /** Without a network; every request is then held for foreign. */
  readonly offline?: boolean;
  /** Addresses of other servers that the page may ask. */
  readonly others?: readonly string[];
}

export interface Site {
  readonly address: string;
  /** The paths that it was asked for since the test began. */
  readonly asked: readonly string[];
}

/** Opens a page of the site, in a profile of its own: nothing stored, nothing cached. It is closed after the test. */
export type Open = (path?: string, options?: OpenOptions) => Promise<Opened>;

/** The same tests in Chromium and in Firefox, against the built site under its content security policy. */
export function describeInBrowsers(name: string, tests: (open: Open, browser: BrowserName, site: Site) => void): void {
  describe.each(browserNames)(`${name}, in %s`, (browserName) => {
    let server: Awaited<ReturnType<typeof serve>>;
    let browser: Browser;
    let opened: Opened[] = [];
    const asked: string[] = [];

    beforeAll(async () => {
      [server, browser] = await Promise.all([serve(site, { asked: (path) => asked.push(path) }), launchBrowser(browserName)]);
    });
    beforeEach(() => {
      asked.length = 0;
    });
    afterEach(async () => {
      const all = opened;
      opened = [];
      await Promise.all(all.map(({ page }) => page.browserContext().close()));
      expect(all.flatMap(({ errors }) => errors)).toEqual([]);
      expect(all.flatMap(({ foreignRequests }) => foreignRequests)).toEqual([]);
    });
    afterAll(async () => {
      await Promise.all([browser?.close(), server?.close()]);
    });

    const open: Open = async (path = '', { viewport = { width: 1280, height: 900 }, expectedErrors, others = [], offline = false } = {}) => {
      const page = await (await browser.createBrowserContext()).newPage();
      const errors: string[] = [];
      const foreignRequests: string[] = [];
      const note = (error: string) => {
        if (!expectedErrors?.test(error)) errors.push(error);
      };
      page.on('console', (message) => {
        if (message.type() === 'error') note(`${message.text()} (${message.location().url})`);
      });
      page.on('pageerror', (error) => note(error instanceof Error ? (error.stack ?? error.message) : String(error)));
      page.on('request', (request) => {
        const known = [server.address, ...others].some((address) => request.url().startsWith(address));
        if (/^(https?|wss?):/.test(request.url()) && (offline || !known)) foreignRequests.push(request.url());
      });
      opened.push({ page, errors, foreignRequests });
      await page.setViewport(viewport);
      if (offline) await page.setOfflineMode(true);
      await page.goto(new URL(path, server.address).href, { waitUntil: 'load' });
      return { page, errors, foreignRequests };
    };
    tests(open, browserName, {
      get address() {
        return server.address;
      },
      asked,
    });
  });
}
