import type { Column } from '../base/exports/export.ts';
import type { Drawn } from './compute.ts';
import type { Width } from './draw.ts';

// What can be saved of a thousand mini-batches.

export function lossColumns(drawn: Drawn | undefined): Column[] {
  return [{ name: 'loss', values: drawn?.losses ?? [] }];
}

export function histogramColumns(drawn: Drawn | undefined): Column[] {
  const { edges, counts } = drawn?.histogram ?? { edges: new Float64Array(), counts: new Uint32Array() };
  return [
    { name: 'from', values: edges.subarray(0, counts.length) },
    { name: 'to', values: edges.subarray(1) },
    { name: 'mini-batches', values: counts },
  ];
}

export function widthColumns(widths: readonly Width[]): Column[] {
  return [
    { name: 'batch size', values: widths.map(({ batchSize }) => batchSize) },
    { name: 'measured', values: widths.map(({ measured }) => measured) },
    { name: 'expected', values: widths.map(({ expected }) => expected) },
  ];
}
