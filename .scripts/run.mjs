import { spawn } from 'node:child_process';
import { inRepository } from './root.mjs';

/**
 * Runs a program in the repository's root, its output shown as it comes. Throws unless it exits with 0.
 * @param {string} program
 * @param {readonly string[]} [args]
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] env: in addition to this process's own; quiet: output is shown only on failure
 * @returns {Promise<void>}
 */
export function run(program, args = [], { env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: inRepository(), env: { ...process.env, ...env }, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'] });
    /** @type {Buffer[]} */
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => output.push(data));
    child.on('error', (error) => reject(new CommandError(commandLine(program, args), error.message)));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(output));
      reject(new CommandError(commandLine(program, args), signal ? `ended by ${signal}` : `exit status ${code}`));
    });
  });
}

/** A program of the tool chain failed, and has said why. */
export class CommandError extends Error {
  /**
   * @param {string} command
   * @param {string} how
   */
  constructor(command, how) {
    super(`${command}: ${how}`);
    this.name = 'CommandError';
  }
}

/**
 * A command as one could type it.
 * @param {string} program
 * @param {readonly string[]} args
 */
export function commandLine(program, args) {
  return [program, ...args].map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`)).join(' ');
}
