import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findProgram } from './emscripten.mjs';
import { debianMirrors, proxyVariables, takeHostSettings } from './host-settings.mjs';

/** What a program in the system sees of this one's kernel. Mounted for as long as the program runs, in a namespace of its own: no end of it leaves a mount. */
const enter = `
mkdir -p "$1/dev/shm" "$1/dev/pts"
mount -t proc proc "$1/proc"
mount -t sysfs -o ro sysfs "$1/sys"
mount -t tmpfs -o mode=1777 shm "$1/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts "$1/dev/pts"
for device in null zero full random urandom tty; do
  [ -c "$1/dev/$device" ] || { touch "$1/dev/$device"; mount --bind "/dev/$device" "$1/dev/$device"; }
done
system="$1"; shift
exec chroot "$system" env -i "$@"`;

/**
 * @typedef {object} Options of a program in the system
 * @property {boolean} [quiet] its output is shown only on failure
 * @property {{ line: RegExp, act: (match: RegExpExecArray) => Promise<void> }} [until] a line that it writes, and what to do when it has come; after that it is ended, and has done well
 */

/**
 * @typedef {object} FreshSystem
 * @property {string} folder
 * @property {(command: string, options?: Options) => Promise<import('./run.mjs').Outcome>} execute a line of shell, as root in its home
 * @property {(command: string) => Promise<string>} run the same, quietly, for its output; throws if it fails
 */

/**
 * A minimal Debian in a temporary folder, reached by this machine's mirrors, for as long as `work` takes. Nothing is left of it, also when this process is told to end.
 * @param {string} release
 * @param {(system: FreshSystem) => Promise<void>} work
 */
export async function withFreshSystem(release, work) {
  const { place, remove } = guardedFolder(`downhill-${release}-`);
  const ending = new AbortController();
  const end = (/** @type {NodeJS.Signals} */ signal) => ending.abort(signal);
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, end);
  try {
    // A folder in that one, for users other than root must get into the system.
    const folder = join(place, 'system');
    mkdirSync(folder, { mode: 0o755 });
    const variables = await makeSystem(release, folder, ending.signal);
    const execute = (/** @type {string} */ command, /** @type {Options | undefined} */ options) => runInside(folder, variables, command, { ...options, ending: ending.signal });
    await work({ folder, execute, run: async (command) => outputOf(await execute(command, { quiet: true })) });
  } finally {
    await remove();
    for (const signal of signals) process.off(signal, end);
    if (ending.signal.aborted) {
      console.error(`\nEnded by ${ending.signal.reason}; ${place} is removed.`);
      process.exit(128 + constants.signals[/** @type {'SIGINT'} */ (ending.signal.reason)]);
    }
  }
}

/**
 * A temporary folder that is removed when this process asks for it, or ends, in whatever way: another one watches it by the pipe between them.
 * @param {string} prefix
 */
function guardedFolder(prefix) {
  const place = mkdtempSync(join(tmpdir(), prefix));
  const script = 'cat > /dev/null; for try in 1 2 3 4 5; do rm -rf "$1" && exit; sleep 1; done';
  const guard = spawn('sh', ['-c', script, 'sh', place], { detached: true, stdio: ['pipe', 'ignore', 'inherit'] });
  const gone = once(guard, 'close');
  return {
    place,
    remove: async () => {
      guard.stdin.end();
      await gone;
    },
  };
}

/**
 * @param {string} release
 * @param {string} folder
 * @param {AbortSignal} ending
 */
async function makeSystem(release, folder, ending) {
  const { archive, security } = debianMirrors();
  console.log(`${release}: a minimal system from ${archive}`);
  const args = ['--variant=minbase', '--include=ca-certificates', '--keyring=/usr/share/keyrings/debian-archive-keyring.gpg', release, folder, archive];
  outputOf(await runAlone('exec debootstrap "$@"', args, { ending, quiet: true, env: proxyVariables() }));
  const suites = [`${archive} ${release}`, `${archive} ${release}-updates`, `${security} ${release}-security`];
  writeFileSync(join(folder, 'etc/apt/sources.list'), suites.map((suite) => `deb ${suite} main\n`).join(''));
  // No package starts a service.
  writeFileSync(join(folder, 'usr/sbin/policy-rc.d'), '#!/bin/sh\nexit 101\n');
  chmodSync(join(folder, 'usr/sbin/policy-rc.d'), 0o755);
  // Nothing of it has to outlive a power cut: dpkg need not wait for the disk after each file.
  writeFileSync(join(folder, 'etc/dpkg/dpkg.cfg.d/unsafe-io'), 'force-unsafe-io\n');
  const variables = takeHostSettings(folder);
  outputOf(await runInside(folder, variables, 'update-ca-certificates && apt-get update', { ending, quiet: true }));
  return variables;
}

/** @param {import('./run.mjs').Outcome} outcome */
function outputOf({ output, failure }) {
  if (failure) throw new Error(failure);
  return output;
}

/**
 * @param {string} folder
 * @param {Record<string, string | undefined>} variables
 * @param {string} command
 * @param {Options & { ending: AbortSignal }} options
 */
function runInside(folder, variables, command, options) {
  const environment = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/root', DEBIAN_FRONTEND: 'noninteractive', ...variables };
  const words = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  // The shell stays, as the first process of its namespace: it takes over, and buries, what others leave behind.
  return runAlone(enter, [folder, ...words, 'sh', '-c', `cd; ${command}\nexit $?`], options);
}

/**
 * Runs a script with namespaces of its own for mounts and processes: when it ends, or is ended, all that it has mounted and started is gone;
 * and it ends when this process does.
 * @param {string} script
 * @param {readonly string[]} args
 * @param {Options & { ending: AbortSignal, env?: Record<string, string | undefined> }} options
 * @returns {Promise<import('./run.mjs').Outcome>}
 */
function runAlone(script, args, { ending, env = {}, quiet = false, until }) {
  ending.throwIfAborted();
  return new Promise((resolve) => {
    const alone = ['--pdeathsig', 'KILL', 'unshare', '--mount', '--pid', '--fork', '--kill-child', 'sh', '-ec', script, 'sh', ...args];
    const child = spawn('setpriv', alone, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    /** @type {Promise<string | undefined> | undefined} */
    let actFailed;
    const stop = () => void child.kill('SIGKILL');
    ending.addEventListener('abort', stop);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (/** @type {Buffer} */ data) => {
        output += data;
        if (!quiet) process.stdout.write(data);
        const match = actFailed ? null : until?.line.exec(output);
        if (!until || !match) return;
        actFailed = until.act(match).then(
          () => undefined,
          (/** @type {Error} */ error) => error.message,
        );
        actFailed.finally(stop);
      });
    /** @param {string} [how] */
    const end = async (how) => {
      ending.removeEventListener('abort', stop);
      const failed = actFailed ? await actFailed : how;
      if (quiet && failed && !ending.aborted) process.stderr.write(output);
      resolve({ output, failure: failed && `${args.at(-1)?.split('\n')[0]}: ${failed}` });
    };
    child.on('error', (error) => end(error.message));
    child.on('close', (code, signal) => end(signal ? `ended by ${signal}` : code ? `exit status ${code}` : undefined));
  });
}

/**
 * Puts a Node that is not Debian's into the system.
 * @param {FreshSystem} system
 * @param {string} [release] a folder as it is unpacked from nodejs.org; the Node that runs this, and its npm, by default
 */
export async function copyNode({ folder, run }, release) {
  const ownNpm = () => realpathSync(process.env.npm_execpath ?? findProgram('npm') ?? '');
  const npmOf = release ? join(release, 'lib/node_modules/npm') : dirname(dirname(ownNpm()));
  const node = release ? join(release, 'bin/node') : process.execPath;
  for (const path of [node, join(npmOf, 'bin/npm-cli.js')])
    if (!existsSync(path)) throw new Error(`There is no ${path}; --node must name a folder as it is unpacked from nodejs.org.`);
  cpSync(node, join(folder, 'usr/local/bin/node'));
  cpSync(npmOf, join(folder, 'usr/local/lib/node_modules/npm'), { recursive: true });
  for (const name of ['npm', 'npx']) symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(folder, 'usr/local/bin', name));
  await run('node --version && npm --version').catch((error) => {
    throw new Error(`${node} with ${npmOf} does not run there (${error.message}). --node may name another, a folder as it is unpacked from nodejs.org.`);
  });
}

/** Whether debootstrap knows how to make a release. @param {string} release */
export const isKnownRelease = (release) => /^[a-z]+$/.test(release) && existsSync(`/usr/share/debootstrap/scripts/${release}`);

/** @param {FreshSystem} system */
export const debianVersion = ({ folder }) => readFileSync(join(folder, 'etc/debian_version'), 'utf8').trim();
