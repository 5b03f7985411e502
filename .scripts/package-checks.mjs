import { rmSync } from 'node:fs';
import { inRepository } from './root.mjs';
import { run } from './run.mjs';

// The engine in somebody else's CMake project, tests/package, built and run in both ways. The build type is Debug, because NDEBUG turns assertions off in the others.

const prefix = inRepository('build/package/prefix');

/** @type {readonly { name: string, check: () => Promise<void> }[]} */
export const packageChecks = [
  { name: 'installed, found by find_package', check: installed },
  // Clang compiles the whole library without optimisation in half of GCC's time.
  { name: 'part of the project, by add_subdirectory', check: () => consumer('subdirectory', [`-DDOWNHILL_SOURCE=${inRepository()}`, '-DCMAKE_CXX_COMPILER=clang++']) },
];

async function installed() {
  // A header that is gone must not be found in an older installation.
  rmSync(prefix, { recursive: true, force: true });
  await run('cmake', ['--install', 'build/native', '--prefix', prefix], { quiet: true });
  await consumer('installed', [`-DCMAKE_PREFIX_PATH=${prefix}`]);
}

/**
 * @param {string} folder below build/package
 * @param {readonly string[]} options
 */
async function consumer(folder, options) {
  const build = `build/package/${folder}`;
  const settings = ['-DCMAKE_BUILD_TYPE=Debug', '-DCMAKE_CXX_FLAGS_DEBUG=-O0', '-DCMAKE_UNITY_BUILD=ON'];
  await run('cmake', ['-G', 'Ninja', '-S', 'tests/package', '-B', build, ...settings, ...options], { quiet: true });
  await run('cmake', ['--build', build]);
  await run('ctest', ['--test-dir', build, '--output-on-failure', '--no-tests=error']);
}
