// A figure's state in the address: #descent?start=-3,4&learning-rate=0.1

export interface FigureState {
  /** Of the element. */
  readonly id: string;
  /** By attribute. */
  readonly state: Readonly<Record<string, string>>;
}

/** Undefined for a hash that holds no state, such as that of a link to a section. */
export function readHash(hash: string): FigureState | undefined {
  const [, id, query] = /^#([^?]+)\?(.*)$/s.exec(hash) ?? [];
  if (id === undefined || query === undefined) return undefined;
  return { id: decoded(id), state: Object.fromEntries(new URLSearchParams(query)) };
}

export function writeHash({ id, state }: FigureState): string {
  // Commas need no escape in a hash, and points are full of them.
  const query = new URLSearchParams(state).toString().replaceAll('%2C', ',');
  return `#${encodeURIComponent(id)}${query && `?${query}`}`;
}

/** A stray % makes no address invalid; it stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
