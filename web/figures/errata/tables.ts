import type { Column } from '../shared/export.ts';
import type { Picture } from './outcome.ts';

/** What is drawn, as columns; undefined where the numbers beside the pictures are all there is. */
export function columnsOf(picture: Picture): Column[] | undefined {
  switch (picture.kind) {
    case 'losses':
      return [
        { name: 'loss (right)', values: picture.right },
        { name: 'loss (wrong)', values: picture.wrong },
      ];
    case 'path':
      return (['right', 'wrong'] as const).flatMap((form) => [0, 1].map((axis) => ({ name: `x${axis} (${form})`, values: picture[form].filter((_, i) => i % 2 === axis) })));
    case 'field':
      return (['right', 'wrong'] as const).flatMap((form) => [
        { name: `df/dx0 (${form})`, values: picture[form].d0 },
        { name: `df/dx1 (${form})`, values: picture[form].d1 },
      ]);
    default:
      return undefined;
  }
}
