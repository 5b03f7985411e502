import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
const site = join(root, '../dist/site');

/** What a reader of the page does not need: the page as one file, and the service worker itself. */
const notKept = ['downhill-offline.html', 'service-worker.js'];

/** A name under assets/ holds a hash. With one more beside it the worker would ask the server for what the page has just loaded. */
const hashed = (url: string) => url.startsWith('assets/');

function siteFiles(): { url: string; revision: string | null }[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, url: relative(site, file).replaceAll(sep, '/') }))
    .map(({ file, url }) => ({ url, revision: hashed(url) ? null : createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16) }))
    .filter(({ url }) => !notKept.includes(url))
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** The service worker of the built site, with a list of the site's files in it. */
export default defineConfig({
  root,
  publicDir: false,
  cacheDir: join(root, '../build/vite'),
  define: { siteFiles: JSON.stringify(siteFiles()) },
  build: {
    outDir: site,
    emptyOutDir: false,
    target: 'es2023',
    modulePreload: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: join(root, 'page/service-worker/service-worker.ts'),
      output: { format: 'iife', entryFileNames: 'service-worker.js' },
    },
  },
});
