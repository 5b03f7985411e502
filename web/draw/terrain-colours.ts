import { parseColour } from './colour.ts';
import type { MarkerShape } from './marker.ts';
import type { DrawTheme } from './theme.ts';

// The ground is grey and blue and steps back; hue is for valleys and for those who walk. Light and dark hold the same contrasts (terrain-colours.test.ts):
// a walk 4.5 : 1 on the ground, a contour 1.8, a main contour 3, two neighbouring tints 1.15.

export type Rgb = readonly [number, number, number];

export interface Tint {
  readonly colour: Rgb;
  /** How dark and how bright the light may make it: a share of the colour. */
  readonly shade: readonly [number, number];
}

export interface TerrainColours {
  /** Of the ground, from the lowest on: low is darker. */
  readonly tints: readonly Tint[];
  /** What a contour mixes into the ground, and how much of it. */
  readonly line: Rgb;
  readonly lineShare: number;
  readonly mainLineShare: number;
  readonly valleys: readonly Valley[];
  /** What a map painted by valleys mixes into the ground. */
  readonly paintShare: number;
  /** What hides the ground from one who is blind. */
  readonly fog: string;
}

/** One of the valleys: told by its hue, and by the mark at its end. */
export interface Valley {
  readonly colour: string;
  readonly paint: Rgb;
  readonly marker: MarkerShape;
}

const markers: readonly MarkerShape[] = ['disc', 'square', 'triangle', 'diamond'];

const coloursOf = (
  tints: readonly (readonly [string, number, number])[],
  {
    hues,
    paints,
    line,
    ...rest
  }: { hues: readonly string[]; paints: readonly string[]; line: string } & Pick<TerrainColours, 'lineShare' | 'mainLineShare' | 'paintShare' | 'fog'>,
): TerrainColours => ({
  ...rest,
  tints: tints.map(([colour, darkest, brightest]) => ({ colour: parseColour(colour), shade: [darkest, brightest] })),
  line: parseColour(line),
  valleys: markers.map((marker, i) => ({ marker, colour: hues[i] ?? '', paint: parseColour(paints[i] ?? '#fff') })),
});

const light = coloursOf(
  [
    ['#bccbd8', 0.93, 1.08],
    ['#ccd9e3', 0.87, 1.1],
    ['#dfe9f0', 0.81, 1.08],
  ],
  {
    hues: ['#8f1d0f', '#0e4a85', '#00533a', '#6b2a86'],
    paints: ['#f3a48d', '#8dbff0', '#84d3ad', '#d5a8ea'],
    line: '#1e2c38',
    lineShare: 0.38,
    mainLineShare: 0.66,
    paintShare: 0.62,
    fog: '#c9d4de',
  },
);

const dark = coloursOf(
  [
    ['#27303a', 0.66, 1.2],
    ['#323d48', 0.62, 1.14],
    ['#3d4a56', 0.58, 1.04],
  ],
  {
    hues: ['#ffa98a', '#8fc4f5', '#5fd3a6', '#dcb0ee'],
    paints: ['#7a3a22', '#1f4f80', '#14593f', '#5d3a78'],
    line: '#d3dce3',
    lineShare: 0.31,
    mainLineShare: 0.6,
    paintShare: 0.62,
    fog: '#2b353f',
  },
);

export function terrainColours(theme: Pick<DrawTheme, 'dark'>): TerrainColours {
  return theme.dark ? dark : light;
}
