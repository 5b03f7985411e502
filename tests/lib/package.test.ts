import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectWithLibrary } from './installed.ts';

const repository = join(import.meta.dirname, '../..');

describe('the packed library in an empty project', () => {
  let project: string;
  beforeAll(() => {
    project = projectWithLibrary();
  });
  afterAll(() => rmSync(project, { recursive: true }));

  const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  /** Those of its README. */
  const listings = () => [...readFileSync(join(project, 'node_modules/downhill/README.md'), 'utf8').matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => code);

  it('trains a net in Node, as its README says', () => {
    writeFileSync(
      join(project, 'example.js'),
      `${listings()[0]}\nconsole.log(JSON.stringify([...engine.numericalGradient(f, Float64Array.of(3, 4)), net.accuracy(data), trainer.iteration]));`,
    );
    const [g0, g1, accuracy, iterations] = JSON.parse(node('example.js'));
    expect(g0).toBeCloseTo(6, 8);
    expect(g1).toBeCloseTo(8, 8);
    expect(accuracy).toBeGreaterThan(0.95);
    expect(iterations).toBe(10_000);
  });

  it('trains a net in a worker, as its README says', () => {
    const [, , page = ''] = listings();
    writeFileSync(join(project, 'worker.js'), listings()[1] ?? '');
    // What a browser gives a worker and a page, by Node's names.
    writeFileSync(
      join(project, 'in-node.js'),
      `import { parentPort } from 'node:worker_threads';
       globalThis.addEventListener = (type, listener) => parentPort.on(type, (data) => listener({ data }));
       globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
       await import('./worker.js');`,
    );
    writeFileSync(
      join(project, 'page.js'),
      `import { Worker as NodeWorker } from 'node:worker_threads';
       class Worker {
         #worker = new NodeWorker(new URL('./in-node.js', import.meta.url));
         addEventListener = (type, listener) => this.#worker.on(type, (data) => { listener({ data }); this.#worker.terminate(); });
         postMessage = (message) => this.#worker.postMessage(message);
       }
       ${page}`,
    );
    const [loss, accuracy] = node('page.js').trim().split(' ').map(Number);
    expect(loss).toBeLessThan(0.5);
    expect(accuracy).toBeGreaterThan(0.95);
  });

  it('says whose it is and for what', () => {
    const manifest = JSON.parse(readFileSync(join(project, 'node_modules/downhill/package.json'), 'utf8'));
    expect(manifest).toMatchObject({ name: 'downhill', license: 'MIT', type: 'module', engines: { node: '^20.19.0 || >=22.12.0' }, repository: { type: 'git' } });
    expect(manifest.keywords).toContain('neural-network');
    expect(manifest.private).toBeUndefined();
  });

  it('has an address for its .wasm', () => {
    expect(node('-e', `console.log(import.meta.resolve('downhill/downhill-module.wasm'))`, '--input-type=module')).toMatch(
      /^file:.*\/node_modules\/downhill\/downhill-module\.wasm\n$/,
    );
  });
});

it('the repository, which is not published itself, resolves its own name to the library', () => {
  expect(JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')).private).toBe(true);
  const script = "import { loadEngine } from 'downhill'; console.log(import.meta.resolve('downhill'), (await loadEngine()).version)";
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: repository, encoding: 'utf8' })).toMatch(/^file:.*\/dist\/lib\/downhill\.js 0\.1\.0\n$/);
});
