import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** The modules that a script loads before its first line runs, by their files; and the packages among them. */
function loadedBy(file: string, files = new Set<string>(), packages = new Set<string>()): { files: Set<string>; packages: Set<string> } {
  if (files.has(file)) return { files, packages };
  files.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'|^import '([^']+)'/gm)) {
    if (name.startsWith('.')) loadedBy(join(dirname(file), name), files, packages);
    else if (name !== '' && !name.startsWith('node:')) packages.add(name);
  }
  return { files, packages };
}

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const commands = Object.entries(scripts).flatMap(([name, line]) => (/^node (\.scripts\/\S+)$/.exec(line) ?? []).slice(1).map((file) => [name, file] as const));

it.each(commands)('npm run %s begins in a fresh clone, in which node_modules is not there yet', (_, file) => {
  const { files, packages } = loadedBy(join(root, file));
  expect(files.size).toBeGreaterThan(3);
  expect([...packages]).toEqual([]);
});
