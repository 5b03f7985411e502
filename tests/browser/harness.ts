import { join } from 'node:path';
import type { Viewport } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serve } from '../../.scripts/serve.mjs';
import { closePage, type Engine, type EngineName, engineNames, sharedEngine } from './driver/engines.ts';
import type { TestPage } from './driver/test-page.ts';

const site = join(import.meta.dirname, '../../dist/site');

export interface Opened {
  readonly page: TestPage;
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
  /** What LANG says to the browser: in WebKit alone. */
  readonly lang?: string;
  /** Open until the end of its block, for the tests that come next: what took long to get there is not done again. */
  readonly kept?: boolean;
}

export interface Site {
  readonly address: string;
  /** The paths that it was asked for since the test began. */
  readonly asked: readonly string[];
}

/** Opens a page of the site, in a profile of its own: nothing stored, nothing cached. It is closed after the test. */
export type Open = (path?: string, options?: OpenOptions) => Promise<Opened>;

/** The same tests in each engine, against the built site under its content security policy. */
export const describeInBrowsers = (name: string, tests: Tests): void => describeIn(engineNames, name, tests);

/** What a figure computes and how it behaves in depth is shown in one engine. Here a test has all that Puppeteer can do (`ofPuppeteer`). */
export const describeInChromium = (name: string, tests: Tests): void => describeIn(['chromium'], name, tests);

/** In a block of several engines: what one of them is enough to show. */
export const itInChromium = (engine: EngineName) => it.runIf(engine === 'chromium');

export type Tests = (open: Open, engine: EngineName, site: Site) => void;

export function describeIn(engines: readonly EngineName[], name: string, tests: Tests): void {
  describe.each(engines)(`${name}, in %s`, (engineName) => {
    let server: Awaited<ReturnType<typeof serve>>;
    let engine: Engine;
    let opened: Opened[] = [];
    const kept: Opened[] = [];
    const asked: string[] = [];

    beforeAll(async () => {
      [server, engine] = await Promise.all([serve(site, { asked: (path) => asked.push(path) }), sharedEngine(engineName)]);
    });
    beforeEach(() => {
      asked.length = 0;
    });
    afterEach(async () => {
      const all = opened;
      opened = [];
      await Promise.all(all.map(({ page }) => closePage(page)));
      for (const { errors, foreignRequests } of [...all, ...kept]) {
        expect(errors).toEqual([]);
        expect(foreignRequests).toEqual([]);
      }
    });
    afterAll(async () => {
      await Promise.all(kept.map(({ page }) => closePage(page)));
      server?.close();
    });

    const open: Open = async (path = '', { viewport = { width: 1280, height: 900 }, expectedErrors, others = [], offline = false, lang, kept: keeps = false } = {}) => {
      const errors: string[] = [];
      const foreignRequests: string[] = [];
      const page = await engine.newPage({
        viewport,
        lang,
        onError: (error) => {
          if (!expectedErrors?.test(error)) errors.push(error);
        },
        onRequest: (url) => {
          const known = [server.address, ...others].some((address) => url.startsWith(address));
          if (/^(https?|wss?):/.test(url) && (offline || !known)) foreignRequests.push(url);
        },
      });
      (keeps ? kept : opened).push({ page, errors, foreignRequests });
      if (offline) await page.setOfflineMode(true);
      await page.goto(new URL(path, server.address).href, { waitUntil: 'load' });
      return { page, errors, foreignRequests };
    };
    tests(open, engineName, {
      get address() {
        return server.address;
      },
      asked,
    });
  });
}
