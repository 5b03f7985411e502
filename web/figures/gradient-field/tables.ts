import type { GradientField, Grid } from '../../engine/api/api.ts';
import type { Column } from '../base/exports/export.ts';
import { gridColumns } from '../base/plane/field.ts';
import type { Flow } from './compute.ts';

/** A row for each point of the grid. */
export function fieldColumns(grid: Grid, numerical: GradientField, exact: GradientField): Column[] {
  return [
    ...gridColumns(grid),
    { name: 'f', values: exact.value },
    { name: 'df/dx0 (numerical)', values: numerical.d0 },
    { name: 'df/dx1 (numerical)', values: numerical.d1 },
    { name: 'df/dx0 (exact)', values: exact.d0 },
    { name: 'df/dx1 (exact)', values: exact.d1 },
  ];
}

/** Two columns for each dropped point. */
export function flowColumns(flows: readonly Flow[]): Column[] {
  return flows.flatMap(({ line }, i) => [
    { name: `x0 (${i + 1})`, values: line.filter((_, k) => k % 2 === 0) },
    { name: `x1 (${i + 1})`, values: line.filter((_, k) => k % 2 === 1) },
  ]);
}
