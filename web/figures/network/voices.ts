import { decimals } from '../base/controls/numbers.ts';
import { found, near, type Verdict } from '../base/tasks/task.ts';
import type { Flow } from './compute.ts';
import { classes, hiddenSize } from './state.ts';

/** What a hidden unit says for an output: how strongly it answers, times its weight to it. */
export interface Voice {
  readonly unit: number;
  readonly z: number;
  readonly weight: number;
  readonly contribution: number;
}

/** Of all hidden units. */
export function voicesFor({ z, W2, toOutput }: Pick<Flow, 'z' | 'W2' | 'toOutput'>, output: number): Voice[] {
  return Array.from({ length: hiddenSize }, (_, unit) => {
    const at = unit * classes + output;
    return { unit, z: z[unit] as number, weight: W2[at] as number, contribution: toOutput[at] as number };
  });
}

export function loudestOf(voices: readonly Voice[]): Voice {
  return voices.reduce((best, each) => (each.contribution > best.contribution ? each : best));
}

/** As loud as the loudest, as far as an eye can tell. */
const asLoud = 0.95;

/** What is to be said of the hidden unit that the reader points at as the loudest. */
export function verdictOf(voices: readonly Voice[], unit: number): Verdict | undefined {
  const pointed = voices[unit];
  if (!pointed) return undefined;
  const loudest = loudestOf(voices);
  const numbers = numbersOf(pointed);
  if (pointed.contribution >= asLoud * loudest.contribution) return found(String(unit), ...numbers);
  if (pointed.contribution < 0) return near('against', ...numbers);
  return near(pointed.z >= loudest.z ? 'awake' : 'quiet', ...numbers);
}

/** z, weight and contribution, as the reader sees them. */
export function numbersOf({ z, weight, contribution }: Voice): [z: string, weight: string, contribution: string] {
  return [decimals(z, 2), decimals(weight, 2), decimals(contribution, 3)];
}
