import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { table } from '../../.scripts/fuzz-targets.mjs';

// Each starts a Node of its own, which takes seconds on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 });

/** The driver's run of a module with this source over these kept inputs; 0 seconds run the kept ones alone. */
function drive(source: string, inputs: readonly string[], seconds: number) {
  const folder = mkdtempSync(join(tmpdir(), 'downhill-fuzz-'));
  const [module, findings, corpus] = ['target.mjs', 'findings', 'corpus'].map((name) => join(folder, name)) as [string, string, string];
  mkdirSync(findings);
  mkdirSync(corpus);
  writeFileSync(module, source);
  for (const [number, input] of inputs.entries()) writeFileSync(join(corpus, String(number)), input);
  const { status, stdout } = spawnSync(process.execPath, ['tests/fuzz/drive.mjs', module, String(seconds), findings, corpus], {
    encoding: 'utf8',
    env: { ...process.env, SEED: '7' },
  });
  return { status, stdout, found: readdirSync(findings).map((file) => readFileSync(join(findings, file), 'utf8')) };
}

test('the kept inputs are run first, and a target that keeps its promises has no findings', () => {
  const { status, stdout, found } = drive('export function fuzz() {}', ['a', 'b', 'c'], 0);
  expect(status).toBe(0);
  expect(stdout).toContain('executions: 3\n');
  expect(found).toEqual([]);
});

test('an input that breaks a promise is kept, and the run fails', () => {
  const { status, stdout, found } = drive('export function fuzz(bytes) { if (bytes[0] === 98) throw new Error("broken promise: no b"); }', ['a', 'b', 'c'], 0);
  expect(status).toBe(1);
  expect(stdout).toContain('broken promise: no b');
  expect(found).toEqual(['b']);
});

test('changed inputs reach what the kept ones do not, and ten findings end a run', () => {
  const source = 'export const tokens = ["xyz"]; export function fuzz(bytes) { if (String.fromCharCode(...bytes).includes("xyz")) throw new Error("xyz"); }';
  const { status, found } = drive(source, ['a'], 1e9);
  expect(status).toBe(1);
  expect(found.every((input) => input.includes('xyz'))).toBe(true);
});

test('the table adds up executions and findings', () => {
  const text = table([
    { name: 'idx', executions: 3000, seconds: 2, findings: [] },
    { name: 'csv', executions: 1000, seconds: 2, findings: ['build/fuzz/findings/csv/broken-1'] },
  ]);
  expect(text).toContain('| idx | 3,000 | 1,500 | 0 |');
  expect(text).toContain('| csv | 1,000 | 500 | 1 |');
  expect(text).toContain('| all | 4,000 | 1,000 | 1 |');
});
