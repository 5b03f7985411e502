import { stateFor } from '../figures/base/element/given-state.ts';
import type { ChangeDetail, StateFigure } from '../figures/base/element/state-figure.ts';
import { type FigureState, linkTo } from '../figures/base/state/link.ts';
import { loadPageFigure, pageFigures } from './figures.ts';
import { readHash } from './hash.ts';
import { clearNotice, pageNotice } from './notice.ts';

/** Long enough that a drag is written once, short enough that a copied address is right. */
const settled = 250;

export interface AddressWriter {
  /** At once, in the place of what waits to be written. */
  write(figure: string, state: FigureState): void;
}

/** Applies the state in the address to its figure, now and whenever the address changes; writes the reader's changes back to it. */
export function keepHashState(): AddressWriter {
  const write = (figure: string, state: FigureState) => {
    clearTimeout(timer);
    history.replaceState(history.state, '', linkTo(location.href, figure, state));
  };
  const authored = new Map(pageFigures().map((figure) => [figure, attributesOf(figure)]));
  let timer: number | undefined;
  window.addEventListener('hashchange', () => {
    // What the reader changed before following a link must not take that link's place in the address.
    clearTimeout(timer);
    void applyHash(authored);
  });
  void applyHash(authored);

  document.addEventListener('downhill-change', (event) => {
    const { figure, state } = (event as CustomEvent<ChangeDetail>).detail;
    clearTimeout(timer);
    timer = window.setTimeout(() => write(figure, state), settled);
  });
  return { write };
}

async function applyHash(authored: ReadonlyMap<HTMLElement, FigureState>): Promise<void> {
  const given = readHash(location.hash);
  if (!given) return;
  const figure = document.getElementById(given.id) as StateFigure | null;
  const original = figure && authored.get(figure);
  if (!original) {
    pageNotice(document.querySelector('#opening > *') as Element, (words) => words.noSuchFigure(given.id));
    return;
  }
  figure.scrollIntoView();
  if (!(await loadPageFigure(figure))) return;
  const { state, unknown } = stateFor(figure, given.state);
  figure.state = { ...stateFor(figure, original).state, ...state };
  if (unknown.length > 0) pageNotice(figure, (words) => words.unknownAttributes(unknown));
  else clearNotice(figure);
}

function attributesOf(element: Element): FigureState {
  return Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
}
