import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectWithLibrary } from './installed.ts';

const modules = join(import.meta.dirname, '../../node_modules');

/** What every program does with the library; the last line is wrong on purpose, so that types which are not found do not pass for any. */
const program = `
import { type Dataset, type Engine, type Expression, loadEngine, type Trainer } from 'downhill';
export const engine: Engine = await loadEngine({ wasmBinary: new Uint8Array(8) });
export const f: Expression = engine.expression('x0^2', ['x0']);
export const slope: number | undefined = engine.numericalGradient(f, Float64Array.of(3))[0];
export const data: Dataset = engine.Dataset.toy('xor');
const net = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 3, outputSize: 2 });
{
  using trainer: Trainer = new engine.Trainer(net, data);
  trainer.run(10);
}
net.delete();
export const wrong: string = net.parameterCount;
`;
const wrongLine = program.trimEnd().split('\n').length;
const fromUrl = "export const other: Promise<Engine> = loadEngine({ wasmUrl: new URL('./engine.wasm', import.meta.url) });\n";

const consumers = [
  { of: 'ES2022 alone', lib: ['es2022'], types: [] },
  { of: 'a browser', lib: ['es2022', 'dom'], types: [], more: fromUrl },
  {
    of: 'Node without those of a browser',
    lib: ['es2022'],
    types: ['node'],
    more: `${fromUrl}import { readFile } from 'node:fs/promises';\nawait loadEngine({ wasmBinary: await readFile('engine.wasm') });\n`,
  },
  { of: 'a browser and Node, the newest', lib: ['esnext', 'dom'], types: ['node'], more: fromUrl },
];

describe('a program compiles against the packed library, its types checked, too, with the types of', () => {
  let project: string;
  beforeAll(() => {
    project = projectWithLibrary();
  });
  afterAll(() => rmSync(project, { recursive: true }));

  /** What the compiler complains of. */
  function complaints(compilerOptions: object, text: string): string[] {
    writeFileSync(join(project, 'program.ts'), text);
    const options = { strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true, target: 'es2022', ...compilerOptions };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...options, typeRoots: [join(modules, '@types')] }, files: ['program.ts'] }));
    try {
      execFileSync(process.execPath, [join(modules, 'typescript/bin/tsc'), '--project', project], { cwd: project, encoding: 'utf8' });
      return [];
    } catch (error) {
      return (error as { stdout: string }).stdout.trim().split('\n');
    }
  }

  const onlyTheWrongLine = [expect.stringMatching(new RegExp(`^program\\.ts\\(${wrongLine},.*'number' is not assignable to type 'string'`))];

  it.each(consumers)('$of', ({ lib, types, more = '' }) => {
    expect(complaints({ lib, types, module: 'nodenext' }, program + more)).toEqual(onlyTheWrongLine);
    expect(complaints({ lib, types, module: 'esnext', moduleResolution: 'bundler' }, program + more)).toEqual(onlyTheWrongLine);
  });

  it('and what is no address is refused', () => {
    const refused = "import { loadEngine } from 'downhill';\nloadEngine({ wasmUrl: 1 });\n";
    expect(complaints({ lib: ['es2022'], types: ['node'], module: 'nodenext' }, refused)).toEqual([expect.stringMatching(/^program\.ts\(2,.*'number' is not assignable to type/)]);
  });
});
