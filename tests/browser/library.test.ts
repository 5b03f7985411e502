import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../.scripts/serve.mjs';
import { projectWithLibrary } from '../lib/installed.ts';
import { engineNames, startEngine } from './driver/engines.ts';

const page = (script: string) => `<!doctype html><html lang="en"><title>A net</title><script type="module" src="${script}"></script>`;
const program = (library: string) => `
  import { loadEngine } from '${library}';
  const engine = await loadEngine();
  const data = engine.Dataset.toy('xor', { size: 200, seed: 1 });
  const net = new engine.TwoLayerNet({ inputSize: 2, hiddenSize: 16, outputSize: 2, activation: 'tanh', xavier: true, seed: 1 });
  new engine.Trainer(net, data, { batchSize: 20, learningRate: 0.5, seed: 1 }).run(2000);
  document.title = String(net.accuracy(data));`;

describe.each(engineNames)('the packed library on a page, in %s', (engineName) => {
  let project: string;
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    project = projectWithLibrary();
    server = await serve(project);
  });
  afterAll(async () => {
    await server?.close();
    rmSync(project, { recursive: true });
  });

  async function accuracyOn(path: string): Promise<number> {
    const engine = await startEngine(engineName);
    try {
      const page = await engine.newPage({ viewport: { width: 800, height: 600 } });
      await page.goto(new URL(path, server.address).href);
      await page.waitForFunction(() => document.title !== 'A net');
      return Number(await page.title());
    } finally {
      await engine.close();
    }
  }

  it('trains a net from a plain script', async () => {
    writeFileSync(join(project, 'plain.js'), program('./node_modules/downhill/downhill.js'));
    writeFileSync(join(project, 'plain.html'), page('./plain.js'));
    expect(await accuracyOn('plain.html')).toBeGreaterThan(0.95);
  });

  it('trains a net when Vite has bundled it', async () => {
    writeFileSync(join(project, 'main.js'), program('downhill'));
    writeFileSync(join(project, 'index.html'), page('./main.js'));
    await build({ root: project, base: './', logLevel: 'error', configFile: false, build: { target: 'es2023' } });
    expect(await accuracyOn('dist/')).toBeGreaterThan(0.95);
  });
});
