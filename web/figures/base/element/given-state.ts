import type { FigureState } from '../state/link.ts';
import type { StateFigure } from './state-figure.ts';

/** What of a state that an address gives is the figure's to have, and the names of the rest: an address must not bring handlers or styles. */
export function stateFor(figure: StateFigure, given: FigureState): { readonly state: FigureState; readonly unknown: readonly string[] } {
  const known = (figure.constructor as typeof StateFigure).stateNames;
  return {
    state: Object.fromEntries(Object.entries(given).filter(([name]) => known.includes(name))),
    unknown: Object.keys(given).filter((name) => !known.includes(name)),
  };
}
