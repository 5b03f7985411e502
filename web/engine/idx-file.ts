import { gunzip, isGzip } from './gzip.ts';
import type { RunData } from './run-types.ts';

// IDX files as a reader gives them: which of two files is which, and whether they fit. (Format: http://yann.lecun.com/exdb/mnist/)

export type ImageSet = Extract<RunData, { kind: 'images' }>;

/** What is wrong with the files given, for a figure to put into words. */
export type IdxProblem =
  | { readonly code: 'not two files'; readonly found: number }
  | { readonly code: 'damaged gzip'; readonly file: string }
  /** The first bytes, in hexadecimal; 0000 08 and the rank are expected. */
  | { readonly code: 'not IDX'; readonly file: string; readonly found: string }
  /** The code of the type of the values; 8, unsigned bytes, is expected. */
  | { readonly code: 'wrong type'; readonly file: string; readonly found: number }
  /** 3 (images) or 1 (labels) are expected. */
  | { readonly code: 'wrong rank'; readonly file: string; readonly found: number }
  | { readonly code: 'empty'; readonly file: string }
  /** Bytes. */
  | { readonly code: 'wrong length'; readonly file: string; readonly expected: number; readonly found: number }
  | { readonly code: 'no labels'; readonly files: readonly string[] }
  | { readonly code: 'no images'; readonly files: readonly string[] }
  | { readonly code: 'counts differ'; readonly images: number; readonly labels: number };

export class IdxError extends Error {
  override readonly name = 'IdxError';
  readonly problem: IdxProblem;

  constructor(problem: IdxProblem) {
    super(JSON.stringify(problem));
    this.problem = problem;
  }
}

export interface IdxHeader {
  /** [count] of labels, [count, rows, columns] of images. */
  readonly shape: readonly number[];
  /** Bytes of header and values together. */
  readonly length: number;
}

/** The header of an IDX file of unsigned bytes that holds images or labels. Throws IdxError. */
export function readIdxHeader(bytes: Uint8Array, file: string): IdxHeader {
  const [first, second, type, rank] = bytes;
  if (first !== 0 || second !== 0 || type === undefined || rank === undefined) {
    throw new IdxError({ code: 'not IDX', file, found: [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ') });
  }
  if (type !== 8) throw new IdxError({ code: 'wrong type', file, found: type });
  if (rank !== 1 && rank !== 3) throw new IdxError({ code: 'wrong rank', file, found: rank });
  const header = 4 + 4 * rank;
  if (bytes.length < header) throw new IdxError({ code: 'wrong length', file, expected: header, found: bytes.length });
  const view = new DataView(bytes.buffer, bytes.byteOffset, header);
  const shape = Array.from({ length: rank }, (_, axis) => view.getUint32(4 + 4 * axis));
  if (shape.includes(0)) throw new IdxError({ code: 'empty', file });
  return { shape, length: shape.reduce((size, count) => size * count, 1) + header };
}

/** The two files of a data set, in either order, each gzipped or not. Rejects with IdxError. */
export async function readIdxFiles(files: readonly File[]): Promise<ImageSet> {
  if (files.length !== 2) throw new IdxError({ code: 'not two files', found: files.length });
  const parts = await Promise.all(files.map(readFile));
  const names = files.map(({ name }) => name);
  const images = parts.find(({ shape }) => shape.length === 3);
  const labels = parts.find(({ shape }) => shape.length === 1);
  if (!images) throw new IdxError({ code: 'no images', files: names });
  if (!labels) throw new IdxError({ code: 'no labels', files: names });
  return imageSet(images, labels);
}

/** Images and labels that lie in one file, one after the other. Throws IdxError. */
export function splitIdxPair(bytes: Uint8Array<ArrayBuffer>, file: string): ImageSet {
  const { shape, length } = readIdxHeader(bytes, file);
  const first = { shape, bytes: bytes.subarray(0, length) };
  const rest = bytes.subarray(length);
  const second = { ...readIdxHeader(rest, file), bytes: rest };
  if (second.length !== rest.length) throw new IdxError({ code: 'wrong length', file, expected: length + second.length, found: bytes.length });
  if (first.shape.length === second.shape.length) throw new IdxError({ code: shape.length === 3 ? 'no labels' : 'no images', files: [file] });
  return shape.length === 3 ? imageSet(first, second) : imageSet(second, first);
}

interface Part {
  readonly shape: readonly number[];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

async function readFile(file: File): Promise<Part> {
  const given = new Uint8Array(await file.arrayBuffer());
  const bytes = isGzip(given)
    ? await gunzip(given).catch(() => {
        throw new IdxError({ code: 'damaged gzip', file: file.name });
      })
    : given;
  const { shape, length } = readIdxHeader(bytes, file.name);
  if (bytes.length !== length) throw new IdxError({ code: 'wrong length', file: file.name, expected: length, found: bytes.length });
  return { shape, bytes };
}

function imageSet(images: Part, labels: Part): ImageSet {
  const [imageCount = 0] = images.shape;
  const [labelCount = 0] = labels.shape;
  if (imageCount !== labelCount) throw new IdxError({ code: 'counts differ', images: imageCount, labels: labelCount });
  return { kind: 'images', images: images.bytes.slice(), labels: labels.bytes.slice() };
}
