import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { blasFolder, numpy } from '../tests/bench/blas.mjs';
import { findEmscripten, findProgram } from './emscripten.mjs';

/** @typedef {'build' | 'lint' | 'test' | 'load' | 'bench' | 'peers'} Purpose test: build, lint and all suites; load: what a reader costs a host; peers: what the benchmark can do without */

/**
 * @typedef {object} Requirement
 * @property {string} name of the Debian package
 * @property {readonly Purpose[]} purposes
 * @property {() => boolean} present however it was installed
 */

/** @type {readonly Requirement[]} */
const requirements = [
  { name: 'emscripten', purposes: ['build', 'test', 'load', 'bench'], present: () => findEmscripten() !== undefined },
  { name: 'libeigen3-dev', purposes: ['build', 'test', 'load', 'bench'], present: () => hasHeader('eigen3/Eigen/Core') },
  { name: 'cmake', purposes: ['build', 'test', 'load', 'bench'], present: () => hasProgram('cmake') },
  { name: 'ninja-build', purposes: ['build', 'test', 'load', 'bench'], present: () => hasProgram('ninja') },
  { name: 'g++', purposes: ['test', 'bench'], present: () => hasProgram('g++') },
  { name: 'libbenchmark-dev', purposes: ['bench'], present: () => hasHeader('benchmark/benchmark.h') },
  { name: 'python3-numpy', purposes: ['peers'], present: () => existsSync(numpy) },
  { name: 'libopenblas0-pthread', purposes: ['peers'], present: () => blasFolder('openblas') !== undefined },
  { name: 'catch2', purposes: ['test'], present: () => hasHeader('catch2/catch.hpp') },
  { name: 'clang', purposes: ['test'], present: () => hasProgram('clang++') },
  { name: 'libclang-rt-dev', purposes: ['test'], present: linksSanitizers },
  { name: 'clang-format', purposes: ['lint', 'test'], present: () => hasProgram('clang-format') },
  { name: 'chromium', purposes: ['test', 'load', 'bench'], present: () => existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium') },
  { name: 'firefox-esr', purposes: ['test', 'bench'], present: () => existsSync(process.env.FIREFOX ?? '/usr/bin/firefox-esr') },
  // The engine of Safari and of every browser on an iPad; it knows no mode without a display.
  { name: 'webkit2gtk-driver', purposes: ['test'], present: () => existsSync(process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver') },
  { name: 'xvfb', purposes: ['test'], present: () => hasProgram('Xvfb') },
  // The site is served by it, as the README says.
  { name: 'nginx', purposes: ['test', 'load'], present: () => existsSync('/usr/sbin/nginx') },
  { name: 'wrk', purposes: ['load'], present: () => hasProgram('wrk') },
  // Blogs that embed figures are built and looked at.
  { name: 'jekyll', purposes: ['test'], present: () => hasProgram('jekyll') },
  { name: 'hugo', purposes: ['test'], present: () => hasProgram('hugo') },
  { name: 'libjs-mathjax', purposes: ['test'], present: () => existsSync('/usr/share/javascript/mathjax/MathJax.js') },
  // Without a Chinese font the browsers would lay out and show boxes.
  { name: 'fonts-noto-cjk', purposes: ['test'], present: hasChineseFont },
];

/**
 * The Debian packages that this purpose needs and this machine lacks.
 * @param {Purpose} purpose
 */
export function missingPackages(purpose) {
  return requirements.filter(({ purposes, present }) => purposes.includes(purpose) && !present()).map(({ name }) => name);
}

/** @param {string} name */
const hasProgram = (name) => findProgram(name) !== undefined;

/** @param {string} path */
const hasHeader = (path) => ['/usr/include', '/usr/local/include'].some((folder) => existsSync(`${folder}/${path}`));

function linksSanitizers() {
  return spawnSync('clang++', ['-fsanitize=address,undefined', '-x', 'c++', '-', '-o', '/dev/null'], { input: 'int main() {}' }).status === 0;
}

function hasChineseFont() {
  const fonts = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return fonts.status === 0 && fonts.stdout.trim() !== '';
}
