import { wishFor } from '../figures/base/surroundings/wish.ts';
import { type Language, languageFor, type Translations } from '../i18n/language.ts';

// The reader's choice of language and theme. public/first-paint.js has settled both before the page was painted.

const root = document.documentElement;
const systemDark = wishFor('(prefers-color-scheme: dark)');

/** What the browser and search engines call a page. */
interface PageName {
  readonly title: string;
  readonly description: string;
}

export function connectSwitches(names: Translations<PageName>): void {
  tellLanguage(names);
  tellTheme();
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('.switch[lang]')];
  for (const button of buttons) {
    button.addEventListener('click', () => {
      chooseLanguage(languageFor(button.lang));
      tellLanguage(names);
      // The pressed button is hidden now; the other one takes its place.
      buttons.find((other) => other !== button)?.focus();
    });
  }
  document.querySelector('.theme')?.addEventListener('click', () => chooseTheme(isDark() ? 'light' : 'dark'));
  systemDark.watch(tellTheme);
}

function chooseLanguage(language: Language): void {
  keepingPlace(() => {
    root.lang = language;
  });
  keep('downhill-language', language);
  dropFromAddress('lang');
}

/** A choice that agrees with the system is none: the page follows the system again. */
function chooseTheme(theme: 'light' | 'dark'): void {
  const followsSystem = (theme === 'dark') === systemDark.matches;
  if (followsSystem) delete root.dataset.theme;
  else root.dataset.theme = theme;
  keep('downhill-theme', followsSystem ? undefined : theme);
  dropFromAddress('theme');
  tellTheme();
}

function isDark(): boolean {
  return root.dataset.theme ? root.dataset.theme === 'dark' : systemDark.matches;
}

function tellLanguage(names: Translations<PageName>): void {
  const { title, description } = names[languageFor(root.lang)];
  document.title = title;
  document.querySelector('meta[name="description"]')?.setAttribute('content', description);
}

function tellTheme(): void {
  document.querySelector('.theme')?.setAttribute('aria-pressed', String(isDark()));
  const background = getComputedStyle(root).backgroundColor;
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.setAttribute('content', background);
}

/** What is being read stays where it is, though the text above it changes its length. */
function keepingPlace(change: () => void): void {
  const top = (element: Element) => element.getBoundingClientRect().top;
  const place = [...document.querySelectorAll('main > section, main > section > :not([lang])')].filter((each) => top(each) <= innerHeight / 2).at(-1);
  const before = place && top(place);
  change();
  if (before !== undefined) scrollBy({ top: top(place as Element) - before, behavior: 'instant' });
}

function keep(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage may be forbidden, as in a sandboxed frame; the choice then holds for this visit.
  }
}

/** The address must not overrule, at the next load, what the reader has chosen since. */
function dropFromAddress(parameter: string): void {
  const address = new URL(location.href);
  if (!address.searchParams.has(parameter)) return;
  address.searchParams.delete(parameter);
  history.replaceState(history.state, '', address);
}
