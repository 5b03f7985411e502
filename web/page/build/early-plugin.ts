import type { Plugin, Rollup } from 'vite';

/**
 * The chapter asks for all that its first figure needs at once, before the browser has read anything else: its modules, the engine, the style. Else each
 * would be asked for only once the one before has come, and on a slow line every one of these ways takes long.
 */
export function earlyPlugin(firstFigure: string): Plugin {
  return {
    name: 'downhill-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { path, bundle }) => (path === '/index.html' && bundle ? withEarly(html, neededBy(bundle, firstFigure)) : undefined),
    },
  };
}

/** The files that a figure and its engine are. Throws Error if there is no such figure or no engine. */
export function neededBy(bundle: Readonly<Rollup.OutputBundle>, figure: string): { readonly modules: readonly string[]; readonly engine: string } {
  const chunk = Object.values(bundle).find((part) => part.type === 'chunk' && part.facadeModuleId?.endsWith(`/${figure}/${figure}-figure.ts`));
  const engine = Object.keys(bundle).find((file) => file.endsWith('.wasm'));
  if (!chunk || !engine) throw new Error(`The build has no ${chunk ? 'engine' : `figure ${figure}`}, so that the page cannot ask for it early.`);
  const modules = new Set([chunk.fileName]);
  for (const file of modules) {
    const part = bundle[file];
    if (part?.type === 'chunk') for (const imported of part.imports) modules.add(imported);
  }
  return { modules: [...modules], engine };
}

/** What is asked for comes before the first script, for which the browser waits; the policy stays before all. */
export function withEarly(html: string, { modules, engine }: ReturnType<typeof neededBy>): string {
  const asked = [...html.matchAll(/ *<link rel="(?:modulepreload|stylesheet)"[^>]*>\n/g)].map(([line]) => line);
  const own = /<script type="module"[^>]* src="\.\/([^"]+)"/.exec(html)?.[1];
  const more = [...(own ? [own] : []), ...modules]
    .filter((file) => !asked.some((line) => line.includes(`"./${file}"`)))
    .map((file) => `    <link rel="modulepreload" crossorigin href="./${file}">\n`);
  const scripts = [...html.matchAll(/<script src="(\.\/[-\w]+\.js)"/g)].map(([, file]) => `    <link rel="preload" as="script" href="${file}">\n`);
  const all = [...scripts, ...asked, ...more, `    <link rel="preload" as="fetch" type="application/wasm" crossorigin href="./${engine}">\n`];
  const rest = asked.reduce((text, line) => text.replace(line, ''), html);
  const first = rest.search(/ *<script\b/);
  if (first < 0) throw new Error('The page has no script, before which what it needs is asked for.');
  return rest.slice(0, first) + all.join('') + rest.slice(first);
}
