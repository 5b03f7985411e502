import { readersTextSize, remAsPixels } from '../figures/base/surroundings/text-size.ts';
import { roomRules } from '../figures/catalogue.ts';
import { figureSelector } from '../figures/lazy.ts';

/** Keeps the room free that each figure will take, so that the text of the page does not jump when it comes. What the author put into the tag shows until then. */
export function keepRoom(): void {
  const waiting = `:is(${figureSelector}):not(:defined)`;
  const room = `${roomRules()}
    ${waiting} { display: flow-root; container-type: inline-size; }
    ${waiting}::before { content: ''; float: inline-end; block-size: calc(var(--one-column) + var(--around)); }
    @container (width >= 44rem) { ${waiting}::before { block-size: calc(var(--side-by-side) + var(--around)); } }`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(remAsPixels(room, readersTextSize()));
  document.adoptedStyleSheets.push(sheet);
}
