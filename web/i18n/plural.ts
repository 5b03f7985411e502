/** A whole number with commas between thousands, as English and Chinese print it. Without Intl, whose first number costs a weak phone the time of two frames. */
export function counted(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A count with its word, in English: '1 step', '0 steps', '10,000 steps'. A count that is text has commas already. */
export function plural(count: number | string, one: string, other = `${one}s`): string {
  const number = Number(String(count).replaceAll(',', ''));
  return `${typeof count === 'number' ? counted(count) : count} ${number === 1 ? one : other}`;
}
