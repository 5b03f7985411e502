const key = 'downhill-found';

/** What the reader has found, as figure/task, on this machine alone. A browser that keeps nothing for us keeps it until the page is left. */
export class FoundStore {
  #storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
  #here = new Set<string>();
  #watchers = new Set<() => void>();

  constructor(storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = () => localStorage) {
    try {
      this.#storage = storage();
    } catch {
      // A frame with a sandbox has none.
    }
    for (const each of this.#read()) this.#here.add(each);
  }

  has(figure: string, task: string): boolean {
    return this.#here.has(`${figure}/${task}`);
  }

  /** How many of a figure's tasks. */
  count(figure: string): number {
    return [...this.#here].filter((each) => each.startsWith(`${figure}/`)).length;
  }

  /** How many of all tasks. */
  get size(): number {
    return this.#here.size;
  }

  /** `changed` is called whenever something was found or cleared, until what this returns is called. */
  watch(changed: () => void): () => void {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  }

  add(figure: string, task: string): void {
    // Another page of ours may have added some.
    for (const each of this.#read()) this.#here.add(each);
    this.#here.add(`${figure}/${task}`);
    this.#write();
    this.#tell();
  }

  clear(): void {
    this.#here.clear();
    try {
      this.#storage?.removeItem(key);
    } catch {
      // It keeps nothing, so there is nothing left.
    }
    this.#tell();
  }

  /** Another page of ours has changed what is kept: it may also have cleared it. */
  readAgain(): void {
    this.#here = new Set(this.#read());
    this.#tell();
  }

  #tell(): void {
    for (const changed of this.#watchers) changed();
  }

  #read(): readonly string[] {
    try {
      const kept: unknown = JSON.parse(this.#storage?.getItem(key) ?? '[]');
      return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
    } catch {
      return [];
    }
  }

  #write(): void {
    try {
      this.#storage?.setItem(key, JSON.stringify([...this.#here]));
    } catch {
      // Full, or forbidden: it is known until the page is left.
    }
  }
}

/** One for all figures of a page. */
export const foundStore = new FoundStore();

// Node, in which some tests run, has no such events.
globalThis.addEventListener?.('storage', (event) => {
  if (event.key === key || event.key === null) foundStore.readAgain();
});
