// Numbers as people and their spreadsheets write them.

const plain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const withComma = /^[+-]?(\d+,\d*|,\d+)(e[+-]?\d+)?$/i;
/** Groups of three: 1.234,5 · 1,234.5 · 1,234,567 · 1 234 · 1'234. */
const grouped = /^[+-]?\d{1,3}(([.,])\d{3}(\2\d{3})+|\.\d{3}(\.\d{3})*,\d+|,\d{3}(,\d{3})*\.\d+|(['’\s]\d{3})+([.,]\d+)?)$/;

export type DecimalMark = '.' | ',';

/** Without blanks at its ends; a minus sign of any kind is a hyphen, full-width signs are the usual ones. */
export function tidied(field: string): string {
  const text = field.trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII, to its first character
  return /^[\u0000-\u007f]*$/.test(text) ? text : text.normalize('NFKC').replace(/[\u2212\u2012\u2013\ufe63\uff0d]/g, '-');
}

/** For a tidied field. */
export function isNumber(text: string): boolean {
  return plain.test(text) || withComma.test(text);
}

/** It has separators of thousands, whichever sign is the decimal one. */
export function hasThousands(text: string): boolean {
  return grouped.test(text);
}

/** Which decimal mark it has; undefined for none. */
export function markOf(text: string): DecimalMark | undefined {
  return text.includes(',') ? ',' : text.includes('.') ? '.' : undefined;
}

/** NaN where it is none. */
export function numberOf(text: string): number {
  if (plain.test(text)) return Number(text);
  return withComma.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}
