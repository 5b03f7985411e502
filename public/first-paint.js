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

  /** @param {string | null} tag */
  const languageOf = (tag) => (/^zh(?![a-z])/i.test(tag ?? '') ? 'zh-Hans' : /^en(?![a-z])/i.test(tag ?? '') ? 'en' : undefined);

  const root = document.documentElement;
  root.lang = [asked.get('lang'), kept('downhill-language'), ...(navigator.languages ?? [navigator.language])].map(languageOf).find(Boolean) ?? 'en';
  const theme = [asked.get('theme'), kept('downhill-theme')].find((each) => each === 'light' || each === 'dark');
  if (theme) root.dataset.theme = theme;
  root.toggleAttribute('data-classroom', asked.has('classroom'));
})();
