import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { countCatch2, countVitest, withoutNothing } from '../../.scripts/count.mjs';

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => void vi.restoreAllMocks());

const ended = (output: string, failure?: string) => ({ output, failure });

it('a suite that ran no test counts as one that failed', () => {
  expect(withoutNothing({ passed: 0, failed: 0 })).toEqual({ passed: 0, failed: 1 });
  expect(withoutNothing({ passed: 1, failed: 0 })).toEqual({ passed: 1, failed: 0 });
});

it('Catch2 that found no test case counts as one that failed', () => {
  expect(countCatch2(ended('===\nNo tests ran\n'))).toEqual({ passed: 0, failed: 1 });
});

it("Catch2's last lines give the test cases, in version 2 as in version 3", () => {
  expect(countCatch2(ended('All tests passed (42388 assertions in 277 test cases)\n'))).toEqual({ passed: 277, failed: 0 });
  expect(countCatch2(ended('test cases:  3 |  1 passed |  2 failed\nassertions: 9 | 7 passed | 2 failed\n', 'exit status 2'))).toEqual({ passed: 1, failed: 2 });
  expect(countCatch2(ended('test cases: 4 | 2 passed | 1 failed | 1 skipped\n', 'exit status 1'))).toEqual({ passed: 2, failed: 1 });
});

it('a program that died counts as one that failed, whatever it had said', () => {
  expect(countCatch2(ended('All tests passed (1 assertion in 1 test case)\n', 'ended by SIGSEGV'))).toEqual({ passed: 0, failed: 1 });
  expect(countVitest(undefined, ended('', 'exit status 1'))).toEqual({ passed: 0, failed: 1 });
});
