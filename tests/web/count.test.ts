import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { countCatch2, countVitest, enginesLine, triesText, withoutNothing } from '../../.scripts/count.mjs';

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
  expect(countVitest(undefined, ended('', 'exit status 1'))).toMatchObject({ passed: 0, failed: 1 });
});

const tested = (title: string, block: string, status = 'passed', ...failureMessages: string[]) => ({
  status,
  ancestorTitles: [block],
  fullName: `${block} ${title}`,
  failureMessages,
});
const reportOf = (...assertionResults: ReturnType<typeof tested>[]) => ({
  numPassedTests: assertionResults.filter(({ status }) => status === 'passed').length,
  numFailedTests: assertionResults.filter(({ status }) => status === 'failed').length,
  testResults: [{ assertionResults }],
});

it('the tests of each engine are told', () => {
  const count = countVitest(
    reportOf(
      tested('a', 'links, in chromium'),
      tested('b', 'links, in webkit'),
      tested('c', 'links, in webkit', 'failed', 'no'),
      tested('d', 'links, in webkit', 'skipped'),
      tested('e', 'nginx'),
    ),
    ended('', 'exit status 1'),
  );
  expect(count).toMatchObject({ passed: 3, failed: 1 });
  expect(enginesLine(count)).toBe('Chromium 1, WebKit 2');
  expect(enginesLine({ passed: 1, failed: 0 })).toBe('');
});

it('a test that passed at its second try is named, and more than two of them fail the run', () => {
  const lucky = (title: string) => tested(title, 'links, in firefox', 'passed', 'AssertionError');
  const two = countVitest(reportOf(lucky('a'), lucky('b'), tested('c', 'links, in firefox')), ended(''));
  expect(two).toMatchObject({ passed: 3, failed: 0, again: ['links, in firefox a', 'links, in firefox b'] });
  expect(triesText(two.again ?? [])).toContain('2 needed more than one try:\n  links, in firefox a\n');
  const three = countVitest(reportOf(lucky('a'), lucky('b'), lucky('c')), ended(''));
  expect(three).toMatchObject({ passed: 3, failed: 1 });
  expect(triesText(three.again ?? [])).toContain('3 needed more than one try: more than 2, which counts as a failure');
  expect(triesText([])).toBe('');
});

it('an engine that ran no test counts as one that failed', () => {
  const report = reportOf(tested('a', 'links, in chromium'), tested('a', 'links, in webkit', 'skipped'));
  expect(countVitest(report, ended(''), ['Chromium', 'WebKit'])).toMatchObject({ passed: 1, failed: 1 });
  expect(countVitest(report, ended(''), ['Chromium'])).toMatchObject({ passed: 1, failed: 0 });
});
