// Where the programs run: pages of a browser, and processes that answer line by line. Each does nothing until it is called.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * @typedef {object} Host
 * @property {(name: string, settings?: object) => Promise<any>} call a measurement of the program that runs there
 * @property {() => Promise<void>} close
 */

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} server its address
 * @param {{ program: string, scripts?: readonly string[], data: string, place?: object }} what addresses from the server's root
 * @returns {Promise<Host>}
 */
export async function openPage(browser, server, { scripts = [], place = {}, ...what }) {
  const page = await (await browser.createBrowserContext()).newPage();
  /** @type {string[]} */
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  // A peer may make functions from text, which the site's policy forbids.
  if (scripts.length > 0) await page.setBypassCSP(true);
  await page.goto(new URL('tests/bench/page.html', server).href, { waitUntil: 'load' });
  /** @param {unknown} error */
  const explained = (error) => new Error([`${what.program}: ${error instanceof Error ? error.message : error}`, ...problems].join('\n'));
  await page.evaluate((all) => /** @type {any} */ (globalThis).bench.open(all), { ...what, scripts, place }).catch((error) => Promise.reject(explained(error)));
  return {
    call: async (name, settings = {}) => {
      // A page in the background gets its timers late.
      await page.bringToFront();
      return page.evaluate((called, with_) => /** @type {any} */ (globalThis).bench.call(called, with_), name, settings).catch((error) => Promise.reject(explained(error)));
    },
    close: () => page.browserContext().close(),
  };
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] instead of this process's own
 * @returns {Host}
 */
export function openProcess(command, args, env = process.env) {
  const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const failed = new Promise((_, reject) => {
    child.on('error', reject);
    child.stdin.on('error', reject);
  });
  failed.catch(() => {});
  return {
    call: async (name, settings = {}) => {
      child.stdin.write(`${JSON.stringify({ name, settings })}\n`);
      const { done, value: line } = await Promise.race([answers.next(), /** @type {Promise<never>} */ (failed)]);
      if (done) throw new Error(`${command} ${args.join(' ')} has ended`);
      return JSON.parse(line).value;
    },
    close: async () => {
      child.stdin.end();
    },
  };
}
