// Cuts what the formulas need out of the STIX Two fonts, into build/fonts. The table by which brackets and roots are stretched stays, with the forms that it names.
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { inRepository } from './root.mjs';

const require = createRequire(import.meta.url);
const ofMath = '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2';
const ofText = (/** @type {string} */ script) => `@fontsource/stix-two-text/files/stix-two-text-${script}-400-italic.woff2`;

const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(0x41 + i, 0x61 + i)).join('');
const greekLetters = Array.from({ length: 25 }, (_, i) => String.fromCharCode(0x3b1 + i)).join('');

/** What is made: for the formulas of the pages; and for the variables that figures name in their tables and pictures, in italics. */
export const mathFontFiles = ['math', 'letters', 'greek', 'partial'].map((name) => `build/fonts/${name}.woff2`);

/** What they depend on. */
export const mathFontSources = [
  '.scripts/math-fonts.mjs',
  ...['build', 'chapter', 'exercises'].map((name) => `web/page/${name}`),
  ...['@fontsource/stix-two-math', '@fontsource/stix-two-text', 'subset-font', 'temml'].map((name) => `node_modules/${name}/package.json`),
];

const cut = {
  targetFormat: /** @type {const} */ ('woff2'),
  noHinting: true,
  // In the name table: copyright, licence, and where that is to be read.
  preserveNameIds: [0, 13, 14],
};

export const mathFontBytes = () => mathFontFiles.reduce((bytes, file) => bytes + statSync(inRepository(file)).size, 0);

export async function buildMathFonts() {
  // Not before: node_modules may have to be filled first.
  const [{ runnerImport }, { default: subsetFont }] = await Promise.all([import('vite'), import('subset-font')]);
  /** @type {{ module: typeof import('../web/page/build/formula-characters.ts') }} */
  const { module } = await runnerImport(inRepository('web/page/build/formula-characters.ts'));
  const wanted = [
    { source: ofMath, characters: module.charactersOfPages() },
    { source: ofText('latin'), characters: letters },
    { source: ofText('greek'), characters: greekLetters },
    { source: ofMath, characters: '∂', dropTables: ['MATH'] },
  ];
  for (const [i, { source, characters, ...options }] of wanted.entries()) {
    const target = inRepository(/** @type {string} */ (mathFontFiles[i]));
    const font = await subsetFont(readFileSync(require.resolve(source)), characters, { ...cut, ...options });
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, font);
  }
  console.log(`fonts of the formulas: ${[...(wanted[0]?.characters ?? '')].length} characters of the pages; ${mathFontBytes()} bytes`);
}
