import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const library = join(import.meta.dirname, '../../dist/lib');

/** An empty project into which the packed library has been installed: its folder, to be removed by the caller. */
export function projectWithLibrary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'downhill-project-'));
  const npm = (from: string, ...args: string[]) => execFileSync('npm', args, { cwd: from, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const [packed] = JSON.parse(npm(library, 'pack', '--json', '--pack-destination', folder)) as { filename: string }[];
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', private: true, type: 'module' }));
  npm(folder, 'install', '--offline', '--no-audit', '--no-fund', `./${packed?.filename}`);
  return folder;
}
