import type { ErratumId } from '../../engine/api/api.ts';
import type { Problem } from '../../i18n/shared.ts';
import { type Attributes, problemsOf, readName } from '../base/state/reading.ts';

export const stateAttributes = ['mistake', 'form'];

/** In the order of the chapter, which is that of the engine's list. */
export const mistakes = [
  'label-shape',
  'quiver',
  'integer-gradient',
  'crossed-update',
  'overwritten-start',
  'missing-last-point',
  'softmax-of-batch',
  'log-divided',
  'summed-loss',
  'unit-weights',
  'gradient-of-wrong-matrix',
  'network-called',
  'loss-inside-loop',
] as const satisfies readonly ErratumId[];

export const forms = ['both', 'right'] as const;

export interface State {
  /** That is shown with its name; undefined where the reader is asked. */
  readonly mistake: ErratumId | undefined;
  /** False where the right form is shown alone. */
  readonly wrongShown: boolean;
  readonly problems: readonly Problem[];
}

export function readState(attribute: Attributes): State {
  const given = attribute('mistake');
  const mistake = readName<ErratumId>('mistake', given, mistakes, 'quiver');
  const form = readName<(typeof forms)[number]>('form', attribute('form'), forms, 'both');
  return { mistake: given === null ? undefined : mistake.value, wrongShown: form.value === 'both', problems: problemsOf(mistake, form) };
}
