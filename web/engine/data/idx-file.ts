import { FileError } from '../api/file-problem.ts';
import type { IdxPair, ImageRunData } from '../protocol/run-types.ts';

// IDX files: their headers, and two of them in one. (Format: http://yann.lecun.com/exdb/mnist/)

export type ImageSet = ImageRunData;

export interface IdxHeader {
  /** [count] of labels, [count, rows, columns] of images. */
  readonly shape: readonly number[];
  /** Bytes of header and values together. */
  readonly length: number;
}

/** An IDX file of unsigned bytes. */
export interface IdxFile {
  readonly file: string;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** By its first bytes. */
export function isIdx(bytes: Uint8Array): boolean {
  const [first, second, type, rank] = bytes;
  return first === 0 && second === 0 && type !== undefined && rank !== undefined && type >= 8 && type <= 14 && rank > 0 && rank < 16;
}

/** The header of an IDX file of unsigned bytes that holds images or labels. Throws FileError. */
export function readIdxHeader(bytes: Uint8Array, file: string): IdxHeader {
  const [, , type = 0, rank = 0] = bytes;
  if (!isIdx(bytes)) throw new FileError({ code: 'other kind', file, kind: 'binary' });
  if (type !== 8) throw new FileError({ code: 'wrong type', file, found: type });
  if (rank !== 1 && rank !== 3) throw new FileError({ code: 'wrong rank', file, found: rank });
  const header = 4 + 4 * rank;
  if (bytes.length < header) throw new FileError({ code: 'wrong length', file, expected: header, found: bytes.length });
  const view = new DataView(bytes.buffer, bytes.byteOffset, header);
  const shape = Array.from({ length: rank }, (_, axis) => view.getUint32(4 + 4 * axis));
  if (shape.includes(0)) throw new FileError({ code: 'no items', file });
  return { shape, length: shape.reduce((size, count) => size * count, 1) + header };
}

/** A whole file. Throws FileError. */
export function readIdx(bytes: Uint8Array<ArrayBuffer>, file: string): IdxFile {
  const { shape, length } = readIdxHeader(bytes, file);
  if (bytes.length !== length) throw new FileError({ code: 'wrong length', file, expected: length, found: bytes.length });
  return { file, shape, bytes };
}

/** Images and labels that lie in one file, one after the other. Throws FileError. */
export function splitIdxPair(bytes: Uint8Array<ArrayBuffer>, file: string): ImageSet {
  const { shape, length } = readIdxHeader(bytes, file);
  const first = { file, shape, bytes: bytes.slice(0, length) };
  const rest = bytes.slice(length);
  const second = { file, ...readIdxHeader(rest, file), bytes: rest };
  if (second.length !== rest.length) throw new FileError({ code: 'wrong length', file, expected: length + second.length, found: bytes.length });
  if (first.shape.length === second.shape.length) throw new FileError({ code: shape.length === 3 ? 'no labels' : 'no images', files: [file] });
  return { kind: 'images', ...(shape.length === 3 ? pairOf(first, second) : pairOf(second, first)) };
}

/** As many labels as images. Throws FileError. */
export function pairOf(images: IdxFile, labels: IdxFile): IdxPair {
  const [imageCount = 0] = images.shape;
  const [labelCount = 0] = labels.shape;
  if (imageCount !== labelCount) throw new FileError({ code: 'counts differ', files: [images.file, labels.file], images: imageCount, labels: labelCount });
  return { images: images.bytes, labels: labels.bytes };
}
