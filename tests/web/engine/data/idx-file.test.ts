import { describe, expect, it } from 'vitest';
import { FileError } from '../../../../web/engine/api/file-problem.ts';
import { splitIdxPair } from '../../../../web/engine/data/idx-file.ts';
import { joined, smallImages, smallLabels } from '../idx-bytes.ts';

describe('a pair in one file', () => {
  it('is split', () => expect(splitIdxPair(joined(smallImages, smallLabels), 'pair')).toEqual({ kind: 'images', images: smallImages, labels: smallLabels }));
  it('may have the labels first', () => expect(splitIdxPair(joined(smallLabels, smallImages), 'pair')).toEqual({ kind: 'images', images: smallImages, labels: smallLabels }));
  it('that is cut is refused', () => expect(() => splitIdxPair(joined(smallImages, smallLabels).slice(0, -1), 'pair')).toThrow(FileError));
  it('of images twice is refused', () => expect(() => splitIdxPair(joined(smallImages, smallImages), 'pair')).toThrow(FileError));
  it('of which the second is something else is refused', () => expect(() => splitIdxPair(joined(smallImages, Uint8Array.of(1, 2, 3, 4)), 'pair')).toThrow(FileError));
});
