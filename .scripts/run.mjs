import { spawn } from 'node:child_process';
import { inRepository } from './root.mjs';

/**
 * @typedef {object} Outcome
 * @property {string} output what the program wrote, to both streams
 * @property {string | undefined} failure how it failed, in words; undefined if it exited with 0
 */

/**
 * Runs a program in the repository's root.
 * @param {string} program
 * @param {readonly string[]} [args]
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, show?: boolean }} [options] env: in addition to this process's own; cwd: another folder; show: pass the output on as it comes
 * @returns {Promise<Outcome>}
 */
export function execute(program, args = [], { env = {}, cwd = inRepository(), show = true } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {Buffer[]} */
    const output = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (/** @type {Buffer} */ data) => {
        output.push(data);
        if (show) process.stdout.write(data);
      });
    }
    /** @param {string} [how] */
    const end = (how) => resolve({ output: Buffer.concat(output).toString(), failure: how && `${commandLine(program, args)}: ${how}` });
    child.on('error', (error) => end(error.message));
    child.on('close', (code, signal) => end(signal ? `ended by ${signal}` : code ? `exit status ${code}` : undefined));
  });
}

/**
 * As `execute`, but throws if the program fails.
 * @param {string} program
 * @param {readonly string[]} [args]
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, quiet?: boolean }} [options] quiet: output is shown only on failure
 */
export async function run(program, args, { quiet = false, ...options } = {}) {
  const { output, failure } = await execute(program, args, { ...options, show: !quiet });
  if (!failure) return;
  if (quiet) process.stderr.write(output);
  throw new Error(failure);
}

/**
 * A command as one could type it.
 * @param {string} program
 * @param {readonly string[]} args
 */
export function commandLine(program, args) {
  return [program, ...args].map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`)).join(' ');
}
