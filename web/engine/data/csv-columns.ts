import { isNumber, tidied } from './csv-number.ts';

// Which column of a table holds what: by its name, else by what stands in it, else by its place.

export interface PointColumns {
  readonly kind: 'points';
  readonly x0: number;
  readonly x1: number;
  readonly label: number;
}

export interface PixelColumns {
  readonly kind: 'images';
  readonly label: number;
  readonly pixels: readonly number[];
  readonly rows: number;
  readonly columns: number;
}

const labelNames = new Set(
  [
    'label labels class classes target targets species category categories group cluster type outcome y_true',
    'klasse klassen kategorie kategorien gruppe typ etikett zielklasse',
    'classe étiquette catégorie groupe clase etiqueta categoría grupo rótulo',
    '类别 类 分类 标签 标记 种类 类型 目标 類別 標籤 クラス ラベル 分類 클래스 레이블',
  ].flatMap((names) => names.split(' ')),
);
const indexNames = new Set(['', 'unnamed: 0', 'index', 'idx', 'id', '#', 'nr', 'nr.', 'no', 'no.', 'row', 'rowname', 'rownames', 'zeile', '序号', '编号', '索引', '行号']);
/** The first is x0. */
const pairs: readonly (readonly [string, string])[] = [
  ['x0', 'x1'],
  ['x1', 'x2'],
  ['x_0', 'x_1'],
  ['x_1', 'x_2'],
  ['x', 'y'],
];
/** Fewer are more likely to be measurements. */
const fewestPixels = 16;

/** undefined where it does not tell. `sample`: rows of `width` fields from the beginning of the table. */
export function columnsOf(header: readonly string[] | undefined, sample: readonly (readonly string[])[], width: number): PointColumns | PixelColumns | undefined {
  const names = header?.map(plainName);
  const all = Array.from({ length: width }, (_, k) => k);
  const columns = { names, sample, all };
  return pointColumns(columns) ?? pixelColumns(columns, header);
}

interface Columns {
  readonly names: readonly string[] | undefined;
  readonly sample: readonly (readonly string[])[];
  readonly all: readonly number[];
}

function pointColumns({ names, sample, all }: Columns): PointColumns | undefined {
  const used = all.length > 3 ? all.filter((k) => !isIndex({ names, sample, all }, k)) : all;
  if (used.length !== 3) return undefined;
  const pair = pairs.map((of) => of.map((name) => names?.indexOf(name) ?? -1)).find((places) => places.every((place) => used.includes(place)));
  const texts = used.filter((k) => isText(sample, k));
  const label = used.find((k) => labelNames.has(names?.[k] ?? ''));
  const rest = pair && used.find((k) => !pair.includes(k));
  const found = label ?? rest ?? (texts.length === 1 ? texts[0] : used[2]);
  const coordinates = used.filter((k) => k !== found);
  // x1 alone may be the first of two as well as the second.
  if (found === undefined || coordinates.some((k) => indexNames.has(names?.[k] ?? '-'))) return undefined;
  const [x0, x1] = pair?.every((place) => coordinates.includes(place)) ? pair : coordinates;
  return x0 === undefined || x1 === undefined ? undefined : { kind: 'points', x0, x1, label: found };
}

/** Names rather than numbers; a number that is missing here and there makes no names of the others. */
function isText(sample: readonly (readonly string[])[], k: number): boolean {
  return 2 * sample.filter((fields) => !isNumber(tidied(fields[k] ?? ''))).length > sample.length;
}

/** pandas writes the number of each row before it. */
function isIndex({ names, sample, all }: Columns, k: number): boolean {
  if (names) return indexNames.has(names[k] ?? '-');
  const begin = Number(sample[0]?.[k]);
  // Without names it can only be told where it is one too many for points of the plane.
  return all.length === 4 && k === 0 && (begin === 0 || begin === 1) && sample.length > 2 && sample.every((fields, row) => Number(fields[k]) === begin + row);
}

function pixelColumns({ names, sample, all }: Columns, header: readonly string[] | undefined): PixelColumns | undefined {
  const used = names ? all.filter((k) => !indexNames.has(names[k] ?? '-')) : all;
  if (used.length <= fewestPixels) return undefined;
  const label = (names && namedLabel(names, used)) ?? labelByPlace(sample, used, names);
  if (label === undefined) return undefined;
  const pixels = used.filter((k) => k !== label);
  const shape = shapeOf(header?.[pixels.at(-1) ?? 0], pixels.length);
  return shape && { kind: 'images', label, pixels, rows: shape[0], columns: shape[1] };
}

const pixelName = /^(pixel|px|pix|p|col|column|feature|attr|attribute|x|v|f)?[ _.]?\d+([x_]\d+)*$/;

function namedLabel(names: readonly string[], used: readonly number[]): number | undefined {
  const named = used.filter((k) => labelNames.has(names[k] ?? '') || names[k] === 'y');
  if (named.length === 1) return named[0];
  const others = used.filter((k) => !pixelName.test(names[k] ?? ''));
  return others.length === 1 ? others[0] : undefined;
}

/** The first or the last column; the other one is a corner of the images, which is blank. */
function labelByPlace(sample: readonly (readonly string[])[], used: readonly number[], names: readonly string[] | undefined): number | undefined {
  // Other names than those of pixels are names of measurements.
  if (names && !used.every((k) => pixelName.test(names[k] ?? ''))) return undefined;
  const [first, last] = [used[0], used.at(-1)] as [number, number];
  const varies = (k: number) => new Set(sample.map((fields) => tidied(fields[k] ?? ''))).size > 1;
  if (isText(sample, first) !== isText(sample, last)) return isText(sample, first) ? first : last;
  if (varies(first) === varies(last)) return undefined;
  return varies(first) ? first : last;
}

/** 28x14 in the last name tells the shape; else images are square. */
function shapeOf(lastName: string | undefined, pixels: number): [number, number] | undefined {
  const named = /(\d+)x(\d+)$/i.exec(lastName ?? '');
  for (const first of [0, 1]) {
    const [rows, columns] = [Number(named?.[1]) + 1 - first, Number(named?.[2]) + 1 - first];
    if (rows * columns === pixels) return [rows, columns];
  }
  const side = Math.sqrt(pixels);
  return Number.isInteger(side) ? [side, side] : undefined;
}

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
    .trim();
}
