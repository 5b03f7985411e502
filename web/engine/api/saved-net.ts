import type { ActivationName } from './api.ts';
import { FileError, type NetProblem } from './file-problem.ts';
import { netOfJson, netOfNpz, type SavedNet } from './net-file.ts';

// A net that was saved, as the library reads it: what is wrong is a RangeError in words.

export const savedAsJson = (text: string, otherwise?: ActivationName) => saved('text', () => netOfJson(text, 'text', otherwise));
export const savedAsNpz = (bytes: Uint8Array, otherwise?: ActivationName) => saved('bytes', () => netOfNpz(bytes, 'bytes', otherwise));

function saved(name: string, read: () => SavedNet): SavedNet & { readonly activation: ActivationName } {
  try {
    const { activation, ...net } = read();
    if (activation === undefined) throw new FileError({ code: 'no activation', file: name });
    return { ...net, activation };
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
    case 'no activation':
      return `${name} has no activation; allowed is "sigmoid", "relu" or "tanh", there or in the options`;
    case 'activation':
      return `activation in ${name} is "${problem.found}"; allowed is "sigmoid", "relu" or "tanh"`;
    case 'output':
      return `output in ${name} is "${problem.found}"; allowed is "softmax"`;
    case 'class names':
      return `classes in ${name} are ${problem.found}; allowed are ${problem.expected} strings, one for each output`;
    case 'pixel scale':
      return `the pixel scale in ${name} is ${problem.found}; allowed is a whole number from 1 to 255`;
    default:
      return `${name} is damaged or no net; allowed is ${name === 'text' ? 'JSON' : 'a .npz'} with W1, b1, W2 and b2`;
  }
}
