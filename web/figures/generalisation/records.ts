import type { Accuracy } from '../../engine/protocol/run-types.ts';
import type { Size } from './state.ts';

/** What is kept of a run, to compare others with it. */
export interface RunRecord {
  readonly size: Size;
  /** How many digits it learned from. */
  readonly digits: number;
  readonly seed: number;
  readonly accuracies: readonly Accuracy[];
}

/** One run of each size, the newest, from the smallest to the largest. */
export function withRecord(records: readonly RunRecord[], record: RunRecord): readonly RunRecord[] {
  return [...records.filter(({ size }) => size !== record.size), record].sort((a, b) => a.digits - b.digits);
}

/** How much better the net does on what it has seen. */
export function gapOf({ train, test }: Accuracy): number {
  return train - test;
}

export interface Comparison extends RunRecord {
  readonly last: Accuracy;
  readonly gap: number;
  /** By how much the gap is smaller than that of the run with fewer digits before it. */
  readonly closed: number | undefined;
}

export function compared(records: readonly RunRecord[]): Comparison[] {
  const rows: Comparison[] = [];
  for (const record of records) {
    const last = record.accuracies.at(-1);
    if (!last) continue;
    const gap = gapOf(last);
    const before = rows.at(-1);
    rows.push({ ...record, last, gap, closed: before && before.gap - gap });
  }
  return rows;
}
