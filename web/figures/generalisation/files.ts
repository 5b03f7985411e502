import type { GeneralisationStrings } from '../../i18n/generalisation.ts';
import type { SharedStrings } from '../../i18n/shared.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import { type NetSource, netExports } from '../base/exports/net-export.ts';
import { chapterSettings } from '../learning/chapter-settings.ts';
import { compared, type RunRecord } from './records.ts';
import type { Run } from './run.ts';

/** What can be saved beside the pictures: the curves and ends of all runs, the confusion matrix, the net. */
export function fileExports(words: GeneralisationStrings, shared: SharedStrings, records: readonly RunRecord[], { facts, snapshot }: Run): FigureExport[] {
  const table = (id: string, name: string, empty: boolean) => ({ id: `csv-${id}`, label: shared.table(name), filename: `generalisation-${id}.csv`, empty });
  const isUnmeasured = records.every(({ accuracies }) => accuracies.length === 0);
  const net: NetSource = {
    facts,
    parameters: async () => {
      if (!snapshot) throw new Error(words.noNet);
      return snapshot.parameters;
    },
  };
  return [
    tableExport(() => curveColumns(records), table('curves', words.curves, isUnmeasured)),
    tableExport(() => runColumns(records), table('runs', words.runsTitle, isUnmeasured)),
    tableExport(
      () => confusionColumns(snapshot?.examination.confusion ?? new Uint32Array(), facts?.classNames ?? []),
      table('confusion', words.confusionTitle, !snapshot || !facts),
    ),
    ...netExports(net, chapterSettings.activation, 'generalisation', shared.netFiles),
  ];
}

/** The curves of all runs, one after the other. */
function curveColumns(records: readonly RunRecord[]) {
  const points = records.flatMap(({ digits, seed, accuracies }) => accuracies.map((accuracy) => ({ digits, seed, ...accuracy })));
  return (['digits', 'seed', 'epoch', 'iteration', 'train', 'test'] as const).map((name) => ({ name, values: points.map((point) => point[name]) }));
}

function runColumns(records: readonly RunRecord[]) {
  const rows = compared(records).map(({ digits, seed, last, gap }) => ({ digits, seed, iteration: last.iteration, train: last.train, test: last.test, gap }));
  return (['digits', 'seed', 'iteration', 'train', 'test', 'gap'] as const).map((name) => ({ name, values: rows.map((row) => row[name]) }));
}

/** A row for each label, a column for each answer. */
function confusionColumns(confusion: Uint32Array, names: readonly string[]) {
  const column = (answer: number) => names.map((_, label) => confusion[label * names.length + answer] ?? 0);
  return [{ name: 'label', values: names }, ...names.map((name, answer) => ({ name: `answer ${name}`, values: column(answer) }))];
}
