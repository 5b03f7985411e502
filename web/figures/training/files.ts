import type { SharedStrings } from '../../i18n/shared.ts';
import type { TrainingStrings } from '../../i18n/training.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import { netExports } from '../base/exports/net-export.ts';
import type { Run } from './run.ts';
import type { State } from './state.ts';

/** What can be saved beside the pictures: the curves of the run that stands, and its net. */
export function fileExports(words: TrainingStrings, shared: SharedStrings, run: Run, { activation }: State): FigureExport[] {
  const { losses, accuracies } = run;
  const table = (id: string, name: string, rows: ArrayLike<unknown>) => ({ id: `csv-${id}`, label: shared.table(name), filename: `training-${id}.csv`, empty: rows.length === 0 });
  const ofAccuracy = (name: 'iteration' | 'train' | 'test') => ({ name, values: accuracies.map((accuracy) => accuracy[name]) });
  const lossColumns = () => [
    { name: 'iteration', values: Array.from(losses, (_, i) => i + 1) },
    { name: 'loss', values: losses },
  ];
  return [
    tableExport(lossColumns, table('loss', words.lossTitle, losses)),
    tableExport(() => [ofAccuracy('iteration'), ofAccuracy('train'), ofAccuracy('test')], table('accuracy', words.accuracyTitle, accuracies)),
    ...netExports(run, activation, 'training', shared.netFiles),
  ];
}
