import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ViteDevServer } from 'vite';

/** What `read` makes of the texts in a folder, in the order of the file names. */
export function readTexts<T>(folder: string, read: (source: string, file: string) => readonly T[]): T[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .flatMap((file) => {
      try {
        return read(readFileSync(join(folder, file), 'utf8'), file);
      } catch (error) {
        throw new Error(`${folder}/${file}: ${(error as Error).message}`, { cause: error });
      }
    });
}

/** Loads the page anew when a text in the folder changes. */
export function reloadWith(folder: string): (server: ViteDevServer) => void {
  return ({ watcher, ws }) => {
    watcher.add(folder);
    watcher.on('change', (file) => {
      if (file.startsWith(folder)) ws.send({ type: 'full-reload' });
    });
  };
}
