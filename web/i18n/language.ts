export type Language = 'en' | 'zh-Hans';

export const languages: readonly Language[] = ['en', 'zh-Hans'];

/** The same keys in every language: what is missing in one of them does not compile. */
export type Translations<T> = { readonly [L in Language]: T };

/** The language in which we answer somebody who asks for `tag` (BCP 47), which may be none: a browser may name nothing, or "C". */
export function languageFor(tag: string | null | undefined): Language {
  return /^zh(?![a-z])/i.test(tag ?? '') ? 'zh-Hans' : 'en';
}
