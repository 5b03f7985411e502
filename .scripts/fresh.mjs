import './node-version.mjs';
import { parseArgs } from 'node:util';
import { command } from './command.mjs';
import { copyNode, debianVersion, isKnownRelease, withFreshSystem } from './fresh-system.mjs';
import { inRepository } from './root.mjs';
import { execute, run } from './run.mjs';
import { setUp } from './setup.mjs';
import { isOlder } from './versions.mjs';

const usage = 'npm run fresh -- bookworm, or trixie';
/** Debian packages whose versions the closing lines give. */
const told = ['g++', 'clang', 'emscripten', 'libeigen3-dev', 'catch2', 'chromium', 'firefox-esr', 'webkit2gtk-driver'];

await command(async () => {
  const { values, positionals } = parseArgs({ options: { only: { type: 'string', multiple: true, default: [] }, node: { type: 'string' } }, allowPositionals: true });
  const [release, ...more] = positionals;
  if (!release || more.length > 0) throw new Error(`One release of Debian is needed: ${usage}.`);
  if (process.getuid?.() !== 0) throw new Error(`A system in a folder takes root: sudo ${usage}.`);
  await setUp('fresh');
  if (!isKnownRelease(release)) throw new Error(`${release}: debootstrap knows no such release; ${usage}.`);
  const { output: left } = await execute('git', ['status', '--porcelain'], { show: false });
  if (left.trim() !== '') console.log(`Only what is committed is tried; left out is\n${left}`);

  await withFreshSystem(release, async (system) => {
    await run('git', ['clone', '--quiet', '--no-hardlinks', inRepository(), `${system.folder}/root/downhill`]);
    const node = await installNode(system, values.node);
    const lines = [`Debian ${debianVersion(system)} (${release}), ${node}`];

    const start = await timed('npm start', () => tryStart(system));
    const only = values.only.flatMap((suite) => ['--only', suite]).join(' ');
    const test = await timed(`npm test${only && ` -- ${only}`}`, () => tryTest(system, only));
    const versions = await system.run(`dpkg-query --show ${told.join(' ')} 2>/dev/null || true`);
    lines.push(versions.trim().replaceAll('\t', ' ').split('\n').join(', '), start.line, test.line);
    console.log(`\n${lines.join('\n')}`);
    if (start.failed || test.failed) process.exitCode = 1;
  });
});

/**
 * Git and Node, the two things that the README asks for.
 * @param {import('./fresh-system.mjs').FreshSystem} system
 * @param {string | undefined} folder of another Node
 * @returns {Promise<string>} which Node it is
 */
async function installNode(system, folder) {
  const policy = await system.run('apt-cache policy nodejs');
  const offered = /Candidate: (?:\d+:)?(\d+(?:\.\d+)+)/.exec(policy)?.[1];
  const own = !folder && offered !== undefined && !isOlder(offered, '20.19');
  const names = own ? 'git nodejs npm' : 'git';
  console.log(`Installed before: ${names}`);
  await system.run(`apt-get install --yes --no-install-recommends ${names}`);
  if (!own) await copyNode(system, folder);
  const [node, npm] = (await system.run('node --version && npm --version')).trim().split('\n');
  return `Node ${node} with npm ${npm}, ${own ? 'its own' : `${folder ? `of ${folder}` : "this machine's"}${folder || !offered ? '' : ` (its own is ${offered}, too old)`}`}`;
}

/**
 * Starts the site, fetches the page and all that it names, and stops it.
 * @param {import('./fresh-system.mjs').FreshSystem} system
 */
async function tryStart(system) {
  let said = 'it ended before it gave an address';
  const { failure } = await system.execute('cd downhill && npm start', {
    until: {
      line: /^Downhill is at (\S+) .*$/m,
      act: async ([line, address = '']) => {
        said = `${line}; ${await fetchPage(address)}`;
      },
    },
  });
  return { said: failure ?? said, failed: failure !== undefined || !said.startsWith('Downhill') };
}

/**
 * @param {string} address
 * @returns {Promise<string>} what was fetched
 */
async function fetchPage(address) {
  /** @param {string} path */
  const bytesOf = async (path) => {
    const response = await fetch(new URL(path, address));
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  };
  const page = await bytesOf('.');
  const named = [...new Set([...page.toString().matchAll(/\b(?:src|href)="(\.\/[^"#?]+)"/g)].map(([, path = '']) => path))];
  if (named.length === 0) throw new Error(`${address}: ${page.length} bytes that name no script`);
  const sizes = await Promise.all(named.map(async (path) => (await bytesOf(path)).length));
  return `the page and the ${named.length} files that it names were fetched, ${sizes.reduce((sum, size) => sum + size, page.length).toLocaleString('en')} bytes`;
}

/**
 * @param {import('./fresh-system.mjs').FreshSystem} system
 * @param {string} only arguments
 */
async function tryTest(system, only) {
  const { output, failure } = await system.execute(`cd downhill && npm test ${only && `-- ${only}`}`);
  const closing = output.split('\n').findLast((line) => /^\d+ passed, \d+ failed/.test(line));
  return { said: closing ?? failure ?? 'it ended without a closing line', failed: failure !== undefined || !closing };
}

/**
 * @param {string} what
 * @param {() => Promise<{ said: string, failed: boolean }>} work
 * @returns {Promise<{ line: string, failed: boolean }>} the closing line
 */
async function timed(what, work) {
  console.log(`\n== ${what}`);
  const start = performance.now();
  const { said, failed } = await work();
  return { line: `${what}: ${said} (${((performance.now() - start) / 1000).toFixed(0)} s)${failed ? ', FAILED' : ''}`, failed };
}
