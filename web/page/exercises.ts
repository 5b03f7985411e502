import { exercises } from '../i18n/exercises.ts';
import { followContents } from './contents.ts';
import { markFound } from './found-marks.ts';
import { pageNotice } from './notice.ts';
import { connectSwitches } from './switches.ts';

// The page of exercises. ?section=4.4.1 shows one sheet alone.

const parts = [...document.querySelectorAll<HTMLElement>('[data-sheet]')];
const ids = [...new Set(parts.map(({ dataset }) => dataset.sheet ?? ''))];
const asked = new URLSearchParams(location.search).get('section');
const known = asked !== null && ids.includes(asked) ? asked : undefined;

/** One sheet with its answers, or all of them. */
function show(id: string | undefined): void {
  for (const part of parts) part.hidden = id !== undefined && part.dataset.sheet !== id;
  document.documentElement.toggleAttribute('data-one-sheet', id !== undefined);
}

function print(id: string | undefined): void {
  show(id);
  addEventListener('afterprint', () => show(known), { once: true });
  window.print();
}

connectSwitches(exercises);
show(known);
markFound();
if (asked !== null && !known) pageNotice(parts[0] as HTMLElement, (words) => words.noSheet(asked, ids));
if (!known) followContents();
for (const button of document.querySelectorAll<HTMLButtonElement>('.print')) button.addEventListener('click', () => print(button.value || known));
