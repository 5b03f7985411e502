import type { FigureState } from '../figures/base/state/link.ts';

/**
 * The state of the figure `id` in an address that `linkTo` has made: #descent?start=-3,4&learning-rate=0.1
 * Undefined for a hash that holds no state, such as that of a link to a section.
 */
export function readHash(hash: string): { readonly id: string; readonly state: FigureState } | undefined {
  const [, id, query] = /^#([^?]+)\?(.*)$/s.exec(hash) ?? [];
  if (id === undefined || query === undefined) return undefined;
  return { id: decoded(id), state: Object.fromEntries(new URLSearchParams(query)) };
}

/** The id that the address names, of a figure or of a section; '' where it names none. */
export function idIn(hash: string): string {
  return decoded(hash.slice(1).split('?')[0] ?? '');
}

/** A stray % makes no address invalid; it stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
