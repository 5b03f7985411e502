/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {ReadonlyMap<string, number>} [engines] how many of the tests ran in which browser engine
 * @property {readonly string[]} [again] tests that passed after they had failed, by name
 */

/** @param {Count} count */
export const countLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/** @param {Count} count */
export const enginesLine = ({ engines = new Map() }) => [...engines].map(([engine, tests]) => `${engine} ${tests}`).join(', ');

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
 * @typedef {object} VitestReport what is used of it
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {boolean} [success]
 * @property {readonly { assertionResults: readonly { status: string, ancestorTitles: readonly string[], fullName: string, failureMessages: readonly string[] | null }[] }[]} [testResults]
 */

/** A test may have a bad moment on a machine that is busy; where more have one, something else is the matter. */
const mostAgain = 2;

/**
 * @param {VitestReport | undefined} report of Vitest's json reporter
 * @param {import('./run.mjs').Outcome} outcome
 * @param {readonly string[]} [expected] engines; one that ran nothing counts as one that failed
 * @returns {Count}
 */
export function countVitest(report, { failure }, expected = []) {
  const { numPassedTests: passed = 0, numFailedTests: failed = 0, testResults = [] } = report ?? {};
  const ran = testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === 'passed' || status === 'failed');
  /** @type {Map<string, number>} */
  const engines = new Map();
  for (const { ancestorTitles } of ran) {
    // As describeIn of tests/browser/harness.ts names its blocks.
    const engine = ancestorTitles.map((title) => /, in (chromium|firefox|webkit)$/.exec(title)?.[1]).find((name) => name !== undefined);
    if (engine) engines.set(names[engine] ?? engine, (engines.get(names[engine] ?? engine) ?? 0) + 1);
  }
  // The errors of earlier tries stay with a test that has passed.
  const again = ran.filter(({ status, failureMessages }) => status === 'passed' && failureMessages?.length).map(({ fullName }) => fullName);
  const tooMany = again.length > mostAgain ? 1 : 0;
  const missing = expected.filter((engine) => !engines.has(engine)).length;
  // A file that does not load fails without a test of it failing.
  return { passed, failed: tooMany + missing + (failure || report?.success === false ? Math.max(1, failed) : failed), engines, again };
}

/** @type {Readonly<Record<string, string>>} */
const names = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };

/**
 * Says which tests needed another try, and what comes of it.
 * @param {readonly string[]} again
 */
export function triesText(again) {
  if (again.length === 0) return '';
  const verdict = again.length > mostAgain ? `: more than ${mostAgain}, which counts as a failure` : '';
  return `${again.length} needed more than one try${verdict}:\n${again.map((name) => `  ${name}`).join('\n')}\n`;
}
