import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { blasFolder, python } from '../tests/bench/blas.mjs';
import { findEmscripten, findProgram } from './emscripten.mjs';
import { catch2Version, cmakeVersion, eigenVersion, emscriptenVersion, findHeader, isOlder } from './versions.mjs';

/** @typedef {'build' | 'lint' | 'test' | 'load' | 'bench' | 'peers' | 'fuzz' | 'fresh'} Purpose test: build, lint and all suites; load: what a reader costs a host; peers: what the benchmark can do without; fuzz: the targets in C++; fresh: a fresh system to try all in */

/**
 * @typedef {object} Requirement
 * @property {string} name of the Debian package
 * @property {readonly Purpose[]} purposes
 * @property {() => boolean} present however it was installed
 * @property {{ version: string, here: () => string | undefined }} [oldest] the oldest version that does, and the one that is here
 * @property {string} [instead] what else would do, for a system that has no such package
 */

/** @type {readonly Requirement[]} */
const requirements = [
  {
    name: 'emscripten',
    purposes: ['build', 'test', 'load', 'bench'],
    present: () => findEmscripten() !== undefined,
    oldest: { version: '3.1.6', here: emscriptenVersion },
    instead: 'an Emscripten SDK, its folder in the variable EMSDK',
  },
  { name: 'libeigen3-dev', purposes: ['build', 'test', 'load', 'bench', 'fuzz'], present: () => hasHeader('eigen3/Eigen/Core'), oldest: { version: '3.4', here: eigenVersion } },
  { name: 'cmake', purposes: ['build', 'test', 'load', 'bench', 'fuzz'], present: () => hasProgram('cmake'), oldest: { version: '3.22', here: cmakeVersion } },
  { name: 'ninja-build', purposes: ['build', 'test', 'load', 'bench', 'fuzz'], present: () => hasProgram('ninja') },
  { name: 'g++', purposes: ['test', 'bench'], present: () => hasProgram('g++') },
  { name: 'libbenchmark-dev', purposes: ['bench'], present: () => hasHeader('benchmark/benchmark.h') },
  // The twins of the engine's functions that the figures show are run.
  {
    name: 'python3-numpy',
    purposes: ['test', 'peers'],
    present: () => hasNumpy(process.env.PYTHON ?? python),
    instead: 'another Python with NumPy, its path in the variable PYTHON',
  },
  { name: 'libopenblas0-pthread', purposes: ['peers'], present: () => blasFolder('openblas') !== undefined },
  { name: 'catch2', purposes: ['test'], present: () => hasHeader('catch2/catch_all.hpp') || hasHeader('catch2/catch.hpp'), oldest: { version: '2.13', here: catch2Version } },
  { name: 'clang', purposes: ['test', 'fuzz'], present: () => hasProgram('clang++') },
  { name: 'libclang-rt-dev', purposes: ['test', 'fuzz'], present: linksSanitizers },
  {
    name: 'chromium',
    purposes: ['test', 'load', 'bench'],
    present: () => isBrowser(process.env.CHROMIUM ?? '/usr/bin/chromium'),
    instead: 'another Chromium or a Chrome, its path in the variable CHROMIUM; not one that is a snap, as that of Ubuntu is',
  },
  {
    name: 'firefox-esr',
    purposes: ['test', 'bench'],
    present: () => isBrowser(process.env.FIREFOX ?? '/usr/bin/firefox-esr'),
    instead: 'another Firefox, its path in the variable FIREFOX; not one that is a snap, as that of Ubuntu is',
  },
  // The engine of Safari and of every browser on an iPad; it knows no mode without a display.
  {
    name: 'webkit2gtk-driver',
    purposes: ['test'],
    present: () => existsSync(process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver'),
    instead: 'another WebKitWebDriver, its path in the variable WEBKIT_DRIVER',
  },
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
  { name: 'debootstrap', purposes: ['fresh'], present: () => existsSync('/usr/sbin/debootstrap') },
  { name: 'debian-archive-keyring', purposes: ['fresh'], present: () => existsSync('/usr/share/keyrings/debian-archive-keyring.gpg') },
];

/**
 * The Debian packages that this purpose needs and this machine lacks.
 * @param {Purpose} purpose
 * @returns {readonly Requirement[]}
 */
export const missingPackages = (purpose) => requirements.filter(({ purposes, present }) => purposes.includes(purpose) && !present());

/**
 * What this purpose needs and this machine has in too old a version, in words; empty if there is nothing of the kind.
 * @param {Purpose} purpose
 */
export const tooOld = (purpose) => oldVersions(requirements.filter(({ purposes, present }) => purposes.includes(purpose) && present()));

/**
 * @param {readonly Pick<Requirement, 'name' | 'oldest' | 'instead'>[]} those that are here
 * @returns {string[]} a line each
 */
export function oldVersions(those) {
  return those.flatMap(({ name, oldest, instead }) => {
    const here = oldest?.here();
    if (!oldest || !here || !isOlder(here, oldest.version)) return [];
    return [`${name}: here is ${here}; needed is ${oldest.version} or newer${instead ? ` (or ${instead})` : ''}`];
  });
}

/** @param {string} name */
const hasProgram = (name) => findProgram(name) !== undefined;

/** @param {string} path */
const hasHeader = (path) => findHeader(path) !== undefined;

/**
 * Ubuntu's package is a script of this name that asks for a snap.
 * @param {string} path
 */
function isBrowser(path) {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 60_000 });
  return status === 0 && /\d+\.\d+/.test(stdout);
}

/** @param {string} path */
const hasNumpy = (path) => spawnSync(path, ['-c', 'import numpy']).status === 0;

function linksSanitizers() {
  const input = 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }';
  return spawnSync('clang++', ['-fsanitize=fuzzer,address,undefined', '-x', 'c++', '-', '-o', '/dev/null'], { input }).status === 0;
}

function hasChineseFont() {
  const fonts = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return fonts.status === 0 && fonts.stdout.trim() !== '';
}
