import { existsSync } from 'node:fs';
import { type Browser, type LaunchOptions, launch } from 'puppeteer-core';
import { endWithThisProcess } from './driver/guarded.ts';

export type BrowserName = 'chromium' | 'firefox';
export const browserNames: readonly BrowserName[] = ['chromium', 'firefox'];

const launchOptions: Record<BrowserName, LaunchOptions & { executablePath: string }> = {
  chromium: {
    browser: 'chrome',
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      // There is none for root in a container.
      '--no-sandbox',
      // Nothing calls home.
      ...['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
      // Each window would bring a second page along, for what is typed into an address bar that no test has.
      '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
    ],
  },
  firefox: { browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr' },
};

/** An installed browser, without a window. It ends with this process. */
export async function launchBrowser(name: BrowserName): Promise<Browser> {
  const options = launchOptions[name];
  if (!existsSync(options.executablePath)) {
    throw new Error(`There is no ${options.executablePath}. Install ${name} (npm test does), or name another one in the variable ${name.toUpperCase()}.`);
  }
  // Puppeteer takes flags out of the list that it is given.
  const browser = await launch({ ...options, args: [...(options.args ?? [])], headless: true });
  const pid = browser.process()?.pid;
  if (pid !== undefined) browser.once('disconnected', endWithThisProcess(pid));
  return browser;
}
