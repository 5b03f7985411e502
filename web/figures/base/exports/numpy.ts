/** What NumPy calls some functions of a formula; the rest have the same name there. float_power takes whole numbers to negative powers, too. */
const names: Readonly<Record<string, string>> = {
  asin: 'arcsin',
  acos: 'arccos',
  atan: 'arctan',
  asinh: 'arcsinh',
  acosh: 'arccosh',
  atanh: 'arctanh',
  pow: 'float_power',
  min: 'minimum',
  max: 'maximum',
};

/** The `canonical` form of a formula as Python writes it: sin(x)^2 as np.sin(x)**2. Both take powers from the right, and before a sign. */
export function numpyFormula(canonical: string, variables: readonly string[]): string {
  const named = (name: string) => (variables.includes(name) ? name : `np.${names[name] ?? name}`);
  return inPairs(canonical)
    .replaceAll('^', '**')
    .replaceAll(/\b[a-z_]\w*/gi, named);
}

/** The same as a function: lambda x: np.sin(x)**2; of x0 and x1, which are entries of its argument, lambda x: x[0]**2 + x[1]**2. */
export function numpyFunction(canonical: string, variables: readonly string[]): string {
  const formula = numpyFormula(canonical, variables);
  if (variables.length === 1) return `lambda ${variables[0]}: ${formula}`;
  return `lambda x: ${variables.reduce((text, name, i) => text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `x[${i}]`), formula)}`;
}

/** NumPy's minimum takes two arguments, and a third for the result: min(a, b, c) becomes min(min(a, b), c). */
function inPairs(formula: string): string {
  const call = /\b(?:min|max)\s*\(/.exec(formula);
  if (!call) return formula;
  const begin = call.index + call[0].length;
  const commas: number[] = [];
  let end = begin;
  for (let depth = 1; end < formula.length; end++) {
    const character = formula[end];
    if (character === '(') depth++;
    else if (character === ')' && --depth === 0) break;
    else if (character === ',' && depth === 1) commas.push(end);
  }
  const [first = '', ...rest] = [begin - 1, ...commas].map((comma, i) => inPairs(formula.slice(comma + 1, commas[i] ?? end).trim()));
  const pairs = rest.reduce((nested, argument) => `${call[0]}${nested}, ${argument})`, first);
  return `${formula.slice(0, call.index)}${pairs}${inPairs(formula.slice(end + 1))}`;
}
