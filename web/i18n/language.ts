/** What each language calls itself. The first is for readers whose own is none of them. */
export const languageNames = { en: 'English', 'zh-Hans': '中文' } as const;

export type Language = keyof typeof languageNames;

export const languages = Object.keys(languageNames) as unknown as readonly [Language, ...Language[]];

/** The same keys in every language: what is missing in one of them does not compile. */
export type Translations<T> = { readonly [L in Language]: T };

export function inEachLanguage<T>(of: (language: Language) => T): Record<Language, T> {
  return Object.fromEntries(languages.map((language) => [language, of(language)])) as Record<Language, T>;
}

/** The language in which we answer somebody who asks for `tag` (BCP 47), which may be none: a browser may name nothing, or "C". */
export function languageFor(tag: string | null | undefined): Language {
  const asked = primary(tag ?? '');
  return languages.find((language) => primary(language) === asked) ?? languages[0];
}

/** The part of a tag that names the language itself. public/first-paint.js has it, too. */
function primary(tag: string): string | undefined {
  return /^[a-z]+/i.exec(tag)?.[0].toLowerCase();
}
