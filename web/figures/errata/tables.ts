import type { Column } from '../base/exports/export.ts';
import { gridColumns } from '../base/plane/field.ts';
import type { Outcome, RowName } from './outcome.ts';

/** What is drawn, as columns; where that is no series, the numbers beside the pictures. */
export function columnsOf({ picture, rows }: Outcome, names: Readonly<Record<RowName, string>>): Column[] {
  const ofBoth = (columns: (form: 'right' | 'wrong') => Column[]) => [...columns('right'), ...columns('wrong')];
  switch (picture.kind) {
    case 'losses':
      return ofBoth((form) => [{ name: `loss (${form})`, values: picture[form] }]);
    case 'path':
      return ofBoth((form) => [0, 1].map((axis) => ({ name: `x${axis} (${form})`, values: picture[form].filter((_, i) => i % 2 === axis) })));
    case 'field':
      return [
        ...gridColumns(picture.grid),
        ...ofBoth((form) => [
          { name: `df/dx0 (${form})`, values: picture[form].d0 },
          { name: `df/dx1 (${form})`, values: picture[form].d1 },
        ]),
      ];
    default:
      return [{ name: 'number', values: rows.map(({ name }) => names[name]) }, ...ofBoth((form) => [{ name: form, values: rows.map((row) => row[form]) }])];
  }
}
