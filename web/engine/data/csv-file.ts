import { FileError } from '../api/file-problem.ts';
import { type ImageRunData, largestCoordinate, mostLabels, type PointRunData } from '../protocol/run-types.ts';
import { columnsOf, type PixelColumns, type PointColumns } from './csv-columns.ts';
import { type DecimalMark, hasThousands, isNumber, markOf, numberOf, tidied } from './csv-number.ts';
import { type CsvRow, type CsvTable, csvTable } from './csv-table.ts';

/** A table of points of the plane, or of images with one a row, as MNIST is handed out: label,pixel0,…,pixel783. */
export type CsvContent = { readonly kind: 'points'; readonly data: Required<PointRunData> } | { readonly kind: 'images'; readonly data: LabelledImages };

/** The labels are the numbers of the classes; `names` has what the file calls them. */
export type LabelledImages = Required<Pick<ImageRunData, 'images' | 'labels' | 'names'>>;

const sampleRows = 200;

/**
 * Reads a table in any dialect. Yields now and then, where others may have their turn. Throws FileError: no row is left out, and nothing is
 * guessed that the file does not tell.
 */
export function* readCsv(text: string, file: string): Generator<undefined, CsvContent> {
  const table = csvTable(text, file);
  const sample: (readonly string[])[] = [];
  for (const row of table.rows()) {
    if (row) sample.push(row.fields);
    if (sample.length === sampleRows) break;
  }
  if (sample.length === 0) throw new FileError({ code: 'no table', file });
  const columns = columnsOf(table.header, sample, table.width);
  if (!columns) throw new FileError({ code: 'columns unclear', file, header: table.header ?? sample[0] ?? [] });
  const reader = new Reader(table, file);
  return columns.kind === 'points' ? yield* reader.points(columns) : yield* reader.images(columns);
}

class Reader {
  #table: CsvTable;
  #file: string;
  #mark: { readonly mark: DecimalMark; readonly line: number } | undefined;
  /** What the labels are, each with its number among them and the line on which it stands first. */
  #labels = new Map<string, { readonly number: number; readonly row: CsvRow }>();
  #labelOf: number[] = [];

  constructor(table: CsvTable, file: string) {
    this.#table = table;
    this.#file = file;
  }

  *points({ x0, x1, label }: PointColumns): Generator<undefined, CsvContent> {
    const values: [number[], number[]] = [[], []];
    const grouped: { readonly row: CsvRow; readonly column: number }[] = [];
    let certain = !this.#table.commas;
    for (const row of this.#table.rows()) {
      if (!row) {
        yield;
        continue;
      }
      for (const [axis, column] of [x0, x1].entries()) {
        const text = tidied(row.fields[column] ?? '');
        values[axis as 0 | 1].push(this.#coordinate(row, column, text));
        if (!text.includes(',')) continue;
        // "1,234" among commas may be a thousand and more, or a little more than 1; "1,23" cannot.
        if (/^[+-]?\d{1,3},\d{3}$/.test(text)) grouped.push({ row, column });
        else certain = true;
      }
      this.#takeLabel(row, label);
    }
    const [unclear] = grouped;
    if (!certain && unclear) throw this.#wrong('thousands', unclear.row, unclear.column);
    const { labels, names } = this.#classes(label);
    return { kind: 'points', data: { kind: 'points', x0: Float64Array.from(values[0]), x1: Float64Array.from(values[1]), labels, names } };
  }

  *images({ label, pixels, rows, columns }: PixelColumns): Generator<undefined, CsvContent> {
    const images: Uint8Array[] = [];
    /** Pixels are 0 … 1 instead of 0 … 255: undefined while all are 0 or 1. */
    let parts: boolean | undefined;
    const imageOf = (row: CsvRow) => {
      const image = new Uint8Array(pixels.length);
      for (let i = 0; i < pixels.length; i++) image[i] = this.#pixel(row, pixels[i] as number, parts === true);
      return image;
    };
    for (const row of this.#table.rows()) {
      if (!row) {
        yield;
        continue;
      }
      this.#takeLabel(row, label);
      if (parts === undefined) {
        parts = unitOf(row, pixels);
        // Those before were all 0 or 1.
        if (parts) for (const image of images) for (let i = 0; i < image.length; i++) image[i] = 255 * (image[i] as number);
      }
      images.push(imageOf(row));
    }
    const { labels, names } = this.#classes(label);
    return { kind: 'images', data: { images: idxOf([images.length, rows, columns], images), labels: idxOf([labels.length], [labels]), names } };
  }

  #coordinate(row: CsvRow, column: number, text: string): number {
    if (text === '') throw this.#wrong('number missing', row, column);
    const mark = markOf(text);
    if (hasThousands(text) && !isNumber(text)) throw this.#wrong('thousands', row, column);
    const value = numberOf(text);
    if (Number.isNaN(value)) throw this.#wrong('no number', row, column);
    if (mark && this.#mark && this.#mark.mark !== mark) {
      const { line } = this.#mark;
      throw new FileError({ code: 'mixed decimals', ...this.#place(row), otherLine: line, otherText: this.#table.textOf(line) });
    }
    if (mark) this.#mark ??= { mark, line: row.line };
    if (Math.abs(value) > largestCoordinate) throw this.#wrong('too far', row, column);
    return value;
  }

  #pixel(row: CsvRow, column: number, parts: boolean): number {
    const text = row.fields[column] ?? '';
    // Nearly all are short and whole.
    const short = text.length > 0 && text.length <= 3 && text.trim() === text ? Number(text) : Number.NaN;
    const given = Number.isInteger(short) ? short : numberOf(tidied(text));
    const value = parts ? 255 * given : given;
    const whole = Math.round(value);
    if (!(Math.abs(value - whole) <= (parts ? 0.02 : 0)) || whole < 0 || whole > 255) throw this.#wrong('no pixel', row, column);
    return whole;
  }

  #takeLabel(row: CsvRow, column: number): void {
    const text = tidied(row.fields[column] ?? '');
    if (text === '') throw this.#wrong('class missing', row, column);
    // 1 and 1.0 are one class.
    const name = isNumber(text) ? String(numberOf(text) + 0) : text;
    let known = this.#labels.get(name);
    if (!known) {
      known = { number: this.#labels.size, row };
      this.#labels.set(name, known);
    }
    this.#labelOf.push(known.number);
  }

  /** Numbers in their order, names in theirs; all labels are of one of these kinds. */
  #classes(column: number): { readonly labels: Uint8Array<ArrayBuffer>; readonly names: readonly string[] } {
    const file = this.#file;
    const numeric = [...this.#labels.keys()].filter(isNumber);
    const named = numeric.length < this.#labels.size;
    for (const [name, { row }] of this.#labels) if (!named && !Number.isInteger(Number(name))) throw this.#wrong('no class', row, column);
    const names = [...this.#labels.keys()].sort((a, b) => (named ? (a < b ? -1 : 1) : Number(a) - Number(b)));
    if (names.length > mostLabels) throw new FileError({ code: 'too many classes', file, found: names.length, most: mostLabels, names: names.slice(0, 6) });
    const place = new Map(names.map((name, k) => [this.#labels.get(name)?.number, k]));
    return { labels: Uint8Array.from(this.#labelOf, (number) => place.get(number) as number), names };
  }

  #wrong(code: 'no number' | 'number missing' | 'thousands' | 'too far' | 'no pixel' | 'class missing' | 'no class', row: CsvRow, column: number): FileError {
    const name = this.#table.header?.[column] || String(column + 1);
    return new FileError({ code, ...this.#place(row), column: name, value: (row.fields[column] ?? '').trim().slice(0, 40) });
  }

  #place({ line }: CsvRow) {
    return { file: this.#file, line, text: this.#table.textOf(line) };
  }
}

/** Whether the pixels of a row are parts of 1; undefined where all are 0 or 1, which tells nothing. */
function unitOf(row: CsvRow, pixels: readonly number[]): boolean | undefined {
  let unit: boolean | undefined;
  for (const column of pixels) {
    const text = row.fields[column] ?? '';
    if (text === '0' || text === '1') continue;
    const value = numberOf(tidied(text));
    if (value > 1) return false;
    if (value > 0 && value < 1) unit = true;
  }
  return unit;
}

/** An IDX file of unsigned bytes. */
function idxOf(shape: readonly number[], values: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const header = 4 + 4 * shape.length;
  const bytes = new Uint8Array(header + values.reduce((size, part) => size + part.length, 0));
  const view = new DataView(bytes.buffer);
  bytes.set([0, 0, 8, shape.length]);
  for (const [axis, size] of shape.entries()) view.setUint32(4 + 4 * axis, size);
  let at = header;
  for (const part of values) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
