import { execFileSync, spawnSync } from 'node:child_process';
import { catch2SourceMissing, catch2SourcePlan, fetchCatch2Source } from './catch2-source.mjs';
import { findProgram } from './emscripten.mjs';
import { installNpmPackages, npmPackageNames, npmPackagesInstalled } from './npm-packages.mjs';
import { missingPackages, tooOld } from './packages.mjs';
import { commandLine, run } from './run.mjs';

const update = ['apt-get', 'update'];
/** No questions; and no service is started because its package comes (nginx). */
const quiet = { DEBIAN_FRONTEND: 'noninteractive', SYSTEMD_OFFLINE: '1' };
const install = ['apt-get', 'install', '--yes', '--no-install-recommends'];

/**
 * Says what is missing for this purpose, and installs it without questions. Throws, with the commands to type, where it may not; and where a version is too old.
 * @param {import('./packages.mjs').Purpose} purpose
 */
export async function setUp(purpose) {
  refuseOld(purpose);
  const packages = missingPackages(purpose);
  const npm = purpose !== 'fresh' && !npmPackagesInstalled();
  if (packages.length > 0) console.log(`To be installed with apt-get: ${namesOf(packages)}`);
  if (npm) console.log(`To be installed with npm ci, into node_modules: ${npmPackageNames().join(' ')}, and what these need`);

  if (packages.length > 0) await installPackages(packages, purpose);
  refuseOld(purpose);
  if (purpose === 'test' && catch2SourceMissing()) {
    console.log(catch2SourcePlan);
    await fetchCatch2Source();
  }
  if (npm) await installNpmPackages();
}

/** @param {import('./packages.mjs').Purpose} purpose */
function refuseOld(purpose) {
  const old = tooOld(purpose);
  if (old.length > 0) throw new Error(`Too old:\n\n${indented(old)}\n\nInstall a newer one, and start again.`);
}

/**
 * @param {readonly import('./packages.mjs').Requirement[]} packages
 * @param {import('./packages.mjs').Purpose} purpose
 */
async function installPackages(packages, purpose) {
  const names = packages.map(({ name }) => name);
  const prefix = rootPrefix();
  const commands = [update, [...install, ...names]];
  if (!findProgram('apt-get'))
    throw new Error(
      `There is no apt-get here. On Debian these commands would install what is missing:\n\n${typed(commands)}\n\nInstall the same with what this system has, and start again.`,
    );
  if (!prefix) throw new Error(`To install packages takes root, or sudo that asks for no password. Please run\n\n${typed(commands)}\n\nand start again.`);
  const [updating = [], installing = []] = commands.map((words) => [...prefix, ...words]);
  const asRoot = (/** @type {readonly string[]} */ [program = '', ...args]) => run(program, args, { env: quiet });
  await asRoot(updating);
  const unknown = unknownPackages(names, execFileSync('apt-cache', ['policy', ...names], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }));
  if (unknown.length > 0) {
    const unreached = unknown.length === names.length ? ' (or were not reached: see what apt-get says above)' : '';
    throw new Error(
      `The package archives of this system do not have${unreached}:\n\n${advised(packages.filter(({ name }) => unknown.includes(name)))}\n\nInstall them another way, and start again.`,
    );
  }
  await asRoot(installing);
  const still = missingPackages(purpose);
  if (still.length > 0) throw new Error(`Installed, but what it should bring is not found:\n\n${advised(still)}`);
}

/**
 * Those of the packages that apt cannot install.
 * @param {readonly string[]} names
 * @param {string} policy what `apt-cache policy` says of them, in English
 */
export const unknownPackages = (names, policy) => names.filter((name) => !new RegExp(`^${name.replace(/[+.]/g, '\\$&')}:\\n.*\\n  Candidate: (?!\\(none\\))`, 'm').test(policy));

/** @param {readonly { name: string }[]} packages */
const namesOf = (packages) => packages.map(({ name }) => name).join(' ');

/** @param {readonly import('./packages.mjs').Requirement[]} packages */
const advised = (packages) => indented(packages.map(({ name, instead }) => (instead ? `${name} (or ${instead})` : name)));

/** @param {readonly string[]} lines */
const indented = (lines) => lines.map((line) => `  ${line}`).join('\n');

/**
 * What to put before a command to run it as root; undefined where that cannot be done without a question.
 * @returns {readonly string[] | undefined}
 */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = ['sudo', '-n', ...Object.entries(quiet).map(([name, value]) => `${name}=${value}`)];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? sudo : undefined;
}

/** @param {readonly (readonly string[])[]} commands */
const typed = (commands) => commands.map(([program = '', ...args]) => `  sudo ${commandLine(program, args)}`).join('\n');
