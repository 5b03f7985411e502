import type { ParameterPart } from '../../engine/api/api.ts';

/** What a row or a column of a part stands for. */
export type Side = 'pixel' | 'hidden' | 'output';

const sides: Readonly<Record<ParameterPart['name'], { readonly row?: Side; readonly column: Side }>> = {
  W1: { row: 'pixel', column: 'hidden' },
  b1: { column: 'hidden' },
  W2: { row: 'hidden', column: 'output' },
  b2: { column: 'output' },
};

/** Of the chapter's 784-50-10 net, in the order of its parameters. */
export const netParts: readonly ParameterPart[] = [
  { name: 'W1', begin: 0, rows: 784, columns: 50 },
  { name: 'b1', begin: 39_200, rows: 1, columns: 50 },
  { name: 'W2', begin: 39_250, rows: 50, columns: 10 },
  { name: 'b2', begin: 39_750, rows: 1, columns: 10 },
];

/** The one that a bias has is that of the weights beside it. */
export function rowSide(part: ParameterPart): Side {
  return (part.name.endsWith('1') ? sides.W1 : sides.W2).row as Side;
}

/** A parameter by its place in the net. */
export interface Place {
  readonly part: ParameterPart;
  readonly row: number;
  readonly column: number;
  readonly sides: { readonly row?: Side; readonly column: Side };
}

export function placeOf(parameter: number): Place {
  const part = netParts.findLast(({ begin }) => begin <= parameter);
  if (!part) throw new RangeError(`parameter is ${parameter}; allowed is a whole number from 0`);
  const entry = parameter - part.begin;
  return { part, row: Math.floor(entry / part.columns), column: entry % part.columns, sides: sides[part.name] };
}

export function parameterAt({ begin, columns }: ParameterPart, row: number, column: number): number {
  return begin + row * columns + column;
}

/** A matrix of parameters as it is shown. */
export interface WeightMap {
  readonly rows: number;
  readonly columns: number;
  readonly parameter: (row: number, column: number) => number;
  /** The cell of the parameter that it was made for. */
  readonly chosen: { readonly row: number; readonly column: number };
  /** The rows and columns are those of an image: the weights from all pixels to one hidden unit. */
  readonly image: boolean;
}

/** The largest absolute value among the weights of the map. */
export function largestWeight({ rows, columns, parameter }: WeightMap, parameters: Float32Array): number {
  let largest = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) largest = Math.max(largest, Math.abs(parameters[parameter(row, column)] as number));
  }
  return largest;
}

/** Of W1 one hidden unit, as an image of the pixels that lead to it; of the others all. */
export function weightMap({ part, row, column }: Place): WeightMap {
  const side = Math.sqrt(part.rows);
  if (part.name !== 'W1' || !Number.isInteger(side)) {
    return { rows: part.rows, columns: part.columns, parameter: (r, c) => parameterAt(part, r, c), chosen: { row, column }, image: false };
  }
  const parameter = (r: number, c: number) => parameterAt(part, r * side + c, column);
  return { rows: side, columns: side, parameter, chosen: { row: Math.floor(row / side), column: row % side }, image: true };
}
