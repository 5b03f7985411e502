/** Throws, which the driver takes for a finding, unless it is kept. */
export function promise(kept: boolean, what: string): void {
  if (!kept) throw new Error(`a promise is broken: ${what}`);
}
