import { FileError, type NetProblem } from './file-problem.ts';
import { netOfJson, netOfNpz, type SavedNet } from './net-file.ts';

// A net that was saved, as the library reads it: what is wrong is a RangeError in words.

export const savedAsJson = (text: string): SavedNet => saved('text', () => netOfJson(text, 'text'));
export const savedAsNpz = (bytes: Uint8Array): SavedNet => saved('bytes', () => netOfNpz(bytes, 'bytes'));

function saved(name: string, read: () => SavedNet): SavedNet {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new RangeError(messageOf(name, error.problem as NetProblem));
  }
}

function messageOf(name: string, problem: NetProblem): string {
  switch (problem.code) {
    case 'array missing':
      return `${name} has no ${problem.array}; allowed is a net with W1, b1, W2 and b2`;
    case 'array type':
      return `${problem.array} in ${name} is of the type ${problem.found}; allowed is float32 or float64`;
    case 'array shape':
      return `${problem.array} in ${name} has the shape ${problem.found}; allowed is ${problem.expected}`;
    case 'array value':
      return `${problem.array} in ${name} holds what is no finite number; allowed are numbers of float32`;
    case 'activation':
      return `activation in ${name} is "${problem.found}"; allowed is "sigmoid", "relu" or "tanh"`;
    default:
      return `${name} is damaged or no net; allowed is ${name === 'text' ? 'JSON' : 'a .npz'} with W1, b1, W2 and b2`;
  }
}
