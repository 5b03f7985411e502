import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin, transformWithOxc } from 'vite';

const root = import.meta.dirname;
const api = join(root, 'api');

/** Only this library of TypeScript declares what is disposable; a program that uses our types need not ask for it itself. */
const disposable = '/// <reference lib="esnext.disposable" />\n';

/** The types of the public API alone: of downhill.ts and of the api files, whose exports all say their types. */
function declarationsPlugin(): Plugin {
  return {
    name: 'downhill-declarations',
    async generateBundle() {
      for (const file of readdirSync(api).filter((name) => /^(downhill|api(-[\w-]+)?)\.ts$/.test(name))) {
        const { declaration } = await transformWithOxc(readFileSync(join(api, file), 'utf8'), file, { typescript: { declaration: {} } });
        if (!declaration) this.error(`no types of ${file}`);
        const source = declaration.replace(/(from "\.\/[\w-]+)\.ts"/g, '$1.js"');
        this.emitFile({ type: 'asset', fileName: file.replace(/\.ts$/, '.d.ts'), source: source.includes('Disposable') ? disposable + source : source });
      }
    },
  };
}

/** What makes a package of the folder. */
function packagePlugin(): Plugin {
  return {
    name: 'downhill-package',
    generateBundle() {
      const { name, version, description, keywords, repository, license, engines } = JSON.parse(readFileSync(join(root, '../../package.json'), 'utf8'));
      const manifest = {
        ...{ name, version, description, keywords, repository, license, engines },
        ...{ type: 'module', sideEffects: false, types: './downhill.d.ts' },
        exports: { '.': { types: './downhill.d.ts', default: './downhill.js' }, './downhill-module.wasm': './downhill-module.wasm', './package.json': './package.json' },
      };
      const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source });
      emit('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
      emit('README.md', readFileSync(join(root, 'README.md'), 'utf8'));
      emit('LICENSE', readFileSync(join(root, '../../LICENSE'), 'utf8'));
    },
  };
}

/** The library: downhill.js with its types and the .wasm beside it, as a package that can be published. Not Vite's library mode, which would put the .wasm into the JavaScript as text. */
export default defineConfig({
  root,
  base: './',
  publicDir: false,
  cacheDir: join(root, '../../build/vite'),
  plugins: [declarationsPlugin(), packagePlugin()],
  build: {
    outDir: join(root, '../../dist/lib'),
    emptyOutDir: true,
    assetsDir: '',
    assetsInlineLimit: 0,
    modulePreload: false,
    target: 'es2023',
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: join(api, 'downhill.ts'),
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: 'downhill.js', assetFileNames: '[name][extname]' },
    },
  },
});
