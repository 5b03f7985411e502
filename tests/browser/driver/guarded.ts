import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';

export interface Guarded {
  readonly child: ChildProcess;
  /** What it has written to its error output, the end of it. */
  complaints(): string;
  /** Ends it and all that it has started. */
  end(): Promise<void>;
}

/**
 * Starts a program that ends, with all that it starts, when `end` is called and also when this process is gone, however it went: a shell beside it reads
 * from a pipe, which the system closes then, and ends the group. What the program writes to descriptor 3 is in `child.stdio[3]`.
 */
export function startGuarded(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Guarded {
  const guard = '"$@" & cat > /dev/null; kill -- -$$';
  const child = spawn('sh', ['-c', guard, 'sh', program, ...args], { detached: true, env: { ...process.env, ...env }, stdio: ['pipe', 'ignore', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr?.on('data', (data: Buffer) => {
    complaints = `${complaints}${data}`.slice(-2000);
  });
  const ended = once(child, 'exit');
  return {
    child,
    complaints: () => complaints,
    async end() {
      child.stdin?.end();
      await ended;
    },
  };
}

/**
 * A program that is running ends when this process is gone, however it went: one that is killed has no time to end what it started.
 * @returns what to call once the program has ended by itself
 */
export function endWithThisProcess(pid: number): () => void {
  const guard = spawn('sh', ['-c', 'cat > /dev/null; kill "$0"', String(pid)], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  guard.unref();
  (guard.stdin as Socket).unref();
  return () => void guard.kill();
}
