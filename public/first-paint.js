// @ts-check
// Settles language and theme before anything is painted. A plain script in the head, since a module would run too late.
// What the address asks for comes first (?lang=, ?theme=), then the reader's last choice, then what the browser asks for.
(() => {
  const asked = new URLSearchParams(location.search);

  /** @param {string} key */
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      // Storage may be forbidden, as in a sandboxed frame; then nothing was kept.
      return null;
    }
  };

  // The page's own, the first for readers whose language is none of them.
  const languages = document.currentScript?.dataset.languages?.split(' ') ?? [];

  /** @param {string | null} tag */
  const primary = (tag) => /^[a-z]+/i.exec(tag ?? '')?.[0].toLowerCase();

  /** @param {string | null} tag */
  const languageOf = (tag) => languages.find((language) => primary(language) === primary(tag));

  const root = document.documentElement;
  root.lang = [asked.get('lang'), kept('downhill-language'), ...(navigator.languages ?? [navigator.language])].map(languageOf).find(Boolean) ?? languages[0] ?? root.lang;
  const theme = [asked.get('theme'), kept('downhill-theme')].find((each) => each === 'light' || each === 'dark');
  if (theme) root.dataset.theme = theme;
  root.toggleAttribute('data-classroom', asked.has('classroom'));
})();
