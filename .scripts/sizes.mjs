import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { filesUnder } from './files.mjs';
import { mathFontBytes } from './math-fonts.mjs';
import { inRepository } from './root.mjs';

/** What a reader downloads at the least: the page with its first figure live, without the digits. */
const firstFigure = 'valleys-figure';

/**
 * @typedef {object} Budget
 * @property {string} what
 * @property {(files: readonly Shipped[]) => number} bytes
 * @property {number} most bytes; a kilobyte has 1,000
 */

/** @type {readonly Budget[]} */
export const budgets = [
  { what: 'the engine (.wasm), brotli', bytes: (files) => sum(files.filter(isEngine), 'brotli'), most: 180_000 },
  { what: 'first view with its first figure live, brotli, without digits', bytes: (files) => sum(firstView(files), 'brotli'), most: 300_000 },
  // In files of their own and within the style sheets.
  { what: 'the fonts of the formulas, woff2', bytes: mathFontBytes, most: 40_000 },
  {
    what: 'the page as one file, as it is',
    bytes: (files) =>
      sum(
        files.filter(({ path }) => path.endsWith('/downhill-offline.html')),
        'raw',
      ),
    most: 4_800_000,
  },
];

/**
 * @typedef {object} Shipped
 * @property {string} path
 * @property {number} raw bytes
 * @property {number} brotli bytes, at quality 11
 */

/** @returns {Shipped[]} all files of dist/site and dist/lib */
export function shippedFiles() {
  return ['dist/site', 'dist/lib'].flatMap(filesUnder).map((path) => {
    const bytes = readFileSync(inRepository(path));
    /** @type {number | undefined} */
    let brotli;
    return {
      path,
      raw: bytes.length,
      // Seconds for the large ones, which no budget asks for.
      get brotli() {
        brotli ??= brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
        return brotli;
      },
    };
  });
}

/**
 * Throws if a budget is passed.
 * @param {readonly Shipped[]} files
 * @param {readonly Budget[]} held
 */
export function holdBudgets(files, held = budgets) {
  const passed = held.map(({ what, bytes, most }) => ({ what, most, is: bytes(files) })).filter(({ is, most }) => is > most);
  if (passed.length > 0) throw new Error(passed.map(({ what, is, most }) => `Too large: ${what}: ${kilobytes(is)}; at most ${kilobytes(most)} are allowed.`).join('\n'));
}

/**
 * @param {readonly Shipped[]} files
 * @returns {string} in Markdown
 */
export function sizesTable(files) {
  const rows = files.map(({ path, raw, brotli }) => `| \`${path.replace(/-[\w-]{8}(?=\.\w+$)/, '')}\` | ${kilobytes(raw)} | ${kilobytes(brotli)} |`);
  const limits = budgets.map(({ what, bytes, most }) => `| ${what} | ${kilobytes(bytes(files))} | ${kilobytes(most)} |`);
  return ['| file | raw | brotli |', '| --- | ---: | ---: |', ...rows, '', '| budget | is | at most |', '| --- | ---: | ---: |', ...limits].join('\n');
}

/** @param {Shipped} file */
const isEngine = ({ path }) => path.startsWith('dist/site/') && path.endsWith('.wasm');

/** @param {readonly Shipped[]} files */
function firstView(files) {
  const named = new Map(files.map((file) => [file.path, file]));
  const page = 'dist/site/index.html';
  const figure = files.find(({ path }) => new RegExp(`^dist/site/assets/${firstFigure}-[\\w-]{8}\\.js$`).test(path));
  // A budget that does not see the figure would be held by any.
  if (!figure) throw new Error(`There is no dist/site/assets/${firstFigure}-….js, by which the first view is measured.`);
  const needed = new Set([page, ...usedBy(page), figure.path, ...files.filter(isEngine).map(({ path }) => path)]);
  for (const path of needed) if (path.endsWith('.js')) for (const used of usedBy(path)) needed.add(used);
  return [...needed].flatMap((path) => named.get(path) ?? []);
}

/**
 * What a page or a module loads at once: what it imports when it is needed does not count.
 * @param {string} path
 */
function usedBy(path) {
  return usesOf(path, readFileSync(inRepository(path), 'utf8'));
}

/**
 * @param {string} path
 * @param {string} text
 * @returns {string[]} paths
 */
export function usesOf(path, text) {
  const uses = path.endsWith('.html')
    ? text.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="(\.\/[^"]+\.(?:js|css|woff2))"/g)
    : text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+)["']/g);
  return [...uses].map(([, used = '']) => join(dirname(path), used));
}

/**
 * @param {readonly Shipped[]} files
 * @param {'raw' | 'brotli'} kind
 */
const sum = (files, kind) => files.reduce((total, file) => total + file[kind], 0);

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} KB`;
