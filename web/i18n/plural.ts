/** Kept: to make one, or to have toLocaleString find one, takes longer than all else in a sentence. */
const thousands = new Intl.NumberFormat('en');

/** A whole number with commas between thousands, as English and Chinese print it. */
export function counted(count: number): string {
  return thousands.format(count);
}

const rules = new Intl.PluralRules('en');

/** A count with its word, in English: '1 step', '0 steps', '10,000 steps'. A count that is text has commas already. */
export function plural(count: number | string, one: string, other = `${one}s`): string {
  const number = Number(String(count).replaceAll(',', ''));
  return `${typeof count === 'number' ? counted(count) : count} ${rules.select(number) === 'one' ? one : other}`;
}
