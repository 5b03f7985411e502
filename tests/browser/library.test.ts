import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../.scripts/serve.mjs';
import { projectWithLibrary } from '../lib/installed.ts';
import { closePage, engineNames, sharedEngine } from './driver/engines.ts';

const page = (script: string) => `<!doctype html><html lang="en"><title>A net</title><script type="module" src="${script}"></script>`;
const program = (library: string) => `
  import { loadEngine } from '${library}';
  const engine = await loadEngine();
  const data = engine.Dataset.toy('xor', { size: 200, seed: 1 });
  const net = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 16, outputSize: 2, activation: 'tanh', xavier: true, seed: 1 });
  new engine.Trainer(net, data, { batchSize: 20, learningRate: 0.5, seed: 1 }).run(2000);
  document.title = String(net.accuracy(data));`;

describe('the packed library on a page', () => {
  let project: string;
  let server: Awaited<ReturnType<typeof serve>>;
  const put = (name: string, text = '') => writeFileSync(join(project, name), text);
  const bundle = (outDir: string) => build({ root: project, base: './', logLevel: 'error', configFile: false, worker: { format: 'es' }, build: { target: 'es2023', outDir } });

  beforeAll(async () => {
    project = projectWithLibrary();
    server = await serve(project);
    put('plain.js', program('./node_modules/downhill/downhill.js'));
    put('plain.html', page('./plain.js'));
    put('index.html', page('./main.js'));
    put('main.js', program('downhill'));
    await bundle('bundled');
    const listings = [...readFileSync(join(project, 'node_modules/downhill/README.md'), 'utf8').matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => code);
    put('worker.js', listings[1]);
    put('main.js', `${listings[2]}\nworker.addEventListener('message', ({ data }) => { document.title = String(data.accuracy); });`);
    await bundle('in-worker');
  });
  afterAll(async () => {
    await server?.close();
    rmSync(project, { recursive: true });
  });

  describe.each(engineNames)('as a reader meets it, in %s', (engineName) => {
    it.each([
      ['from a plain script', 'plain.html'],
      ['when Vite has bundled it', 'bundled/'],
      ['in a worker, as its README says', 'in-worker/'],
    ])('trains a net %s', async (_how, path) => {
      const opened = await (await sharedEngine(engineName)).newPage({ viewport: { width: 800, height: 600 } });
      try {
        await opened.goto(new URL(path, server.address).href);
        await opened.waitForFunction(() => document.title !== 'A net');
        expect(Number(await opened.title())).toBeGreaterThan(0.95);
      } finally {
        await closePage(opened);
      }
    });
  });
});
