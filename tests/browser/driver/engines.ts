import type { Browser, Page, Viewport } from 'puppeteer-core';
import { launchBrowser } from '../browsers.ts';
import { patience, type TestPage } from './test-page.ts';
import { openWebKit, WebKitPage } from './webkit-page.ts';
import { startScreen } from './webkit-process.ts';

export type EngineName = 'chromium' | 'firefox' | 'webkit';
export const engineNames: readonly EngineName[] = ['chromium', 'firefox', 'webkit'];

export interface PageOptions {
  readonly viewport: Viewport;
  /** What LANG says to the browser; in WebKit alone, where the language of the browser follows from it. */
  readonly lang?: string | undefined;
  /** Hears of each request. */
  onRequest?(url: string): void;
  /** Hears what the page writes to the console as an error, throws, or cannot load; all of it by the time when the page is closed. */
  onError?(message: string): void;
}

export interface Engine {
  /** An empty page in a profile of its own: nothing stored, nothing cached. */
  newPage(options: PageOptions): Promise<TestPage>;
  close(): Promise<void>;
}

/** `ended` hears of the end of a browser; each page of WebKit has one of its own. */
export async function startEngine(name: EngineName, ended = () => {}): Promise<Engine> {
  if (name === 'webkit') return startWebKitEngine();
  const browser = await launchBrowser(name);
  browser.once('disconnected', ended);
  return puppeteerEngine(name, browser);
}

const shared = new Map<EngineName, Promise<Engine>>();

/** One for all the test files of a process, which ends with it; a page has a profile of its own all the same. One that does not start, or ends, is started anew. */
export function sharedEngine(name: EngineName): Promise<Engine> {
  const running = shared.get(name);
  if (running) return running;
  const started = startEngine(name, () => void shared.delete(name));
  shared.set(name, started);
  started.catch(() => shared.delete(name));
  return started;
}

function puppeteerEngine(name: EngineName, browser: Browser): Engine {
  return {
    async newPage({ viewport, lang, onRequest, onError }) {
      if (lang !== undefined) throw new Error(`lang is given as ${lang}, but ${name} does not take its language from the environment`);
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') onError?.(`${message.text()} (${message.location().url})`);
      });
      page.on('pageerror', (error) => onError?.(error instanceof Error ? (error.stack ?? error.message) : String(error)));
      page.on('request', (request) => onRequest?.(request.url()));
      page.setDefaultTimeout(patience);
      await page.setViewport(viewport);
      return page;
    },
    close: () => browser.close(),
  };
}

async function startWebKitEngine(): Promise<Engine> {
  const screen = await startScreen();
  return {
    async newPage({ viewport, lang = 'en_GB.UTF-8', onRequest = () => {}, onError = () => {} }) {
      const page = await openWebKit(screen, { lang, onRequest, onError });
      try {
        await page.setViewport(viewport);
      } catch (error) {
        await page.close();
        throw error;
      }
      return page;
    },
    close: screen.end,
  };
}

/** Closes a page with its profile. */
export const closePage = (page: TestPage): Promise<void> => (page instanceof WebKitPage ? page.close() : ofPuppeteer(page).browserContext().close());

/** The window that this opens. */
export async function popupOf(page: TestPage, open: () => Promise<unknown>): Promise<TestPage> {
  if (page instanceof WebKitPage) return page.popup(open);
  const opened = new Promise<Page | null>((resolve) => ofPuppeteer(page).once('popup', resolve));
  await open();
  const popup = await opened;
  if (!popup) throw new Error('No window was opened');
  return popup;
}

/** All that Puppeteer can do, for a test that runs in Chromium, or in Firefox. */
export function ofPuppeteer(page: TestPage): Page {
  if (page instanceof WebKitPage) throw new Error('This test asks for what only Puppeteer can do: name the engines that it runs in, without webkit');
  return page as Page;
}
