/**
 * The text of one function, dedented, without the comment above it. `name` is as the file has it:
 *
 * - C++: `plain_step`, `TwoLayerNet::gradient`; of overloads the one whose parameters begin as given: `value(double x`.
 * - Python: `plain_step`, `TwoLayerNet`, `TwoLayerNet.gradient`.
 *
 * Throws unless exactly one function has this name.
 */
export function cut(source: string, file: string, name: string): string {
  const found = file.endsWith('.py') ? pythonBlocks(source, name) : cppFunctions(source, name);
  const [only, ...more] = found;
  if (only === undefined) throw new Error(`${file} has no function ${name}`);
  if (more.length > 0) throw new Error(`${file} has ${found.length} functions ${name}; tell them apart by their parameters, as in ${name}(double x`);
  return dedented(only);
}

/** Comments, strings (1'000 is none, u8'x' is one) and lines of the preprocessor. */
const opaqueInCpp =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"([^()\\\s]*)\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*"|(?:(?<!\w)|(?<=(?<!\w)(?:u8|[uUL])))'(?:\\.|[^'\\\n])*'|^[ \t]*#(?:\\\n|[^\n])*/gm;

function cppFunctions(source: string, name: string): string[] {
  // As long as the source, so that what is found in it lies at the same place there.
  const plain = source.replace(opaqueInCpp, (text) => text.replace(/[^\n]/g, ' '));
  const [path = '', parameters] = name.split(/\((.*)/s);
  const call = new RegExp(`(?<![\\w:.>~])${path.split('::').join('(?:<[^<>]*>)?::')}\\s*\\(`, 'g');
  return [...plain.matchAll(call)].flatMap(({ index, 0: { length } }) => {
    const open = index + length - 1;
    if (parameters !== undefined && !spaced(plain.slice(open + 1)).startsWith(spaced(parameters))) return [];
    const body = /^\s*(?:(?:const|noexcept|override|final|&&?)\s*)*(?:->[^;{}]*)?\{/.exec(plain.slice(closing(plain, open) + 1));
    const before = Math.max(...[';', '{', '}'].map((end) => plain.lastIndexOf(end, index - 1))) + 1;
    const head = plain.slice(before, index).replace(/\b(?:public|private|protected)\s*:/, (label) => ' '.repeat(label.length));
    if (!body || head.trim() === '') return [];
    const begin = before + head.search(/\S/);
    const end = closing(plain, closing(plain, open) + body[0].length);
    return [source.slice(lineOf(source, begin), end + 1)];
  });
}

/** Where the bracket at `open` is closed. */
function closing(plain: string, open: number): number {
  const pair = plain[open] === '(' ? '()' : '{}';
  let depth = 0;
  for (let at = open; at < plain.length; at++) {
    if (plain[at] === pair[0]) depth++;
    else if (plain[at] === pair[1] && --depth === 0) return at;
  }
  throw new Error(`a bracket is not closed: ${plain.slice(open, plain.indexOf('\n', open))}`);
}

/** Where its line begins, if nothing but spaces is before it. */
function lineOf(source: string, begin: number): number {
  const line = source.lastIndexOf('\n', begin) + 1;
  return source.slice(line, begin).trim() === '' ? line : begin;
}

const spaced = (text: string) => text.trim().replace(/\s+/g, ' ');

const opaqueInPython = /("""|''')[\s\S]*?\1|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g;

function pythonBlocks(source: string, name: string): string[] {
  const [outer = '', ...inner] = name.split('.');
  const lines = source.split('\n');
  // A comment stays one: where it is not indented, it belongs to what comes next.
  const plain = source.replace(opaqueInPython, (text) => text.replace(/[^\n]/g, text.startsWith('#') ? '#' : ' ')).split('\n');
  const blocks = plain.flatMap((line, first) => {
    if (!new RegExp(`^(?:def|class) ${outer}\\b`).test(line)) return [];
    // A decorator belongs to what it decorates.
    let from = first;
    while (plain[from - 1]?.startsWith('@')) from--;
    const after = plain.findIndex((next, at) => at > first && /^[^\s)\]}]/.test(next));
    return [
      lines
        .slice(from, after === -1 ? undefined : after)
        .join('\n')
        .trimEnd(),
    ];
  });
  if (inner.length === 0) return blocks;
  return blocks.flatMap((block) => pythonBlocks(dedented(block.slice(block.indexOf('\n') + 1)), inner.join('.')));
}

function dedented(text: string): string {
  const indents = [...text.matchAll(/^( *)\S/gm)].map(([, spaces = '']) => spaces.length);
  return text.replaceAll(new RegExp(`^ {${Math.min(...indents)}}`, 'gm'), '');
}
