import { describe, expect, it } from 'vitest';
import { cellAt } from '../../../../web/figures/generalisation/confusion.ts';

describe('a cell of the confusion matrix', () => {
  const rect = { left: 20, top: 40, width: 100, height: 100 };

  it('is the one under the pointer: the row is the label, the column the answer', () => {
    expect(cellAt(20, 139, rect)).toEqual({ label: 9, answer: 0 });
    expect(cellAt(115, 45, rect)).toEqual({ label: 0, answer: 9 });
    expect(cellAt(19, 45, rect)).toBeUndefined();
  });
});
