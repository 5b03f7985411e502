import { FileError, type OtherKind } from '../api/file-problem.ts';
import { netOfJson, netOfNpz, type SavedNet } from '../api/net-file.ts';
import { type IdxPair, type ImageRunData, labelsOf, mostLabels, type PointRunData } from '../protocol/run-types.ts';
import { yielding } from '../protocol/yielding.ts';
import type { CsvContent, LabelledImages } from './csv-file.ts';
import { isGzip } from './gzip.ts';
import { type IdxFile, isIdx, pairOf, readIdx, readIdxHeader } from './idx-file.ts';
import { decodedText } from './text-encoding.ts';

// The files that a reader drops or chooses: what they are is told by what they hold, not by their names.

/** What can be learned from, or be gone on with. */
export type OwnFiles =
  | { readonly kind: 'images'; readonly data: ImageRunData; readonly shape: readonly [rows: number, columns: number] }
  | { readonly kind: 'points'; readonly data: Required<PointRunData> }
  | { readonly kind: 'net'; readonly net: SavedNet };

/** Bytes of one file, packed or not. MNIST's largest has 47 million. */
const largestFile = 268_435_456;
/** Fewer leave nothing to test on. */
const fewestSamples = 5;
/** The most pixels of one image that the engine takes. */
const mostPixels = 65_536;

type Content = (IdxFile & { readonly kind: 'idx' }) | ({ readonly file: string } & (CsvContent | { readonly kind: 'net'; readonly net: SavedNet }));

/** All files of one drop. Rejects with FileError. */
export async function readOwnFiles(files: readonly File[]): Promise<OwnFiles> {
  const contents: Content[] = [];
  for (const file of files) contents.push(await contentOf(file));
  const [first, second] = contents;
  if (contents.length === 1 && first?.kind === 'net') return { kind: 'net', net: first.net };
  if (contents.length === 1 && first?.kind === 'points') return checkedPoints(first.data, first.file);
  const tables = contents.flatMap((content) => (content.kind === 'images' ? [{ file: content.file, ...content.data }] : []));
  const parts = contents.flatMap((content) => (content.kind === 'idx' ? [content] : []));
  if (tables.length === contents.length && first && contents.length <= 2) return second ? joinedTables(tables) : imagesOf([tables[0] as Table]);
  if (parts.length === contents.length) return imagesOf(setsOf(parts));
  throw new FileError({ code: 'no set', files: files.map(({ name }) => name) });
}

/** Points written into a page. Throws FileError with '' for the file. */
export async function readOwnText(text: string): Promise<Required<PointRunData>> {
  const content = await csvOf(text, '');
  if (content.kind !== 'points') throw new FileError({ code: 'no table', file: '' });
  return content.data;
}

async function contentOf(source: File): Promise<Content> {
  const file = source.name;
  if (source.size > largestFile) throw new FileError({ code: 'too large', file, most: largestFile, unpacked: false });
  const given = await source.arrayBuffer().catch(() => {
    throw new FileError({ code: 'unreadable', file });
  });
  const bytes = isGzip(new Uint8Array(given)) ? await unpacked(new Uint8Array(given), file) : new Uint8Array(given);
  if (bytes.length === 0) throw new FileError({ code: 'empty', file });
  if (isIdx(bytes)) return { kind: 'idx', ...readIdx(bytes, file) };
  if (isZip(bytes)) {
    const kind = zipKind(bytes);
    if (kind !== 'npz') throw new FileError({ code: 'other kind', file, kind });
    return { kind: 'net', file, net: netOfNpz(bytes, file) };
  }
  const kind = otherKind(bytes);
  const text = kind ? undefined : decodedText(bytes);
  if (text === undefined) throw new FileError({ code: 'other kind', file, kind: kind ?? 'binary' });
  if (text.trim() === '') throw new FileError({ code: 'empty', file });
  if (/^\s*\{/.test(text)) return { kind: 'net', file, net: netOfJson(text, file) };
  return { file, ...(await csvOf(text, file)) };
}

async function unpacked(bytes: Uint8Array, file: string): Promise<Uint8Array<ArrayBuffer>> {
  const { TooLarge, unpack } = await import('./unpack.ts');
  try {
    return await unpack(bytes, largestFile);
  } catch (error) {
    throw new FileError(error instanceof TooLarge ? { code: 'too large', file, most: largestFile, unpacked: true } : { code: 'damaged gzip', file });
  }
}

async function csvOf(text: string, file: string): Promise<CsvContent> {
  const { readCsv } = await import('./csv-file.ts');
  const work = readCsv(text, file);
  const breathe = yielding();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    await new Promise<void>(breathe);
  }
}

interface Named extends IdxPair {
  readonly file: string;
}
type Table = { readonly file: string } & LabelledImages;

/** Which images and which labels belong together, training set first. */
function setsOf(parts: readonly IdxFile[]): Named[] {
  const files = parts.map(({ file }) => file);
  const images = parts.filter(({ shape }) => shape.length === 3);
  const labels = parts.filter(({ shape }) => shape.length === 1);
  if (labels.length === 0) throw new FileError({ code: 'no labels', files });
  if (images.length === 0) throw new FileError({ code: 'no images', files });
  const named = (of: IdxFile, to: IdxFile): Named => ({ file: of.file, ...pairOf(of, to) });
  const [first, second] = images;
  const [one, other] = labels;
  if (parts.length === 2 && first && one) return [named(first, one)];
  if (parts.length !== 4 || !first || !second || !one || !other) throw new FileError({ code: 'no set', files });
  const orders = [
    [one, other],
    [other, one],
  ] as const;
  const fitting = orders.filter(([a, b]) => a.shape[0] === first.shape[0] && b.shape[0] === second.shape[0]);
  if (fitting.length === 2 && isTest(one.file) === isTest(other.file)) throw new FileError({ code: 'pairs unclear', files });
  const [a, b] = fitting.length === 1 && fitting[0] ? fitting[0] : fitting.length === 0 ? [one, other] : isTest(first.file) === isTest(one.file) ? [one, other] : [other, one];
  const pairs = [named(first, a), named(second, b)];
  return testLast(pairs, [first, second].map(({ shape }) => shape[0] ?? 0) as [number, number], files);
}

function joinedTables(tables: readonly Table[]): OwnFiles {
  const [first, second] = tables as [Table, Table];
  const names = [...new Set([...first.names, ...second.names])];
  const numeric = names.every((name) => /^-?\d+$/.test(name));
  names.sort((a, b) => (numeric ? Number(a) - Number(b) : a < b ? -1 : 1));
  if (names.length > mostLabels) throw new FileError({ code: 'too many classes', file: second.file, found: names.length, most: mostLabels, names: names.slice(0, 6) });
  const renumbered = ({ labels, names: own }: Table) => {
    const all = labels.slice();
    for (let i = 8; i < all.length; i++) all[i] = names.indexOf(own[all[i] as number] as string);
    return all;
  };
  const sets = tables.map((table) => ({ ...table, labels: renumbered(table), names }));
  const counts = tables.map((table) => labelsOf(table).length) as [number, number];
  return imagesOf(
    testLast(
      sets,
      counts,
      tables.map(({ file }) => file),
    ),
  );
}

const isTest = (file: string) => /t10k|test|valid|eval/i.test(file);

/** By their names, else the larger is for learning. */
function testLast<T extends Named>(sets: readonly T[], [first, second]: readonly [number, number], files: readonly string[]): T[] {
  const [a, b] = sets.map(({ file }) => isTest(file));
  if (a === b && first === second) throw new FileError({ code: 'pairs unclear', files });
  const turned = a === b ? first < second : a;
  return turned ? [...sets].reverse() : [...sets];
}

/** Training set and perhaps test set as what a run learns from. */
function imagesOf(sets: readonly (Named & { readonly names?: readonly string[] })[]): OwnFiles {
  const [train, test] = sets as [Named & { readonly names?: readonly string[] }, Named?];
  const [count = 0, rows = 0, columns = 0] = readIdxHeader(train.images, train.file).shape;
  if (rows * columns > mostPixels) throw new FileError({ code: 'too many pixels', file: train.file, rows, columns, most: mostPixels });
  if (count < fewestSamples) throw new FileError({ code: 'too few', file: train.file, found: count, fewest: fewestSamples });
  if (test) {
    const [, testRows, testColumns] = readIdxHeader(test.images, test.file).shape;
    if (testRows !== rows || testColumns !== columns) {
      throw new FileError({ code: 'shapes differ', files: [train.file, test.file], train: `${rows} × ${columns}`, test: `${testRows} × ${testColumns}` });
    }
  }
  const { names } = train;
  const learnt = [...new Set(labelsOf(train))];
  if (learnt.length < 2) throw new FileError({ code: 'one class', file: train.file, name: names?.[learnt[0] ?? 0] ?? String(learnt[0]) });
  const classes = [...new Set([...learnt, ...(test ? labelsOf(test) : [])])].sort((a, b) => a - b);
  const pair = ({ images, labels }: Named): IdxPair => ({ images, labels });
  const data: ImageRunData = {
    kind: 'images',
    ...pair(train),
    classes,
    ...(test && { test: pair(test) }),
    ...(names && { names: classes.map((label) => names[label] ?? String(label)) }),
  };
  return { kind: 'images', data, shape: [rows, columns] };
}

function checkedPoints(data: Required<PointRunData>, file: string): OwnFiles {
  if (data.labels.length < fewestSamples) throw new FileError({ code: 'too few', file, found: data.labels.length, fewest: fewestSamples });
  if (data.names.length < 2) throw new FileError({ code: 'one class', file, name: data.names[0] ?? '' });
  return { kind: 'points', data };
}

const begins = (bytes: Uint8Array, ...first: readonly number[]) => first.every((byte, i) => bytes[i] === byte);
const isZip = (bytes: Uint8Array) => begins(bytes, 0x50, 0x4b, 3, 4) || begins(bytes, 0x50, 0x4b, 5, 6);

/** By the names of what is in it, which stand in its bytes as they are. */
function zipKind(bytes: Uint8Array): OtherKind | 'npz' {
  const ends = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)) + new TextDecoder('latin1').decode(bytes.subarray(-65_536));
  if (/\[Content_Types\]\.xml|mimetypeapplication\/vnd\.oasis/.test(ends)) return 'workbook';
  return /\.npy/.test(ends) ? 'npz' : 'zip';
}

function otherKind(bytes: Uint8Array): OtherKind | undefined {
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47) || begins(bytes, 0xff, 0xd8, 0xff) || begins(bytes, 0x47, 0x49, 0x46, 0x38)) return 'picture';
  // A table may begin with the letters BM, too; the reserved bytes of a bitmap are 0.
  if (begins(bytes, 0x42, 0x4d) && begins(bytes.subarray(6), 0, 0, 0, 0)) return 'picture';
  if (begins(bytes, 0x52, 0x49, 0x46, 0x46) && begins(bytes.subarray(8), 0x57, 0x45, 0x42, 0x50)) return 'picture';
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'workbook';
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  return begins(bytes, 0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59) ? 'npy' : undefined;
}
