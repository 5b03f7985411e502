import { html, nothing, type TemplateResult } from 'lit';
import { type Place, placeIn } from '../../../draw/place.ts';
import { slider } from './slider.ts';

/** A canvas that shows cells, one of which is chosen: for screen readers it is a slider over them. */
export interface Cells<Cell> {
  /** Of the canvas. */
  readonly id: string;
  readonly title: string;
  /** The number of the chosen cell, and of the last one; the first is 0. */
  readonly value: number;
  readonly last: number;
  /** What is told of the chosen one. */
  readonly text: string;
  readonly under: (place: Place) => Cell | undefined;
  readonly byKey: (key: string, coarse: boolean) => Cell | undefined;
  readonly choose: (cell: Cell) => void;
  /** The mouse is over this cell; undefined where it is over none, or a key has been used instead. */
  readonly hover?: (cell: Cell | undefined) => void;
}

/** The canvas. A press chooses the cell under it, and keys lead from the chosen one to others. */
export function cellCanvas<Cell>({ id, title, value, last, text, under, byKey, choose, hover }: Cells<Cell>): TemplateResult {
  const key = (name: string, coarse: boolean) => {
    const cell = byKey(name, coarse);
    if (cell === undefined) return false;
    hover?.(undefined);
    choose(cell);
    return true;
  };
  const cellOf = (event: MouseEvent) => under(placeIn(event.currentTarget as Element, event));
  const click = (event: MouseEvent) => {
    const cell = cellOf(event);
    if (cell !== undefined) choose(cell);
  };
  return html`<canvas
    id=${id}
    data-title=${title}
    ${slider({ label: title, lowest: 0, highest: last, value, text, key })}
    @click=${click}
    @pointermove=${hover ? (event: PointerEvent) => hover(event.pointerType === 'mouse' ? cellOf(event) : undefined) : nothing}
    @pointerleave=${hover ? () => hover(undefined) : nothing}
  ></canvas>`;
}

export interface GridCell {
  readonly row: number;
  readonly column: number;
}

export interface CellGrid {
  readonly rows: number;
  readonly columns: number;
  /** How far an arrow leads with Shift. */
  readonly leap: number;
}

/** Where a key leads on a grid: arrows to the neighbour (with Shift by a leap), Home and End along the row, Page Up and Down along the column; never off it. */
export function cellByKey({ row, column }: GridCell, key: string, coarse: boolean, { rows, columns, leap }: CellGrid): GridCell | undefined {
  const step = coarse ? leap : 1;
  const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
    ArrowUp: [-step, 0],
    ArrowDown: [step, 0],
    ArrowLeft: [0, -step],
    ArrowRight: [0, step],
    Home: [0, -columns],
    End: [0, columns],
    PageUp: [-rows, 0],
    PageDown: [rows, 0],
  };
  const moved = steps[key];
  const within = (at: number, count: number) => Math.min(count - 1, Math.max(0, at));
  return moved && { row: within(row + moved[0], rows), column: within(column + moved[1], columns) };
}
