import { describe, expect, it } from 'vitest';
import { IdxError, type IdxProblem, readIdxFiles, splitIdxPair } from '../../../web/engine/idx-file.ts';
import { gzipped, idx, joined, smallImages, smallLabels } from './idx-bytes.ts';

const file = (bytes: Uint8Array<ArrayBuffer>, name: string) => new File([bytes], name);
const images = file(smallImages, 'images');
const labels = file(smallLabels, 'labels');

async function problemOf(...files: File[]): Promise<IdxProblem> {
  const error = await readIdxFiles(files).catch((reason: unknown) => reason);
  if (error instanceof IdxError) return error.problem;
  throw new Error('the files were taken');
}

describe('two files', () => {
  it('are told apart by what they hold, not by their order', async () => {
    const expected = { kind: 'images', images: smallImages, labels: smallLabels };
    expect(await readIdxFiles([images, labels])).toEqual(expected);
    expect(await readIdxFiles([labels, images])).toEqual(expected);
  });

  it('may be gzipped or not', async () => {
    const packed = file(await gzipped(smallImages), 'images.gz');
    expect(await readIdxFiles([labels, packed])).toEqual({ kind: 'images', images: smallImages, labels: smallLabels });
  });
});

describe('what is wrong is said:', () => {
  it('one file', async () => expect(await problemOf(images)).toEqual({ code: 'not two files', found: 1 }));
  it('two files of images', async () => expect(await problemOf(images, file(smallImages, 'more'))).toEqual({ code: 'no labels', files: ['images', 'more'] }));
  it('two files of labels', async () => expect(await problemOf(labels, file(smallLabels, 'more'))).toEqual({ code: 'no images', files: ['labels', 'more'] }));
  it('other bytes', async () =>
    expect(await problemOf(file(new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'photo.png'), labels)).toEqual({ code: 'not IDX', file: 'photo.png', found: '89 50 4e 47' }));
  it('no bytes', async () => expect(await problemOf(file(new Uint8Array(), 'nothing'), labels)).toMatchObject({ code: 'not IDX', file: 'nothing' }));
  it('floats', async () => expect(await problemOf(file(new Uint8Array([0, 0, 13, 3]), 'floats'), labels)).toEqual({ code: 'wrong type', file: 'floats', found: 13 }));
  it('a matrix', async () => expect(await problemOf(file(idx([1, 2], [1, 2]), 'matrix'), labels)).toEqual({ code: 'wrong rank', file: 'matrix', found: 2 }));
  it('nothing in it', async () => expect(await problemOf(images, file(idx([0], []), 'labels'))).toEqual({ code: 'empty', file: 'labels' }));
  it('a header that is cut', async () =>
    expect(await problemOf(file(smallImages.slice(0, 9), 'cut'), labels)).toEqual({ code: 'wrong length', file: 'cut', expected: 16, found: 9 }));
  it('values that are cut', async () =>
    expect(await problemOf(file(smallImages.slice(0, 20), 'cut'), labels)).toEqual({ code: 'wrong length', file: 'cut', expected: 28, found: 20 }));
  it('surplus values', async () =>
    expect(await problemOf(images, file(joined(smallLabels, new Uint8Array(5)), 'long'))).toEqual({ code: 'wrong length', file: 'long', expected: 11, found: 16 }));
  it('another number of labels', async () => expect(await problemOf(images, file(idx([2], [1, 2]), 'labels'))).toEqual({ code: 'counts differ', images: 3, labels: 2 }));
  it('gzip that is cut', async () => {
    const packed = await gzipped(smallImages);
    expect(await problemOf(file(packed.slice(0, -6), 'images.gz'), labels)).toEqual({ code: 'damaged gzip', file: 'images.gz' });
  });
  it('gzip whose checksum is wrong', async () => {
    const packed = await gzipped(smallImages);
    packed[packed.length - 8] = (packed.at(-8) ?? 0) ^ 1;
    expect(await problemOf(file(packed, 'images.gz'), labels)).toEqual({ code: 'damaged gzip', file: 'images.gz' });
  });
});

describe('a pair in one file', () => {
  it('is split', () => expect(splitIdxPair(joined(smallImages, smallLabels), 'pair')).toEqual({ kind: 'images', images: smallImages, labels: smallLabels }));
  it('may have the labels first', () => expect(splitIdxPair(joined(smallLabels, smallImages), 'pair')).toEqual({ kind: 'images', images: smallImages, labels: smallLabels }));
  it('that is cut is refused', () => expect(() => splitIdxPair(joined(smallImages, smallLabels).slice(0, -1), 'pair')).toThrow(IdxError));
  it('of images twice is refused', () => expect(() => splitIdxPair(joined(smallImages, smallImages), 'pair')).toThrow(IdxError));
});
