import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectWithLibrary } from './installed.ts';

const typescript = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc');

describe('the packed library in an empty project', () => {
  let project: string;
  beforeAll(() => {
    project = projectWithLibrary();
  });
  afterAll(() => rmSync(project, { recursive: true }));

  const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  /** The first listing of its README. */
  const example = () => /```js\n([\s\S]*?)```/.exec(readFileSync(join(project, 'node_modules/downhill/README.md'), 'utf8'))?.[1] ?? '';

  it('trains a net in Node, as its README says', () => {
    writeFileSync(
      join(project, 'example.js'),
      `${example()}\nconsole.log(JSON.stringify([...engine.numericalGradient(f, Float64Array.of(3, 4)), net.accuracy(data), trainer.iteration]));`,
    );
    const [g0, g1, accuracy, iterations] = JSON.parse(node('example.js'));
    expect(g0).toBeCloseTo(6, 8);
    expect(g1).toBeCloseTo(8, 8);
    expect(accuracy).toBeGreaterThan(0.95);
    expect(iterations).toBe(3000);
  });

  it('has types that a strict project accepts', () => {
    writeFileSync(
      join(project, 'typed.ts'),
      `import type { Engine } from 'downhill';\n${example()}export const typed: Engine = engine;\nexport const wrong: string = net.parameterCount;\n`,
    );
    const check = () => node(typescript, '--noEmit', '--strict', '--target', 'es2023', '--lib', 'es2023,esnext.disposable,dom', '--types', '', '--module', 'nodenext', 'typed.ts');
    const errors = (() => {
      try {
        return check();
      } catch (error) {
        return (error as { stdout: string }).stdout;
      }
    })();
    // The one that is wrong on purpose, so that types which are not found do not pass for any.
    expect(errors.trim().split('\n')).toEqual([expect.stringMatching(/^typed\.ts.*'number' is not assignable to type 'string'/)]);
  });

  it('has an address for its .wasm', () => {
    expect(node('-e', `console.log(import.meta.resolve('downhill/downhill-module.wasm'))`, '--input-type=module')).toMatch(
      /^file:.*\/node_modules\/downhill\/downhill-module\.wasm\n$/,
    );
  });
});
