import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FileError, type FileProblem } from '../../../../web/engine/api/file-problem.ts';
import { jsonOf, netArrays, npzOf } from '../../../../web/engine/api/net-file.ts';
import { type OwnFiles, readOwnFiles, readOwnText } from '../../../../web/engine/data/own-files.ts';
import { type FileFacts, files } from '../../../../web/i18n/files.ts';
import { idx, joined } from '../idx-bytes.ts';

const encoded = (text: string) => new TextEncoder().encode(text);
const file = (name: string, bytes: Uint8Array<ArrayBuffer> | string) => new File([bytes], name);
const labelsOf = (...labels: readonly number[]) => idx([labels.length], labels);
const imagesOf = (count: number, rows = 2, columns = 2) =>
  idx(
    [count, rows, columns],
    Array.from({ length: count * rows * columns }, (_, i) => i % 256),
  );
const jsonOfNet = (changes: object) =>
  JSON.stringify({ ...JSON.parse(jsonOf(netArrays({ inputSize: 2, hiddenSize: 1, outputSize: 2 }, new Float32Array(7)), { activation: 'relu' })), ...changes });
const images = imagesOf(6);
const labels = labelsOf(7, 0, 9, 7, 0, 9);

async function problemOf(...files: File[]): Promise<FileProblem> {
  const error = await readOwnFiles(files).catch((reason: unknown) => reason);
  if (error instanceof FileError) return error.problem;
  throw new Error(`the files were taken: ${String(error)}`);
}

async function imagesIn(...files: File[]): Promise<Extract<OwnFiles, { kind: 'images' }>> {
  const own = await readOwnFiles(files);
  if (own.kind !== 'images') throw new Error(`these are ${own.kind}`);
  return own;
}

describe('images and labels', () => {
  it('are told apart by what they hold, not by order or name', async () => {
    const expected = { kind: 'images', data: { kind: 'images', images, labels, classes: [0, 7, 9] }, shape: [2, 2] };
    expect(await readOwnFiles([file('a', images), file('b', labels)])).toEqual(expected);
    expect(await readOwnFiles([file('a', labels), file('b', images)])).toEqual(expected);
  });

  it('may be gzipped, in several members', async () => {
    const split = joined(new Uint8Array(gzipSync(images.slice(0, 10))), new Uint8Array(gzipSync(images.slice(10))));
    expect((await imagesIn(file('images.gz', split), file('labels', labels))).data.images).toEqual(images);
  });

  it('of any shape are taken', async () => expect((await imagesIn(file('a', imagesOf(6, 5, 3)), file('b', labels))).shape).toEqual([5, 3]));

  it('to learn from and to test on are told apart by names, else the larger set is for learning', async () => {
    const [more, moreLabels] = [imagesOf(8), labelsOf(0, 7, 9, 9, 7, 0, 0, 5)];
    const bySize = await imagesIn(file('a', images), file('b', labels), file('c', moreLabels), file('d', more));
    expect([bySize.data.images.length, bySize.data.test?.images.length]).toEqual([more.length, images.length]);
    expect(bySize.data.classes).toEqual([0, 5, 7, 9]);
    const byName = await imagesIn(file('train-labels', labels), file('train-images', images), file('t10k-labels', moreLabels), file('t10k-images', more));
    expect([byName.data.images.length, byName.data.test?.images.length]).toEqual([images.length, more.length]);
    const equal = await imagesIn(file('t10k-images', images), file('train-images', images), file('train-labels', labelsOf(1, 1, 1, 2, 2, 2)), file('t10k-labels', labels));
    expect([equal.data.labels[8], equal.data.test?.labels[8]]).toEqual([1, 7]);
  });

  it('in two tables are for learning and to test on, their classes by name', async () => {
    const pixels = Array.from({ length: 16 }, (_, i) => i);
    const table = (...names: string[]) => encoded(`label,${pixels.map((i) => `pixel${i}`)}\n${names.map((name) => `${name},${pixels}`).join('\n')}\n`);
    const own = await imagesIn(file('test.csv', table('b', 'c')), file('train.csv', table('a', 'b', 'a', 'b', 'a')));
    expect(own.data.names).toEqual(['a', 'b', 'c']);
    expect([...own.data.labels.slice(8)]).toEqual([0, 1, 0, 1, 0]);
    expect([...(own.data.test?.labels.slice(8) ?? [])]).toEqual([1, 2]);
  });
});

describe('points and nets', () => {
  const table = 'x0,x1,class\n1,2,a\n3,4,b\n5,6,a\n7,8,b\n9,10,a\n';
  it('are told from one another by what they hold', async () => {
    expect(await readOwnFiles([file('points.json', table)])).toMatchObject({ kind: 'points', data: { names: ['a', 'b'] } });
    expect(await readOwnFiles([file('points.csv.gz', new Uint8Array(gzipSync(table)))])).toMatchObject({ kind: 'points' });
    const arrays = netArrays({ inputSize: 1, hiddenSize: 2, outputSize: 2 }, new Float32Array(10));
    expect(await readOwnFiles([file('net.txt', jsonOf(arrays, { activation: 'relu' }))])).toMatchObject({ kind: 'net', net: { activation: 'relu' } });
    expect(await readOwnFiles([file('net.zip', npzOf(arrays, { activation: 'tanh' }))])).toMatchObject({ kind: 'net', net: { hiddenSize: 2 } });
  });

  it('written into the page may be few, and are spoken of as that', async () => {
    expect(await readOwnText('1,2,0')).toMatchObject({ names: ['0'] });
    await expect(readOwnText('1,2,0\none, two')).rejects.toMatchObject({ problem: { file: '', line: 2 } });
  });
});

describe('what cannot be used is said with the file’s name:', () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0);
  const workbook = zipSync({ '[Content_Types].xml': encoded('<x/>'), 'xl/workbook.xml': encoded('<x/>') }) as Uint8Array<ArrayBuffer>;
  const wrong: [string, File[], object][] = [
    ['images alone', [file('a', images)], { code: 'no labels', files: ['a'] }],
    ['images twice', [file('a', images), file('b', images)], { code: 'no labels', files: ['a', 'b'] }],
    ['labels twice', [file('a', labels), file('b', labels)], { code: 'no images', files: ['a', 'b'] }],
    ['three files', [file('a', images), file('b', labels), file('c', labels)], { code: 'no set', files: ['a', 'b', 'c'] }],
    ['a table and images', [file('a.csv', '1,2,0\n3,4,1\n'), file('b', labels)], { code: 'no set' }],
    [
      'four files: the images say what they are for, the labels do not',
      [file('train-x', images), file('y1', labels), file('test-x', images), file('y2', labels)],
      { code: 'pairs unclear' },
    ],
    ['four files that do not say what they are for', [file('a', images), file('b', labels), file('c', images), file('d', labels)], { code: 'pairs unclear' }],
    [
      'test images of another shape',
      [file('a', images), file('b', labels), file('c', imagesOf(7, 3, 2)), file('d', labelsOf(0, 1, 2, 3, 4, 5, 6))],
      { code: 'shapes differ', train: '3 × 2', test: '2 × 2' },
    ],
    ['a picture', [file('photo.png', png)], { code: 'other kind', file: 'photo.png', kind: 'picture' }],
    ['a picture among them', [file('photo.png', png), file('b', labels)], { code: 'other kind', file: 'photo.png' }],
    ['a workbook', [file('table.xlsx', workbook)], { code: 'other kind', file: 'table.xlsx', kind: 'workbook' }],
    ['an archive', [file('a.zip', zipSync({ 'a.csv': encoded('1,2,0') }) as Uint8Array<ArrayBuffer>)], { code: 'other kind', kind: 'zip' }],
    ['no bytes', [file('nothing', new Uint8Array())], { code: 'empty', file: 'nothing' }],
    ['no text', [file('nothing.csv', ' \n\n')], { code: 'empty', file: 'nothing.csv' }],
    ['gzip of nothing', [file('nothing.gz', new Uint8Array(gzipSync('')))], { code: 'empty', file: 'nothing.gz' }],
    ['floats', [file('floats', new Uint8Array([0, 0, 13, 3])), file('b', labels)], { code: 'wrong type', file: 'floats', found: 13 }],
    ['a matrix', [file('matrix', idx([1, 2], [1, 2])), file('b', labels)], { code: 'wrong rank', file: 'matrix', found: 2 }],
    ['nothing in it', [file('a', images), file('b', idx([0], []))], { code: 'no items', file: 'b' }],
    ['a header that is cut', [file('cut', images.slice(0, 9)), file('b', labels)], { code: 'wrong length', file: 'cut', expected: 16, found: 9 }],
    ['values that are cut', [file('cut', images.slice(0, 20)), file('b', labels)], { code: 'wrong length', file: 'cut', expected: 40, found: 20 }],
    ['another number of labels', [file('a', images), file('b', labelsOf(1, 2))], { code: 'counts differ', files: ['a', 'b'], images: 6, labels: 2 }],
    ['gzip that is cut', [file('a.gz', new Uint8Array(gzipSync(images)).slice(0, -6)), file('b', labels)], { code: 'damaged gzip', file: 'a.gz' }],
    ['one image', [file('a', imagesOf(1)), file('b', labelsOf(3))], { code: 'too few', file: 'a', found: 1, fewest: 5 }],
    ['images of one class', [file('a', images), file('b', labelsOf(3, 3, 3, 3, 3, 3))], { code: 'one class', file: 'a', name: '3' }],
    [
      'images of more pixels than a net has inputs',
      [file('a', imagesOf(1, 300, 300)), file('b', labelsOf(1))],
      { code: 'too many pixels', file: 'a', rows: 300, columns: 300, most: 65536 },
    ],
    ['two points', [file('a.csv', '1,2,0\n3,4,1\n')], { code: 'too few', file: 'a.csv', found: 2, fewest: 5 }],
    ['points of one class', [file('a.csv', '1,2,0\n'.repeat(7))], { code: 'one class', file: 'a.csv' }],
    ['other JSON', [file('a.json', '{"type": "FeatureCollection"}')], { code: 'array missing', file: 'a.json' }],
    ['a net without its activation', [file('a.json', jsonOfNet({ activation: undefined }))], { code: 'no activation', file: 'a.json' }],
    ['a net of another output', [file('a.json', jsonOfNet({ output: 'linear' }))], { code: 'output', file: 'a.json', found: 'linear' }],
    ['a net with too few names', [file('a.json', jsonOfNet({ classes: ['a'] }))], { code: 'class names', file: 'a.json', expected: 2 }],
    ['a net of other pixels', [file('a.json', jsonOfNet({ pixelScale: 1000 }))], { code: 'pixel scale', file: 'a.json', found: '1000' }],
  ];
  it.each(wrong)('%s', async (_, given, expected) => {
    const problem = await problemOf(...given);
    expect(problem).toMatchObject(expected);
    for (const { problems } of Object.values(files)) {
      const text = problems[problem.code](problem as unknown as FileFacts);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      expect(given.some(({ name }) => text.includes(name))).toBe(true);
    }
  });

  it('and of a net whose activation the file does not say, which one is taken', () => {
    for (const { took } of Object.values(files)) {
      expect(took.net('net.npz', 2, 3, 2, 'tanh')).toContain('tanh');
      expect(took.net('net.npz', 2, 3, 2)).not.toMatch(/undefined|tanh/);
    }
  });

  it('a folder', async () => {
    const folder = file('folder', '');
    folder.arrayBuffer = () => Promise.reject(new DOMException('it is a folder', 'NotReadableError'));
    expect(await problemOf(folder)).toEqual({ code: 'unreadable', file: 'folder' });
  });
});
