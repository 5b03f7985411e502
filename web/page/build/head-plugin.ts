import type { Plugin } from 'vite';
import { pageColours, palette } from '../../figures/base/style/palette.ts';
import { embed } from '../../i18n/embed.ts';
import { languageNames, languages } from '../../i18n/language.ts';

// What the HTML pages have in common, and what they say of languages and colours: those are named in the sources of the figures and words alone.

/**
 * Puts it where a page asks for it: at `<!-- head -->` what every page has, at `<!-- page head -->` what those have that are read by themselves, at
 * `<!-- switches -->` the reader's choice of language and theme, at `<!-- no script -->` what a frame says without a script.
 */
export function headPlugin(): Plugin {
  return { name: 'downhill-head', transformIndexHtml: { order: 'pre', handler: withParts } };
}

export function withParts(html: string): string {
  return Object.entries(parts).reduce((done, [name, part]) => done.replace(`<!-- ${name} -->`, part), html);
}

const parts: Readonly<Record<string, () => string>> = {
  head: () => `<meta name="viewport" content="width=device-width, initial-scale=1" />
    <script src="/first-paint.js" data-languages="${languages.join(' ')}"></script>
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <style>:root {\n${pageColours()}\n}</style>`,
  'page head': () => {
    const [light, dark] = palette.background;
    return `<meta name="theme-color" content="${light}" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content="${dark}" media="(prefers-color-scheme: dark)" />
    <link rel="icon" href="/icon-192.png" sizes="192x192" type="image/png" />
    <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
    <link rel="manifest" href="/manifest.webmanifest" />
    <link rel="preload" href="../build/fonts/letters.woff2" as="font" type="font/woff2" crossorigin />
    <style>${oneLanguage()}</style>`;
  },
  switches: () => {
    const buttons = languages.map((language) => `<button type="button" class="switch" lang="${language}">${languageNames[language]}</button>`);
    return [...buttons, '<button type="button" class="switch theme" aria-pressed="false"><span class="moon" aria-hidden="true"></span>{{dark}}</button>'].join('\n      ');
  },
  'no script': () => `<noscript>${languages.map((language) => `<p lang="${language}">${embed[language].noScript}</p>`).join('')}</noscript>`,
};

/** All languages are in a page; those that are not read are not there. A button that chooses a language is named in it. */
function oneLanguage(): string {
  const hidden = languages.flatMap((read) => {
    const others = languages.filter((language) => language !== read);
    return [`:root[lang="${read}"] .switch[lang="${read}"]`, ...others.map((other) => `:root[lang="${read}"] [lang="${other}"]:not(.switch)`)];
  });
  return `${hidden.join(',\n')} { display: none }`;
}
