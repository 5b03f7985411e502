import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformWithOxc } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { blog } from '../embed/host.ts';
import { closePage, type Engine, engineNames, popupOf, startEngine } from './engines.ts';
import type { TestPage } from './test-page.ts';

const tree = `<div id="host"></div><script>
  const host = document.querySelector('#host').attachShadow({ mode: 'open' });
  host.innerHTML = '<p class="word">outer</p><button disabled>no</button><span></span>';
  host.querySelector('span').attachShadow({ mode: 'open' }).innerHTML = '<p class="word">inner</p><input><select><option>a<option>b</select>';
</script>`;
const events = `<script>
  const heard = [];
  for (const type of ['pointerdown', 'pointermove', 'pointerup', 'click', 'keydown', 'keyup', 'wheel'])
    addEventListener(type, (event) => heard.push([type, event.key ?? (type === 'wheel' ? event.deltaY : event.clientX), event.shiftKey, event.isTrusted].join(' ')), { passive: true });
</script><body style="margin: 0; height: 3000px">`;

describe.each(engineNames)('a page, in %s', (name) => {
  const host = blog();
  const other = blog();
  let engine: Engine;
  let page: TestPage;
  let errors: string[];
  let requests: string[];

  beforeAll(async () => {
    engine = await startEngine(name);
  });
  afterAll(() => engine?.close());
  afterEach(() => page && closePage(page));

  async function open(html: string, width = 800): Promise<void> {
    host.show(html);
    errors = [];
    requests = [];
    page = await engine.newPage({ viewport: { width, height: 600 }, onError: (error) => errors.push(error), onRequest: (url) => requests.push(url) });
    await page.goto(host.address);
  }

  it('runs functions of a test, finds what lies in shadow trees and gives its answers as they are', async () => {
    await open(tree);
    expect(await page.$$eval('#host >>> .word', (words) => words.map((word) => word.textContent))).toEqual(['outer', 'inner']);
    expect(await page.$eval('#host >>> input', (input, a, b) => [input.localName, a + b], 1, 2)).toEqual(['input', 3]);
    expect(await page.evaluate(async (given) => ({ given, title: document.title }), [1, null, 'x'])).toEqual({ given: [1, null, 'x'], title: 'A blog' });
    expect(await page.evaluate(() => undefined)).toBeUndefined();
    expect(await page.evaluate('1 + 1')).toBe(2);
    // What a test does with an element may give the element, which nobody asked for.
    await page.$eval('#host', (element) => Object.assign(element, { self: element }));
    expect(await page.select('#host >>> select', 'b')).toEqual(['b']);
    expect(await page.$('#host >>> textarea')).toBeNull();
    await expect(page.$eval('textarea', ({ value }) => value)).rejects.toThrow('textarea');
    await expect(page.evaluate(() => Promise.reject(new RangeError('too far')))).rejects.toThrow('too far');
    await (await page.$('#host >>> input'))?.click();
    await page.keyboard.type('word 1');
    expect(await (await page.$('#host >>> input'))?.evaluate((input) => (input as HTMLInputElement).value)).toBe('word 1');
  });

  it('waits for what a script of the page does later, and says for what it waited in vain', async () => {
    await open(`${tree}<script>setTimeout(() => { document.title = 'later'; host.innerHTML = '<b>now</b>'; }, 300)</script>`);
    await page.waitForFunction((wanted) => document.title === wanted, {}, 'later');
    expect(await (await page.waitForSelector('#host >>> b'))?.evaluate((element) => element.textContent)).toBe('now');
    await expect(page.waitForFunction(() => document.title === 'never', { timeout: 300 })).rejects.toThrow('300');
  });

  it.each([390, 1440])('is %d pixels wide, and hears mouse, wheel and keys as those of a reader', async (width) => {
    await open(events, width);
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, 600]);
    await page.mouse.move(width - 40, 20);
    await page.mouse.down();
    await page.mouse.move(width - 20, 20, { steps: 2 });
    await page.mouse.up();
    await page.keyboard.down('Shift');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.up('Shift');
    await page.mouse.wheel({ deltaY: 120 });
    await page.waitForFunction(() => scrollY > 0);
    const heard = await page.evaluate('heard');
    expect(heard).toEqual(
      [
        `pointermove ${width - 40} false`,
        `pointerdown ${width - 40} false`,
        `pointermove ${width - 30} false`,
        `pointermove ${width - 20} false`,
        `pointerup ${width - 20} false`,
        `click ${width - 20} false`,
        'keydown Shift true',
        'keydown ArrowRight true',
        'keyup ArrowRight true',
        'keyup Shift false',
        'wheel 120 false',
      ].map((event) => `${event} true`),
    );
  });

  it('tells what goes wrong in it and in a frame of another origin, and what it asks of whom', async () => {
    other.show('<script>setTimeout(() => { throw new Error("thrown in the frame"); });</script><p>A frame</p>');
    await open(`<script>console.error('said', { of: 1 }); Promise.reject(new Error('rejected')); setTimeout(() => { throw new Error('thrown'); });
      fetch('http://127.0.0.1:59321/elsewhere').catch(() => {});</script><iframe sandbox="allow-scripts" src="${other.address}"></iframe>`);
    const frame = await (await page.$('iframe'))?.contentFrame();
    expect(await frame?.$eval('p', (text) => text.textContent)).toBe('A frame');
    await page.waitForNetworkIdle();
    expect(await page.title()).toBe('A blog');
    await closePage(page);
    page = await engine.newPage({ viewport: { width: 800, height: 600 } });
    // What a sandboxed frame throws, WebKit tells nobody in words.
    for (const each of ['said', 'rejected', /thrown in the frame|^Script error/, /thrown(?! in)/]) expect(errors).toContainEqual(expect.stringMatching(each));
    for (const each of [host.address, other.address, 'http://127.0.0.1:59321/elsewhere']) expect(requests).toContain(each);
  });

  it('takes scripts before its own, keeps nothing for the next page, and does without a network', async () => {
    await open('<script>document.title = [globalThis.given, localStorage.length].join(); localStorage.setItem("kept", "yes");</script>');
    expect(await page.title()).toBe(',0');
    await page.evaluateOnNewDocument((value) => Object.assign(globalThis, { given: value }), 'first');
    await page.reload();
    expect(await page.title()).toBe('first,1');
    await page.setOfflineMode(true);
    expect(await page.evaluate(() => fetch('/').catch(() => 'nothing'))).toBe('nothing');
    await closePage(page);
    page = await engine.newPage({ viewport: { width: 800, height: 600 } });
    await page.goto(host.address);
    expect(await page.title()).toBe(',0');
  });

  it('gives a picture of what has stood still for a while', async () => {
    await open('<body style="background: rgb(0, 0, 255)">');
    // WebKitGTK no longer draws by then.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const folder = mkdtempSync(join(tmpdir(), 'downhill-picture-'));
    await page.screenshot({ path: join(folder, 'page.png') });
    expect(readFileSync(join(folder, 'page.png')).toString('latin1', 1, 4)).toBe('PNG');
    rmSync(folder, { recursive: true });
  });

  it('opens a file, and another window', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'downhill-file-'));
    writeFileSync(join(folder, 'page.html'), '<!doctype html><title>A file</title><script>console.error("of the file")</script>');
    await open(`<script>addEventListener('keydown', () => window.open('', 'notes')?.document.write('<title>Notes</title><p>Words'))</script>`);
    await page.goto(`${pathToFileURL(join(folder, 'page.html')).href}?query`);
    expect(await page.title()).toBe('A file');
    expect(await page.url()).toMatch(/^file:.*\?query$/);
    await page.goto(host.address);
    const notes = await popupOf(page, () => page.keyboard.press('n'));
    expect(await notes.$eval('p', (text) => text.textContent)).toBe('Words');
    await page.bringToFront();
    expect(await page.title()).toBe('A blog');
    rmSync(folder, { recursive: true });
    expect(errors).toContainEqual(expect.stringContaining('of the file'));
  });
});

describe('the browser of a test that is killed', () => {
  it.each([
    ['that it started guarded', "startGuarded('sh', ['-c', 'echo $$ >&3; sleep 1000']).child.stdio[3].pipe(process.stdout);"],
    ['that others started', "const { pid } = spawn('sleep', ['1000']); endWithThisProcess(pid); console.log(pid);"],
  ])('ends with it: one %s', async (_, started) => {
    const path = join(import.meta.dirname, 'guarded.ts');
    const { code } = await transformWithOxc(readFileSync(path, 'utf8'), path);
    const script = `${code}; ${started} setInterval(() => {}, 1000);`;
    const test = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const number = await new Promise<string>((resolve) => test.stdout.once('data', (data: Buffer) => resolve(String(data).trim())));
    const running = () => {
      try {
        return execFileSync('ps', ['-o', 'pid=', '-p', number], { encoding: 'utf8' }).trim() === number;
      } catch {
        return false;
      }
    };
    expect(running()).toBe(true);
    test.kill('SIGKILL');
    await expect.poll(running, { timeout: 20_000 }).toBe(false);
  });
});
