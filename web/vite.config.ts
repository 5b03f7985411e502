import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { bringsOwnPolicy, contentSecurityPolicy, framePolicy } from '../.scripts/policy.mjs';
import { colourMapsPlugin } from './colour-maps-plugin.ts';
import { catalogue } from './figures/catalogue.ts';
import { chapterPlugin } from './page/build/chapter-plugin.ts';
import { earlyPlugin } from './page/build/early-plugin.ts';
import { exercisesPlugin } from './page/build/exercises-plugin.ts';
import { headPlugin } from './page/build/head-plugin.ts';
import { sourcePlugin } from './page/build/source-plugin.ts';

const root = import.meta.dirname;

/** In the built pages only: Vite's development server needs more than the site does. */
function contentSecurityPolicyPlugin(): Plugin {
  return {
    name: 'downhill-content-security-policy',
    apply: 'build',
    transformIndexHtml: (_, { path }) => {
      const content = bringsOwnPolicy(path) ? framePolicy : contentSecurityPolicy;
      return [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' }];
    },
  };
}

/** The licence of the fonts that formulas are set in goes with them. */
function fontLicencePlugin(): Plugin {
  const source = readFileSync(join(root, '../node_modules/@fontsource/stix-two-text/LICENSE'), 'utf8');
  return {
    name: 'downhill-font-licence',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'fonts-licence.txt', source });
    },
  };
}

export default defineConfig({
  root,
  base: './',
  publicDir: join(root, '../public'),
  cacheDir: join(root, '../build/vite'),
  plugins: [headPlugin(), chapterPlugin(), exercisesPlugin(), sourcePlugin(), colourMapsPlugin(), fontLicencePlugin(), contentSecurityPolicyPlugin(), earlyPlugin(catalogue[0].id)],
  worker: { format: 'es' },
  build: {
    outDir: join(root, '../dist/site'),
    emptyOutDir: true,
    target: 'es2023',
    // The engine and the digits stay files: streamed, cached, and not inlined as text.
    assetsInlineLimit: 0,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: { index: join(root, 'index.html'), exercises: join(root, 'exercises.html'), frame: join(root, 'embed.html'), embed: join(root, 'embed/embed.ts') },
      output: {
        // Other people's pages name it.
        entryFileNames: ({ name }) => (name === 'embed' ? 'embed.js' : 'assets/[name]-[hash].js'),
        // What most figures share is one file, not thirty: on a slow line each costs a round trip.
        codeSplitting: {
          groups: [
            // The first figure has no map: it reads colours, but needs no table of them.
            { name: 'colour', test: /web.draw.colour\.ts/ },
            { name: 'colours', test: /node_modules.d3-(color|interpolate|scale)|web.draw.colour-table/ },
            {
              name: 'base',
              test: /node_modules.(@?lit|d3-)|web.(draw|engine.api|figures.base.(element|controls|style|tools|exports|work|tasks|plane|surroundings)|i18n.(shared|tasks))/,
              minShareCount: 8,
            },
            { name: 'common', test: /web.(figures|i18n|page)/, minShareCount: 6 },
          ],
        },
      },
    },
  },
});
