import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { colourMapsPlugin } from './colour-maps-plugin.ts';
import { chapterPlugin } from './page/build/chapter-plugin.ts';
import { headPlugin } from './page/build/head-plugin.ts';
import { sourcePlugin } from './page/build/source-plugin.ts';

const root = import.meta.dirname;
const publicDir = join(root, '../public');

/** What the page takes from public/ goes into the file, or away where a file on a disk has no use for it. */
function publicFilesPlugin(): Plugin {
  const source = (name: string) => readFileSync(join(publicDir, name), 'utf8');
  return {
    name: 'downhill-public-files',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html
          .replaceAll(/<script src="\/([-\w]+\.js)"([^>]*)><\/script>/g, (_tag, name: string, attributes: string) => `<script${attributes}>${source(name)}</script>`)
          .replace(/href="\/icon\.svg"/, () => `href="data:image/svg+xml,${encodeURIComponent(source('icon.svg'))}"`)
          .replace(/ *<link rel="(?:apple-touch-icon|manifest|preload)"[^>]*>\n| *<link rel="icon" href="[^"]*" sizes[^>]*>\n| *<meta property="og:image"[^>]*>\n/g, ''),
    },
  };
}

/** The exercises are another page, which the file does not hold: links to it become text. */
function noExercisesPlugin(): Plugin {
  return {
    name: 'downhill-no-exercises',
    transformIndexHtml: { order: 'pre', handler: (html) => html.replace(/<a href="\.\/exercises\.html">([^<]*)<\/a>/g, '$1') },
  };
}

/** The page with all that it needs in one file, which opens by file:// with no network. */
export default defineConfig({
  root,
  base: './',
  publicDir: false,
  cacheDir: join(root, '../build/vite'),
  plugins: [
    headPlugin(),
    publicFilesPlugin(),
    chapterPlugin(),
    sourcePlugin(),
    noExercisesPlugin(),
    colourMapsPlugin(),
    viteSingleFile(),
    {
      name: 'downhill-offline-name',
      enforce: 'post',
      generateBundle(_options, bundle) {
        const page = bundle['index.html'];
        if (page) page.fileName = 'downhill-offline.html';
      },
    },
  ],
  resolve: {
    alias: [
      { find: './workers.ts', replacement: join(root, 'engine/client/workers-inline.ts') },
      { find: /^\.[./\w]*\/site\.ts$/, replacement: join(root, 'figures/base/tools/no-site.ts') },
    ],
  },
  // A page that was opened from a disk may not start a module worker in Chromium.
  worker: { format: 'iife' },
  build: {
    outDir: join(root, '../dist/site'),
    emptyOutDir: false,
    target: 'es2023',
    // The engine and the digits, too.
    assetsInlineLimit: Number.POSITIVE_INFINITY,
    rolldownOptions: { checks: { pluginTimings: false }, input: join(root, 'index.html') },
  },
});
