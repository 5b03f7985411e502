import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { oldVersions } from '../../.scripts/packages.mjs';
import { unknownPackages } from '../../.scripts/setup.mjs';
import { isOlder } from '../../.scripts/versions.mjs';

it('versions are compared number by number', () => {
  expect(isOlder('3.1.6', '3.1.69')).toBe(true);
  expect(isOlder('3.1.69', '3.1.6')).toBe(false);
  expect(isOlder('3.31.6', '3.4')).toBe(false);
  expect(isOlder('3.4.0', '3.4')).toBe(false);
  expect(isOlder('3.4', '3.4.1')).toBe(true);
  expect(isOlder('2.13.10', '3')).toBe(true);
});

it('what is too old is named with what is here and what is needed', () => {
  const cmake = (here: string | undefined) => oldVersions([{ name: 'cmake', oldest: { version: '3.22', here: () => here } }]);
  expect(cmake('3.18.4')).toEqual(['cmake: here is 3.18.4; needed is 3.22 or newer']);
  expect(cmake('3.31.6')).toEqual([]);
  // One that does not say its version may do.
  expect(cmake(undefined)).toEqual([]);
  expect(oldVersions([{ name: 'g++' }])).toEqual([]);
});

it('a package that the archive lacks, or knows only the name of, is found before anything is installed', () => {
  const policy = `g++:
  Installed: 4:13.2.0-7ubuntu1
  Candidate: 4:13.2.0-7ubuntu1
  Version table:
 *** 4:13.2.0-7ubuntu1 500
chromium:
  Installed: (none)
  Candidate: (none)
  Version table:
xvfb:
  Installed: (none)
  Candidate: 2:21.1.12-1ubuntu1
`;
  expect(unknownPackages(['g++', 'chromium', 'firefox-esr', 'xvfb'], policy)).toEqual(['chromium', 'firefox-esr']);
});

it('without Catch2 the tests of the engine are not left out in silence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'downhill-no-catch2-'));
  const configure = (...options: string[]) =>
    spawnSync(
      'cmake',
      [
        '-S',
        join(import.meta.dirname, '../..'),
        '-B',
        folder,
        '-G',
        'Ninja',
        '-DCMAKE_DISABLE_FIND_PACKAGE_Catch2=ON',
        '-DCMAKE_IGNORE_PATH=/usr/include;/usr/local/include',
        ...options,
      ],
      { encoding: 'utf8' },
    );
  try {
    const { status, stderr } = configure();
    expect(status).toBe(1);
    expect(stderr.replace(/\s+/g, ' ')).toContain('The tests need Catch2 2.13 or newer; none was found. -DDOWNHILL_TESTS=OFF builds without them.');
    expect(configure('-DDOWNHILL_TESTS=OFF').status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
