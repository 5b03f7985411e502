/** What the reader has told the browser to wish for. Where a browser cannot be asked the answer is no, and where it tells of no change it is taken to stay as it is. */
export interface Wish {
  readonly matches: boolean;
  /** Gives what ends it. */
  watch(changed: () => void): () => void;
}

/** `query` as in a style sheet: (prefers-color-scheme: dark) */
export function wishFor(query: string): Wish {
  const media: Partial<MediaQueryList> | undefined = globalThis.matchMedia?.(query);
  return {
    get matches() {
      return media?.matches ?? false;
    },
    watch(changed) {
      media?.addEventListener?.('change', changed);
      return () => media?.removeEventListener?.('change', changed);
    },
  };
}
