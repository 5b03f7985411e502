import Papa from 'papaparse';
import { FileError } from '../api/file-problem.ts';
import { isNumber, tidied } from './csv-number.ts';

/** A row that is not empty; `line` counts from 1. */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

export interface CsvTable {
  /** Names of the columns, where the file has them. */
  readonly header: readonly string[] | undefined;
  /** As many fields as every row must have. */
  readonly width: number;
  readonly commas: boolean;
  /** One after the other; undefined between two parts of a large file, where others may have their turn. */
  rows(): Generator<CsvRow | undefined, void>;
  /** What stands in a line of the file, cut to a length that can be told. */
  textOf(line: number): string;
}

/** Tried in this order; of two that divide the rows equally well the first is meant: a comma may be a decimal one. */
const delimiters = ['\t', ';', '|', ',', ' '];
const sampleRows = 60;
/** Characters; a part takes about a frame or two. */
const partLength = 1 << 18;

/** Finds out delimiter, names of columns and comments. Throws FileError where there is no table. */
export function csvTable(given: string, file: string): CsvTable {
  // Line ends of any system, also mixed. Within quotes a line end tells nothing in a table of numbers.
  const text = given.replace(/\r\n?/g, '\n');
  const named = /^"?sep=(.)"?[ \t]*(?:\n|$)/i.exec(text);
  const begin = named?.[0].length ?? 0;
  const firstLine = named ? 2 : 1;
  const delimiter = named?.[1] ?? delimiterOf(text);
  if (delimiter === undefined) throw new FileError({ code: 'no table', file });

  const textOf = (line: number) => {
    const whole = text.split('\n', line)[line - 1] ?? '';
    return whole.length > 60 ? `${whole.slice(0, 60)}…` : whole;
  };
  const all = () => parsed(text, begin, firstLine, delimiter, (line) => new FileError({ code: 'open quote', file, line, text: textOf(line) }));
  const head = headOf(all());
  if (!head) throw new FileError({ code: 'no table', file });
  const { header, width } = head;
  return {
    header,
    width,
    commas: delimiter === ',',
    textOf,
    *rows() {
      let headerSeen = !head.takesFirstRow;
      for (const row of all()) {
        if (row && (row.comment || isBlank(row.fields))) continue;
        if (row && !headerSeen) {
          headerSeen = true;
          continue;
        }
        if (!row) {
          yield undefined;
          continue;
        }
        const fields = trimmed(row.fields, width);
        if (fields.length !== width) throw new FileError({ code: 'number of fields', file, line: row.line, text: textOf(row.line), expected: width, found: fields.length });
        yield { line: row.line, fields };
      }
    },
  };
}

interface ParsedRow {
  readonly line: number;
  readonly fields: string[];
  readonly comment: boolean;
}

/** All rows with the lines on which they begin. */
function* parsed(text: string, begin: number, firstLine: number, delimiter: string, openQuote?: (line: number) => FileError): Generator<ParsedRow | undefined> {
  let line = firstLine;
  for (let at = begin; at < text.length; ) {
    // A large file is read part by part; what is within quotes may hold line ends.
    const end = partEnd(text, at);
    const part =
      delimiter === ' '
        ? text
            .slice(at, end)
            .replace(/[ \t\u00a0]+/g, ' ')
            .replace(/^ | $/gm, '')
        : text.slice(at, end);
    for (const fields of rowsOf(part, delimiter, openQuote && (() => openQuote(line)))) {
      yield { line, fields, comment: /^\s*[#%]/.test(fields[0] ?? '') };
      line += 1 + fields.reduce((breaks, field) => breaks + (field.includes('\n') ? field.split('\n').length - 1 : 0), 0);
    }
    at = end;
    yield undefined;
  }
}

/** The end of a line, with as many quotes opened as closed. */
function partEnd(text: string, begin: number): number {
  const quotesIn = (from: number, to: number) => text.slice(from, to).split('"').length - 1;
  let end = lineEnd(text, begin + partLength);
  for (let open = quotesIn(begin, end) % 2 === 1; open && end < text.length; ) {
    const next = lineEnd(text, end);
    if (quotesIn(end, next) % 2 === 1) open = false;
    end = next;
  }
  return end;
}

function lineEnd(text: string, from: number): number {
  const at = from < text.length ? text.indexOf('\n', from) : -1;
  return at < 0 ? text.length : at + 1;
}

function* rowsOf(text: string, delimiter: string, openQuote?: () => FileError): Generator<string[]> {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  // Behind the last line end Papa finds one more row, of nothing.
  if (text.endsWith('\n') && data.at(-1)?.length === 1 && data.at(-1)?.[0] === '') data.pop();
  const broken = errors.find(({ type }) => type === 'Quotes')?.row;
  for (const [i, row] of data.entries()) {
    if (i === broken && openQuote) throw openQuote();
    yield row;
  }
}

/** The one with which most rows of the beginning have two numbers or more, all with as many fields. */
function delimiterOf(text: string): string | undefined {
  const sample = text.slice(0, lineEnd(text, 200_000));
  let best: { readonly delimiter: string; readonly rows: number } | undefined;
  for (const delimiter of delimiters) {
    const counts = new Map<number, number>();
    let seen = 0;
    for (const row of parsed(sample, 0, 1, delimiter)) {
      if (!row || row.comment || isBlank(row.fields)) continue;
      if (row.fields.filter((field) => isNumber(tidied(field))).length >= 2) counts.set(row.fields.length, (counts.get(row.fields.length) ?? 0) + 1);
      if (++seen === sampleRows) break;
    }
    const rows = Math.max(0, ...counts.values());
    if (rows > (best?.rows ?? 0)) best = { delimiter, rows };
  }
  return best?.delimiter;
}

interface Head {
  readonly header: readonly string[] | undefined;
  readonly width: number;
  /** The names are the first row; else they are a comment, or there are none. */
  readonly takesFirstRow: boolean;
}

function headOf(rows: Iterable<ParsedRow | undefined>): Head | undefined {
  let comment: readonly string[] | undefined;
  let first: readonly string[] | undefined;
  const others: (readonly string[])[] = [];
  for (const row of rows) {
    if (!row || isBlank(row.fields)) continue;
    if (row.comment) {
      if (!first) comment = [(row.fields[0] ?? '').replace(/^\s*[#%]+\s*/, ''), ...row.fields.slice(1)];
      continue;
    }
    if (!first) first = row.fields;
    else others.push(row.fields);
    if (others.length === sampleRows) break;
  }
  if (!first) return undefined;
  const names = first.map(tidied);
  if (!names.some(isNumber) || isCount(names, others)) {
    const width = names.findLastIndex((name) => name !== '') + 1;
    // An empty name at the end is a column only if something stands in it.
    const more = others.some((fields) => fields.slice(width).some((field) => field.trim() !== ''));
    return { header: names.slice(0, more ? names.length : width), width: more ? names.length : width, takesFirstRow: true };
  }
  const width = Math.max(...[first, ...others].map((fields) => fields.findLastIndex((field) => field.trim() !== '') + 1));
  const fromComment = comment?.map(tidied);
  const header = fromComment?.length === width && !fromComment.some(isNumber) ? fromComment : undefined;
  return { header, width: Math.min(width, first.length), takesFirstRow: false };
}

/** The numbers of the columns, as pandas names those that have no names; and not a row of data, whose class others have, too. */
function isCount(names: readonly string[], others: readonly (readonly string[])[]): boolean {
  const counted = names[0] === '' ? names.slice(1) : names;
  if (counted.length < 3 || counted.some((name, i) => name !== String(i))) return false;
  return names[0] === '' || !others.some((fields) => tidied(fields[names.length - 1] ?? '') === names.at(-1));
}

function isBlank(fields: readonly string[]): boolean {
  return fields.every((field) => field.trim() === '');
}

/** Without empty fields behind the last column: some programs end each row with a delimiter. */
function trimmed(fields: readonly string[], width: number): readonly string[] {
  return fields.slice(width).every((field) => field.trim() === '') ? fields.slice(0, width) : fields;
}
