import { FileError } from '../../web/engine/api/file-problem.ts';
import { netOfJson, netOfNpz, type SavedNet } from '../../web/engine/api/net-file.ts';
import { npyHeader, npyNumbers, npyText } from '../../web/engine/api/npy.ts';
import { promise } from './promise.ts';

/** Any bytes taken for a net, as npz and as JSON, and for an array of NumPy: refused in words, or all its numbers are there. Throws on a finding. */
export function fuzz(bytes: Uint8Array): void {
  read(() => netOfNpz(bytes, 'fuzz.npz'));
  read(() => netOfJson(new TextDecoder('latin1').decode(bytes), 'fuzz.json'));
  const header = npyHeader(bytes);
  if (!header) return;
  const size = header.shape.reduce((product, axis) => product * axis, 1);
  const numbers = npyNumbers(bytes, header);
  promise(numbers === undefined || numbers.length === size, 'an array has as many numbers as its shape says');
  const texts = npyText(bytes, header);
  promise(texts === undefined || texts.length === size, 'an array has as many texts as its shape says');
}

function read(net: () => SavedNet): void {
  try {
    const { inputSize, hiddenSize, outputSize, parameters } = net();
    promise(parameters.length === (inputSize + 1) * hiddenSize + (hiddenSize + 1) * outputSize, 'a net has as many parameters as its sizes say');
    promise(parameters.every(Number.isFinite), 'parameters are finite');
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    promise('file' in error.problem && error.problem.file.startsWith('fuzz.'), 'what is wrong names the file');
  }
}
