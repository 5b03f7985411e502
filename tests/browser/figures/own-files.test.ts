import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { loadEngine } from '../../../web/engine/api/downhill.ts';
import { splitIdxPair } from '../../../web/engine/data/idx-file.ts';
import { idx, joined } from '../../web/engine/idx-bytes.ts';
import { ofPuppeteer } from '../driver/engines.ts';
import type { TestPage } from '../driver/test-page.ts';
import { describeIn, itInChromium } from '../harness.ts';
import { attribute, painted, seen, textOf, until, usable } from './figure.ts';

type Training = HTMLElement & { losses: Float32Array; iteration: number; learn(iterations: number): void };
type Files = Readonly<Record<string, Uint8Array | string>>;

const figure = '#training';
const { images, labels } = splitIdxPair(gunzipSync(readFileSync(join(import.meta.dirname, '../../../build/data/digits.gz'))), 'digits.gz');

/** The first digits whose label is asked for; each pixel, by its row and column, goes through `pixel` into an image of that shape. */
function digitsOf(
  count: number,
  { wanted = (_: number): boolean => true, rows = 28, columns = 28, pixel = (at: (row: number, column: number) => number, row: number, column: number) => at(row, column) } = {},
) {
  const chosen = [...labels.slice(8)].flatMap((label, i) => (wanted(label) ? [i] : [])).slice(0, count);
  const values = chosen.flatMap((i) => {
    const at = (row: number, column: number) => images[16 + 784 * i + 28 * row + column] as number;
    return Array.from({ length: rows * columns }, (_, k) => pixel(at, Math.floor(k / columns), k % columns));
  });
  return {
    images: idx([chosen.length, rows, columns], values),
    labels: idx(
      [chosen.length],
      chosen.map((i) => labels[8 + i] as number),
    ),
  };
}

const digits = digitsOf(60);

async function drop(page: TestPage, files: Files): Promise<void> {
  const given = Object.entries(files).map(([name, content]) => [name, Buffer.from(content).toString('base64')] as const);
  await page.$eval(
    figure,
    (element, all) => {
      const transfer = new DataTransfer();
      for (const [name, base64] of all) transfer.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name));
      element.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    given,
  );
}

const iterationOf = (page: TestPage) => page.$eval(figure, (element) => (element as Training).iteration);

async function learn(page: TestPage, iterations: number): Promise<void> {
  await usable(page, `${figure} #play`);
  await page.$eval(figure, (element, count) => (element as Training).learn(count), iterations);
  await page.waitForFunction((selector, count) => document.querySelector<Training>(selector)?.losses.length === count, {}, figure, iterations);
}

const firstLoss = (page: TestPage) => page.$eval(figure, (element) => (element as Training).losses[0] as number);
const took = `${figure} .took`;

const rows = ['-1.363,-1.171,0', '-1.691,-1.02,0', '1.344,0.567,1', '1.814,1.201,1', '-1.505,-1.431,0', '1.573,0.924,1'];
const plain = rows.join(';');

describeIn(['chromium', 'webkit'], 'the reader’s files', (open, engine) => {
  const inDepth = itInChromium(engine);

  it('are points, in any dialect of CSV', async () => {
    const { page } = await open('?lang=en#training?bench&data=circle');
    await usable(page, `${figure} #play`);
    const german = (text: string) => text.replaceAll(',', ';').replaceAll('.', ',');
    const dialects: Files = {
      'german.csv': `\uFEFFx0;x1;Klasse\r\n${rows.map(german).join('\r\n')}\r\n`,
      'sep.csv': `sep=;\r\nx0;x1;Klasse\r\n${rows.join('\r\n').replaceAll(',', ';')}\r\n`,
      'cr.csv': `x0,x1,class\r${rows.join('\r')}\r`,
      'quoted.csv': rows.map((row) => row.split(',').map((field) => `"${field}"`)).join('\r\n'),
      'first.csv': `class,x0,x1\n${rows
        .map((row) => row.split(','))
        .map(([x0, x1, label]) => `${label},${x0},${x1}`)
        .join('\n')}`,
      'utf16.txt': Buffer.from(`\uFEFFx0\tx1\tclass\r\n${rows.join('\r\n').replaceAll(',', '\t')}`, 'utf16le'),
    };
    for (const [name, content] of Object.entries(dialects)) {
      await drop(page, { [name]: content });
      await seen(page, took, `6 points from ${name}`);
      expect(await attribute(page, figure, 'points')).toBe(plain);
    }
    await learn(page, 3);
  });

  inDepth('are chosen by a button in the language of the page', async () => {
    const { page } = await open('?lang=zh#training?bench&data=points');
    await usable(page, `${figure} [aria-describedby="csv-file-label"]`);
    const [chooser] = await Promise.all([
      ofPuppeteer(page).waitForFileChooser(),
      page.$eval(`${figure} >>> [aria-describedby="csv-file-label"]`, (button) => (button as HTMLButtonElement).click()),
    ]);
    expect(await textOf(page, `${figure} [aria-describedby="csv-file-label"]`)).toBe('选择文件…');
    const folder = mkdtempSync(join(tmpdir(), 'downhill-'));
    try {
      writeFileSync(join(folder, 'chosen.csv'), rows.join('\n'));
      await chooser.accept([join(folder, 'chosen.csv')]);
      await seen(page, took, '从 chosen.csv 读到 6 个点');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  inDepth('keep the names of their classes in the legend, in the text and in the link', async () => {
    const { page } = await open('?lang=en#training?bench&data=circle');
    await usable(page, `${figure} #play`);
    await drop(page, { 'iris.csv': `petal_length,petal_width,species\n${rows.map((row) => row.replace(/0$/, 'setosa').replace(/1$/, 'versicolor')).join('\n')}\n` });
    await seen(page, `${figure} .legend`, 'versicolor');
    await seen(page, `${figure} .legend`, 'setosa');
    await until(() => page.$eval(`${figure} >>> #points-text`, (text) => (text as HTMLTextAreaElement).value.includes('-1.363,-1.171,setosa')), 'the points as text');
    // The address follows a little later.
    await page.waitForFunction(() => location.hash.includes('setosa'));
  });

  inDepth('keep the digits of their values, and a net tells such points apart', async () => {
    const { page } = await open('?lang=en#training?bench&data=circle');
    await usable(page, `${figure} #play`);
    const places = ['35.68952,139.69171,0', '35.68957,139.69143,0', '35.69021,139.69204,0', '35.68871,139.69255,1', '35.68901,139.6931,1', '35.68823,139.69288,1'];
    await drop(page, { 'geo.csv': `lat,lon,class\n${places.join('\n')}\n` });
    await seen(page, took, '6 points');
    expect(await attribute(page, figure, 'points')).toBe(places.join(';'));
    await learn(page, 300);
    await seen(page, `${figure} #train-accuracy`, '100');
  });

  inDepth('are images of two digits alone: two classes, and a first loss near log 2', async () => {
    const { page } = await open('?lang=en#training?bench&learning-rate=0');
    const two = digitsOf(16, { wanted: (label) => label === 3 || label === 8 });
    await usable(page, `${figure} #play`);
    await drop(page, { 'images-of-two': two.images, 'labels-of-two': two.labels });
    await seen(page, took, '2 classes');
    await learn(page, 1);
    expect(await firstLoss(page)).toBeCloseTo(Math.log(2), 1);
    await seen(page, `${figure} #answers-table`, '8');
  });

  inDepth('are images of any shape, drawn wherever they are headed', async () => {
    const { page } = await open('?lang=en#training?bench');
    await usable(page, `${figure} #play`);
    const half = digitsOf(60, { columns: 14, pixel: (at, row, column) => at(row, 2 * column) });
    await drop(page, { 'rect-images': half.images, 'plain-labels': half.labels });
    await seen(page, took, '60 images of 28 × 14 pixels');
    await learn(page, 2);
    await painted(page, `${figure} #weights`);
    await painted(page, `${figure} #answers`);
  });

  inDepth('are images whose pixels go to 16: scaled by it, as is said, or by what the reader sets', async () => {
    const { page } = await open('?lang=en#training?bench&learning-rate=0.5');
    await usable(page, `${figure} #play`);
    const mean = (at: (row: number, column: number) => number, row: number, column: number) => {
      const cells = Array.from({ length: 9 }, (_, k) => at(2 + 3 * row + Math.floor(k / 3), 2 + 3 * column + (k % 3)));
      return Math.round((16 * cells.reduce((sum, value) => sum + value, 0)) / 9 / 255);
    };
    const small = digitsOf(60, { rows: 8, columns: 8, pixel: mean });
    await drop(page, { 'sk8-images': small.images, 'plain-labels': small.labels });
    await seen(page, `${figure} .own`, 'Pixels go from 0 to 16');
    await learn(page, 300);
    await seen(page, `${figure} #train-accuracy`, '%');
    await page.$$eval(`${figure} >>> .own .presets button`, (buttons) => (buttons.find((button) => button.textContent === '255') as HTMLButtonElement).click());
    await seen(page, `${figure} .own`, 'Pixels go from 0 to 255');
    expect(await attribute(page, figure, 'scale')).toBe('255');
  });

  inDepth('are letters: called as they are, and turned upright by one control', async () => {
    const { page } = await open('?lang=en#training?bench');
    await usable(page, `${figure} #play`);
    const turned = digitsOf(60, { pixel: (at, row, column) => at(column, row) });
    const letters = turned.labels.map((value, i) => (i < 8 ? value : value + 1));
    await drop(page, { 'letters-images': turned.images, 'letters-labels': letters });
    await seen(page, took, 'classes');
    await learn(page, 1);
    expect(await textOf(page, `${figure} .panel h3`)).not.toMatch(/digit/i);
    await page.waitForFunction(
      (selector, wanted) => [...(document.querySelector(selector)?.shadowRoot?.querySelectorAll('#answers-table tbody th') ?? [])].some((cell) => cell.textContent === wanted),
      {},
      figure,
      String(Math.max(...letters.slice(8))),
    );
    const picture = () => page.$eval(`${figure} >>> #answers`, (canvas) => (canvas as HTMLCanvasElement).toDataURL());
    const before = await picture();
    await page.$eval(`${figure} >>> .own input[type=checkbox]`, (box) => (box as HTMLInputElement).click());
    await page.waitForFunction(
      (selector, shown) => document.querySelector(selector)?.shadowRoot?.querySelector<HTMLCanvasElement>('#answers')?.toDataURL() !== shown,
      {},
      figure,
      before,
    );
    expect(await attribute(page, figure, 'upright')).toBe('');
  });

  it('may be four, to learn from and to test on; a table, packed or not; gzip of several members', async () => {
    const { page } = await open('?lang=en#training?bench');
    await usable(page, `${figure} #play`);
    const test = digitsOf(20);
    await drop(page, { 'train-images': digits.images, 'train-labels': digits.labels, 't10k-images': test.images, 't10k-labels': test.labels });
    await seen(page, took, '60 images of 28 × 28 pixels from train-images, train-labels, t10k-images, t10k-labels, and 20 to test on');
    const line = (i: number) => [digits.labels[8 + i], ...digits.images.slice(16 + 784 * i, 16 + 784 * (i + 1))].join(',');
    const table = `label,${Array.from({ length: 784 }, (_, i) => `pixel${i}`)}\n${Array.from({ length: 60 }, (_, i) => line(i)).join('\n')}\n`;
    await drop(page, { 'mnist.csv.gz': gzipSync(table) });
    await seen(page, took, '60 images of 28 × 28 pixels from mnist.csv.gz');
    const members = joined(gzipSync(digits.images.slice(0, 9000)), gzipSync(digits.images.slice(9000)), new Uint8Array(300));
    await drop(page, { 'multi-images.gz': members, 'multi-labels.gz': gzipSync(digits.labels) });
    await seen(page, took, '60 images of 28 × 28 pixels from multi-images.gz');
    await learn(page, 2);
  });

  it('that cannot be used touch nothing: the run, its data and the link stay, and the file is spoken of', async () => {
    const single = digitsOf(1);
    const refused: readonly [Files, en: string, zh: string][] = [
      [{ 'one-image': single.images, 'one-label': single.labels }, 'one-image has 1 sample', 'one-image 只有 1 个样本'],
      [
        {
          'big-images': idx(
            [1, 300, 300],
            Array.from({ length: 90_000 }, () => 1),
          ),
          'big-labels': idx([1], [0]),
        },
        'big-images have 300 × 300',
        '300 × 300',
      ],
      [{ 'far.csv': rows.join('\n').replace('-1.363', '1e308') }, 'Line 1 of far.csv', 'far.csv 第 1 行'],
      [{ 'two.csv': rows.slice(0, 2).join('\n') }, 'two.csv has 2 samples', 'two.csv 只有 2 个样本'],
      [{ 'plain-images': digits.images, 'other-labels': idx([3], [1, 2, 3]) }, 'plain-images has 60 images, but other-labels has 3 labels', 'other-labels 中却有 3 个标签'],
      [{ 'photo.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'plain-labels': digits.labels }, 'photo.png is a picture', 'photo.png 是一张图片'],
      [{ nothing: new Uint8Array() }, 'nothing is empty', 'nothing 是空的'],
      [{ 'table.xlsx': zipSync({ '[Content_Types].xml': new Uint8Array(9) }) }, 'table.xlsx is a workbook', 'table.xlsx 是电子表格'],
      [{ 'short.csv': `${rows.join('\n')}\n1,2\n` }, 'Line 7 of short.csv (“1,2”) has 2 fields', '第 7 行（“1,2”）有 2 项'],
    ];
    for (const [lang, text] of [
      ['en', 1],
      ['zh', 2],
    ] as const) {
      const { page } = await open(`?lang=${lang}#training?bench&data=circle`);
      await learn(page, 7);
      const state = await page.evaluate(() => location.hash);
      for (const each of refused) {
        await drop(page, each[0]);
        await seen(page, `${figure} .notices`, each[text]);
        expect(await textOf(page, `${figure} .notices`)).not.toMatch(/input_?size|undefined/i);
      }
      expect(await page.evaluate(() => location.hash)).toBe(state);
      expect(await iterationOf(page)).toBe(7);
      await page.$eval(figure, (element) => (element as Training).learn(1));
      await page.waitForFunction((selector) => document.querySelector<Training>(selector)?.losses.length === 8, {}, figure);
    }
  });

  inDepth('may be a net that was saved: it goes on learning where it fits, and is refused where it does not', async () => {
    const engine = await loadEngine();
    const data = engine.Dataset.fromIdx(images, labels);
    const net = new engine.TwoLayerNet({ inputSize: 784, hiddenSize: 20, outputSize: 10, weightInitStd: 0.01, seed: 1 });
    new engine.Trainer(net, data, { batchSize: 100, learningRate: 0.5, seed: 1 }).run(500);
    const { page } = await open('?lang=en#training?bench');
    await usable(page, `${figure} #play`);
    for (const [name, content] of [
      ['net.json', net.toJson()],
      ['net.npz', net.toNpz()],
    ] as const) {
      await drop(page, { [name]: content });
      await seen(page, took, `The net in ${name} (784-20-10) is open; Learn goes on with it.`);
      await page.waitForFunction(
        (selector) => Number.parseFloat(document.querySelector(selector)?.shadowRoot?.querySelector('#test-accuracy')?.textContent ?? '') > 80,
        {},
        figure,
      );
      await learn(page, 2);
      expect(await firstLoss(page)).toBeLessThan(1);
    }
    const { 'activation.npy': _, ...first } = unzipSync(net.toNpz());
    await drop(page, { 'first.npz': zipSync(first) });
    await seen(page, took, 'The net in first.npz (784-20-10) is open; Learn goes on with it. The file does not say its activation: sigmoid is taken, as it was set here.');
    await drop(page, { 'unsaid.json': net.toJson().replace('"activation"', '"activaton"') });
    await seen(page, `${figure} .notices`, 'unsaid.json does not say which activation its net has.');
    const { page: other } = await open('?lang=en#training?bench&data=circle');
    await learn(other, 3);
    await drop(other, { 'net.npz': net.toNpz() });
    await seen(other, `${figure} .notices`, 'The net in net.npz has 784 inputs and 10 classes; the data chosen here have 2 and 2.');
    expect(await iterationOf(other)).toBe(3);
  });
});
