import { FileError } from '../../web/engine/api/file-problem.ts';
import { readCsv } from '../../web/engine/data/csv-file.ts';
import { decodedText } from '../../web/engine/data/text-encoding.ts';
import { promise } from './promise.ts';

/** Any bytes taken for a table: it is refused in words, or what is read hangs together. Throws on a finding. */
export function fuzz(bytes: Uint8Array): void {
  const text = decodedText(bytes);
  if (text === undefined) return;
  try {
    const work = readCsv(text, 'fuzz.csv');
    let step = work.next();
    while (!step.done) step = work.next();
    const { kind, data } = step.value;
    const labels = kind === 'points' ? data.labels : data.labels.subarray(8);
    promise(labels.length > 0, 'there is an example');
    promise(new Set(labels).size === data.names.length, 'each class has an example');
    promise(new Set(data.names).size === data.names.length, 'no two classes have one name');
    promise(
      labels.every((label) => label < data.names.length),
      'a label is the number of a class',
    );
    if (kind === 'points') {
      promise(data.x0.length === labels.length && data.x1.length === labels.length, 'each point has two coordinates and a class');
      promise(data.x0.every(Number.isFinite) && data.x1.every(Number.isFinite), 'coordinates are finite');
    } else {
      const view = new DataView(data.images.buffer, data.images.byteOffset);
      promise(view.getUint32(4) === labels.length, 'there are as many images as labels');
      promise(data.images.length === 16 + labels.length * view.getUint32(8) * view.getUint32(12), 'an image has all its pixels');
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const { problem } = error;
    promise('file' in problem && problem.file === 'fuzz.csv', 'what is wrong names the file');
    if ('line' in problem) promise(problem.line >= 1 && problem.line <= text.split(/\r\n?|\n/).length, 'the line that is named is one of the file');
  }
}
