import type { TemplateResult } from 'lit';
import type { SharedStrings } from '../../i18n/shared.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import { numberControl } from '../base/controls/controls.ts';
import type { Run } from './run.ts';

/** Back along the run, and forward again as far as it has been. */
export function rewindControl(words: TrainingStrings, shared: SharedStrings, run: Run): TemplateResult {
  const furthest = run.progress?.furthest ?? 0;
  return numberControl(shared, {
    id: 'rewind',
    label: words.rewind,
    value: run.target ?? run.progress?.iteration ?? 0,
    rule: { attribute: 'iteration', lowest: 0, highest: Math.max(1, furthest), integer: true, fallback: 0 },
    disabled: furthest === 0 || run.standing.kind !== 'ready',
    change: (iteration) => run.rewind(iteration),
  });
}
