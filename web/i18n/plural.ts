const rules = new Intl.PluralRules('en');

/** A count with its word, in English: '1 step', '0 steps', '10,000 steps'. A count that is text has commas already. */
export function plural(count: number | string, one: string, other = `${one}s`): string {
  const number = Number(String(count).replaceAll(',', ''));
  return `${typeof count === 'number' ? count.toLocaleString('en') : count} ${rules.select(number) === 'one' ? one : other}`;
}
