/** What NumPy calls some functions of a formula; the rest have the same name there. */
const names: Readonly<Record<string, string>> = { asin: 'arcsin', acos: 'arccos', atan: 'arctan', pow: 'power', min: 'minimum', max: 'maximum' };

/** A formula as Python writes it: sin(x)^2 as np.sin(x)**2. Both take powers from the right, and before a sign. */
export function numpyFormula(source: string, variables: readonly string[]): string {
  const named = (name: string) => (variables.includes(name) ? name : `np.${names[name] ?? name}`);
  return source.replaceAll('^', '**').replaceAll(/\b[a-z]\w*/g, named);
}
