import { FileError } from '../../web/engine/api/file-problem.ts';
import { readIdxHeader, splitIdxPair } from '../../web/engine/data/idx-file.ts';
import { promise } from './promise.ts';

// Any bytes are either an IDX file, or a pair of them, all of whose values are there, or refused as a FileError with a problem that a
// figure can put into words.

export const tokens = ['\0\0\x08\x01', '\0\0\x08\x03', '\0\0\0\x02', '\0\0\0\x1c'];

export function fuzz(bytes: Uint8Array<ArrayBuffer>): void {
  refused(() => {
    const { shape, length } = readIdxHeader(bytes, 'file');
    promise(shape.length === 1 || shape.length === 3, 'the rank is 1 or 3');
    promise(length >= 4 + 4 * shape.length + 1, 'there is at least one value');
  });
  refused(() => {
    const { images, labels } = splitIdxPair(bytes, 'file');
    promise(images.length + labels.length === bytes.length, 'two files make the whole');
    promise(readIdxHeader(images, 'images').length === images.length, 'the images are all there');
    promise(readIdxHeader(labels, 'labels').length === labels.length, 'the labels are all there');
  });
}

function refused(read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
}
