import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Viewport } from 'puppeteer-core';
import { patience, type TestPage } from './test-page.ts';
import { WebKitKeyboard, WebKitMouse, WebKitTouchscreen } from './webkit-input.ts';
import { type Screen, startWebKit } from './webkit-process.ts';
import { type Ears, type RequestProxy, startProxy, withScript } from './webkit-proxy.ts';
import { WebKitScope } from './webkit-scope.ts';
import { watch } from './webkit-scripts.ts';
import { Session } from './webkit-session.ts';

export interface WebKitOptions extends Pick<Ears, 'onError' | 'onRequest'> {
  readonly lang: string;
}

/** A browser of its own, behind a proxy of its own. */
interface Browser {
  readonly session: Session;
  readonly proxy: RequestProxy;
  /** Functions that run before all other scripts of a page, as their calls. */
  readonly first: string[];
  /** What is removed when the browser ends. */
  readonly folders: string[];
  windows(): Promise<string[]>;
  end(): Promise<void>;
}

export async function openWebKit(screen: Screen, { lang, onError, onRequest }: WebKitOptions): Promise<WebKitPage> {
  const first = [`(${watch})();`];
  const folders: string[] = [];
  const proxy = await startProxy({ onError, onRequest, script: () => first.join('\n') });
  const { driver, end } = await startWebKit(screen, { lang, proxy: proxy.address }).catch(async (error) => {
    await proxy.close();
    throw error;
  });
  const session = new Session(driver);
  const window = await driver.getWindowHandle();
  const browser: Browser = {
    session,
    proxy,
    first,
    folders,
    windows: () => driver.getAllWindowHandles(),
    async end() {
      for (const each of await browser.windows().catch(() => [])) await takeErrors(new WebKitScope(session, { window: each, frames: [] }), onError);
      await end();
      await proxy.close();
      for (const folder of folders) rmSync(folder, { recursive: true });
    },
  };
  return new WebKitPage(browser, window, onError);
}

/** A page that is on its way out has nothing more to tell. */
async function takeErrors(scope: WebKitScope, onError: (message: string) => void): Promise<void> {
  const errors = await scope.run('() => globalThis.takeWhatWentWrong?.() ?? []', []).catch(() => []);
  for (const error of errors as string[]) onError(error);
}

export class WebKitPage extends WebKitScope implements TestPage {
  readonly keyboard: WebKitKeyboard;
  readonly mouse: WebKitMouse;
  readonly touchscreen: WebKitTouchscreen;
  readonly #browser: Browser;
  readonly #onError: (message: string) => void;

  constructor(browser: Browser, window: string, onError: (message: string) => void) {
    super(browser.session, { window, frames: [] });
    this.#browser = browser;
    this.#onError = onError;
    this.keyboard = new WebKitKeyboard(this.session, this.place);
    this.mouse = new WebKitMouse(this.session, this.place);
    this.touchscreen = new WebKitTouchscreen(this.mouse);
  }

  url(): Promise<string> {
    return this.session.at(this.place, (driver) => driver.getCurrentUrl());
  }

  async goto(url: string): Promise<void> {
    await takeErrors(this, this.#onError);
    const address = url.startsWith('file:') ? this.#watchedFile(new URL(url)) : url;
    await this.session.at(this.place, (driver) => driver.get(address));
  }

  async reload(): Promise<void> {
    await takeErrors(this, this.#onError);
    await this.session.at(this.place, (driver) => driver.navigate().refresh());
  }

  async evaluateOnNewDocument<Params extends unknown[]>(pageFunction: (...args: Params) => unknown, ...args: Params): Promise<void> {
    this.#browser.first.push(`(${pageFunction})(...${JSON.stringify(args)});`);
  }

  /** Of the page, not of the window, which has a bar above it. */
  async setViewport({ width, height }: Viewport): Promise<void> {
    const end = performance.now() + 10_000;
    for (;;) {
      const now = await this.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      if (now.width === width && now.height === height) return;
      if (performance.now() > end) throw new Error(`WebKit's page is ${now.width} × ${now.height} and does not become ${width} × ${height}`);
      await this.session.at(this.place, async (driver) => {
        const window = driver.manage().window();
        const outer = await window.getRect();
        await window.setRect({ x: 0, y: 0, width: outer.width + width - now.width, height: outer.height + height - now.height });
      });
    }
  }

  async setOfflineMode(offline: boolean): Promise<void> {
    this.#browser.proxy.offline = offline;
  }

  async waitForNetworkIdle({ idleTime = 500, timeout = patience }: { readonly idleTime?: number; readonly timeout?: number } = {}): Promise<void> {
    const end = performance.now() + timeout;
    for (let since = performance.now(); performance.now() - since < idleTime; ) {
      if (performance.now() > end) throw new Error(`The network was not idle within ${timeout} ms`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (this.#browser.proxy.open > 0) since = performance.now();
    }
  }

  async screenshot({ path, fullPage = false }: { readonly path: string; readonly fullPage?: boolean }): Promise<void> {
    const { width, height, whole } = await this.evaluate(() => ({ width: innerWidth, height: innerHeight, whole: document.documentElement.scrollHeight }));
    if (fullPage) await this.setViewport({ width, height: whole });
    writeFileSync(path, await this.session.picture(this.place, (driver) => driver.takeScreenshot()), 'base64');
    if (fullPage) await this.setViewport({ width, height });
  }

  async bringToFront(): Promise<void> {
    await this.session.at(this.place, (driver) => driver.switchTo().window(this.place.window));
  }

  /** The window that this opens. */
  async popup(open: () => Promise<unknown>): Promise<WebKitPage> {
    const before = await this.#browser.windows();
    await open();
    const end = performance.now() + patience;
    for (;;) {
      const opened = (await this.#browser.windows()).find((window) => !before.includes(window));
      if (opened) return new WebKitPage(this.#browser, opened, this.#onError);
      if (performance.now() > end) throw new Error(`No window was opened within ${patience} ms`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Ends the browser, too. */
  close(): Promise<void> {
    return this.#browser.end();
  }

  /** No proxy puts the scripts into a file, so they are put into a copy of it, which lies alone in a folder. */
  #watchedFile(url: URL): string {
    const folder = mkdtempSync(join(tmpdir(), 'downhill-watched-'));
    this.#browser.folders.push(folder);
    const copy = join(folder, basename(url.pathname));
    writeFileSync(copy, withScript(readFileSync(fileURLToPath(url), 'utf8'), this.#browser.first.join('\n')));
    return `${pathToFileURL(copy).href}${url.search}${url.hash}`;
  }
}
