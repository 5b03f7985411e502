import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { cut } from './cut.ts';

const root = join(import.meta.dirname, '../../..');

/**
 * `import text from 'source:native/src/net/plain_step.cpp#plain_step'` gives the text of the function as it stands in that file, whose path is relative to
 * the repository. A function that is not there, or is there twice, breaks the build.
 */
export function sourcePlugin(): Plugin {
  return {
    name: 'downhill-source',
    resolveId: {
      filter: { id: /^source:/ },
      // Encoded, since the development server makes an address of it, in which # has a meaning.
      handler: (id) => `\0source:${Buffer.from(id.slice('source:'.length)).toString('base64url')}`,
    },
    load: {
      filter: { id: /^\0source:/ },
      handler(id) {
        const [file = '', name = ''] = Buffer.from(id.slice('\0source:'.length), 'base64url').toString().split(/#(.*)/s);
        const path = join(root, file);
        this.addWatchFile(path);
        return `export default ${JSON.stringify(cut(readFileSync(path, 'utf8'), file, name))};`;
      },
    },
  };
}
