// What is wrong with a file of the reader's, for a figure to put into words: the file, what was expected, what was found.

/** What a file is that was taken for data: told by its first bytes. */
export type OtherKind = 'picture' | 'workbook' | 'zip' | 'pdf' | 'npy' | 'binary';

export type FileProblem =
  /** A folder, or a file that has been moved since. */
  | { readonly code: 'unreadable'; readonly file: string }
  | { readonly code: 'empty'; readonly file: string }
  /** Bytes; `unpacked`: only what it unpacks to is too large. */
  | { readonly code: 'too large'; readonly file: string; readonly most: number; readonly unpacked: boolean }
  | { readonly code: 'damaged gzip'; readonly file: string }
  | { readonly code: 'other kind'; readonly file: string; readonly kind: OtherKind }
  /** Files that together are no set: neither two nor four of IDX, nor one or two tables of images. */
  | { readonly code: 'no set'; readonly files: readonly string[] }
  | IdxProblem
  | CsvProblem
  | NetProblem;

export type IdxProblem =
  /** The code of the type of the values; 8, unsigned bytes, is expected. */
  | { readonly code: 'wrong type'; readonly file: string; readonly found: number }
  /** 3 (images) or 1 (labels) are expected. */
  | { readonly code: 'wrong rank'; readonly file: string; readonly found: number }
  /** The sizes in the header contain a 0. */
  | { readonly code: 'no items'; readonly file: string }
  /** Bytes. */
  | { readonly code: 'wrong length'; readonly file: string; readonly expected: number; readonly found: number }
  | { readonly code: 'no labels'; readonly files: readonly string[] }
  | { readonly code: 'no images'; readonly files: readonly string[] }
  | { readonly code: 'counts differ'; readonly files: readonly [images: string, labels: string]; readonly images: number; readonly labels: number }
  /** Which of four is for learning, or which labels belong to which images, neither counts nor names tell. */
  | { readonly code: 'pairs unclear'; readonly files: readonly string[] }
  /** Training and test images; rows × columns. */
  | { readonly code: 'shapes differ'; readonly files: readonly [train: string, test: string]; readonly train: string; readonly test: string }
  | { readonly code: 'too few'; readonly file: string; readonly found: number; readonly fewest: number }
  | { readonly code: 'one class'; readonly file: string; readonly name: string }
  | { readonly code: 'too many pixels'; readonly file: string; readonly rows: number; readonly columns: number; readonly most: number }
  /** With the hidden units that are set. */
  | { readonly code: 'too many weights'; readonly file: string; readonly inputs: number; readonly hidden: number; readonly found: number; readonly most: number };

/** `line` counts from 1, `text` is what stands there. */
interface OfLine {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

export type CsvProblem =
  /** No line has two numbers, whatever is taken for the delimiter. */
  | { readonly code: 'no table'; readonly file: string }
  /** What the columns hold does not tell which are coordinates, class or pixels. */
  | { readonly code: 'columns unclear'; readonly file: string; readonly header: readonly string[] }
  | ({ readonly code: 'number of fields'; readonly expected: number; readonly found: number } & OfLine)
  /** `column` is the name in the header, or its number. */
  | ({
      readonly code: 'no number' | 'number missing' | 'thousands' | 'too far' | 'no pixel' | 'class missing' | 'no class';
      readonly column: string;
      readonly value: string;
    } & OfLine)
  /** Decimal commas here, decimal points there. */
  | ({ readonly code: 'mixed decimals'; readonly otherLine: number; readonly otherText: string } & OfLine)
  | ({ readonly code: 'open quote' } & OfLine)
  | { readonly code: 'too many points'; readonly file: string; readonly found: number; readonly most: number }
  | { readonly code: 'too many classes'; readonly file: string; readonly found: number; readonly most: number; readonly names: readonly string[] };

export type NetProblem =
  | { readonly code: 'damaged net'; readonly file: string }
  | { readonly code: 'array missing'; readonly file: string; readonly array: string }
  /** In an npz; float32 and float64 are read. */
  | { readonly code: 'array type'; readonly file: string; readonly array: string; readonly found: string }
  | { readonly code: 'array shape'; readonly file: string; readonly array: string; readonly expected: string; readonly found: string }
  | { readonly code: 'array value'; readonly file: string; readonly array: string }
  /** Without it the net's answers cannot be known. */
  | { readonly code: 'no activation'; readonly file: string }
  /** `found` is what the file names as the activation, as the function of the outputs, or as the pixel value that is an input of 1. */
  | { readonly code: 'activation' | 'output' | 'pixel scale'; readonly file: string; readonly found: string }
  /** There must be as many as the net has outputs. */
  | { readonly code: 'class names'; readonly file: string; readonly expected: number; readonly found: string }
  /** The net that was opened is not for the data that are chosen: its inputs and classes, and theirs. */
  | { readonly code: 'other data'; readonly file: string; readonly inputs: number; readonly classes: number; readonly dataInputs: number; readonly dataClasses: number }
  /** As many, but called otherwise or in another order. */
  | { readonly code: 'other classes'; readonly file: string; readonly names: readonly string[]; readonly dataNames: readonly string[] };

export class FileError extends Error {
  override readonly name = 'FileError';
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(JSON.stringify(problem));
    this.problem = problem;
  }
}
