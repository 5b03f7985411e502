import type { MarkerShape } from './marker.ts';
import type { DrawTheme } from './theme.ts';

/** How one of several curves or paths of a picture is told from the others: by colour, by dash and by marker. */
export interface SeriesStyle {
  readonly colour: string;
  readonly dash: readonly number[];
  readonly marker: MarkerShape;
}

/** The third and fourth colour are those of Okabe and Ito, darker on a light page, where they stand out from the ground of a map, too. */
const furtherColours = { light: ['#006e52', '#814694'], dark: ['#35c79a', '#d79be6'] } as const;
const dashes: readonly (readonly number[])[] = [[], [7, 3], [2, 3], [9, 3, 2, 3]];
const markers: readonly MarkerShape[] = ['disc', 'square', 'triangle', 'diamond'];

/** The style of series 0 … 3. */
export function seriesStyle(theme: DrawTheme, index: number): SeriesStyle {
  const further = furtherColours[theme.dark ? 'dark' : 'light'];
  const colours = [theme.accent, theme.accent2, ...further];
  return { colour: colours[index] ?? theme.ink, dash: dashes[index] ?? [], marker: markers[index] ?? 'disc' };
}
