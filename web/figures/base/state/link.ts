/** State as a figure's attributes hold it: only those that are set. */
export type FigureState = Readonly<Record<string, string>>;

/** The address of `page` at the figure `id` in this state: …#descent?learning-rate=0.3&steps=8 */
export function linkTo(page: string, id: string, state: FigureState): string {
  const address = new URL(page);
  // A comma needs no escape there, and a reader can read the link.
  const query = new URLSearchParams(state).toString().replaceAll('%2C', ',');
  address.hash = query === '' ? id : `${id}?${query}`;
  return address.href;
}
