import { spawnSync } from 'node:child_process';
import { findProgram } from './emscripten.mjs';
import { installNpmPackages, npmPackageNames, npmPackagesInstalled } from './npm-packages.mjs';
import { missingPackages } from './packages.mjs';
import { commandLine, run } from './run.mjs';

const update = ['apt-get', 'update'];
/** No questions; and no service is started because its package comes (nginx). */
const quiet = { DEBIAN_FRONTEND: 'noninteractive', SYSTEMD_OFFLINE: '1' };
const install = ['apt-get', 'install', '--yes', '--no-install-recommends'];

/**
 * Says what is missing for this purpose, and installs it without questions. Throws, with the commands to type, where it may not.
 * @param {import('./packages.mjs').Purpose} purpose
 */
export async function setUp(purpose) {
  const packages = missingPackages(purpose);
  const npm = !npmPackagesInstalled();
  if (packages.length > 0) console.log(`To be installed with apt-get: ${packages.join(' ')}`);
  if (npm) console.log(`To be installed with npm ci, into node_modules: ${npmPackageNames().join(' ')}, and what these need`);

  if (packages.length > 0) await installPackages(packages, purpose);
  if (npm) await installNpmPackages();
}

/**
 * @param {readonly string[]} packages
 * @param {import('./packages.mjs').Purpose} purpose
 */
async function installPackages(packages, purpose) {
  const prefix = rootPrefix();
  const commands = [update, [...install, ...packages]];
  if (!findProgram('apt-get'))
    throw new Error(
      `There is no apt-get here. On Debian these commands would install what is missing:\n\n${typed(commands)}\n\nInstall the same with what this system has, and start again.`,
    );
  if (!prefix) throw new Error(`To install packages takes root, or sudo that asks for no password. Please run\n\n${typed(commands)}\n\nand start again.`);
  for (const [program = '', ...args] of commands.map((words) => [...prefix, ...words])) await run(program, args, { env: quiet });
  const still = missingPackages(purpose);
  if (still.length > 0) throw new Error(`${still.join(', ')}: installed, but what it should bring is not found. Debian 12 and its packages are what this is made for.`);
}

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
