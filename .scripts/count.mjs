/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 */

/** @param {Count} count */
export const countLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/**
 * A suite that ran nothing has shown nothing: it counts as one that failed.
 * @param {Count} count
 * @returns {Count}
 */
export function withoutNothing(count) {
  if (count.passed + count.failed > 0) return count;
  console.error('No test ran.');
  return { passed: 0, failed: 1 };
}

/**
 * Runs checks one after another, all of them, and says of each how it went.
 * @param {readonly { name: string, check: () => void | Promise<void> }[]} checks
 * @returns {Promise<Count>}
 */
export async function runChecks(checks) {
  const count = { passed: 0, failed: 0 };
  for (const { name, check } of checks) {
    try {
      await check();
      count.passed++;
      console.log(`${name}: good`);
    } catch (error) {
      count.failed++;
      console.error(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return count;
}

/**
 * Catch2's last lines tell the test cases. A program that died before them counts as one that failed.
 * @param {import('./run.mjs').Outcome} outcome
 * @returns {Count}
 */
export function countCatch2({ output, failure }) {
  const all = /^All tests passed \(.* in (\d+) test cases?\)$/m.exec(output);
  if (all && !failure) return { passed: Number(all[1]), failed: 0 };
  const some = /^test cases:.*$/m.exec(output)?.[0] ?? '';
  /** @param {string} what */
  const number = (what) => Number(new RegExp(`(\\d+) ${what}\\b(?! as expected)`).exec(some)?.[1] ?? 0);
  return { passed: number('passed'), failed: Math.max(1, number('failed')) };
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number } | undefined} report of Vitest's json reporter
 * @param {import('./run.mjs').Outcome} outcome
 * @returns {Count}
 */
export function countVitest(report, { failure }) {
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = report ?? {};
  // A file that does not load fails without a test of it failing.
  return { passed, failed: failure ? Math.max(1, failed) : failed };
}
