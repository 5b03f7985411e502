import { interpolateCividis, interpolatePuOr, interpolateViridis } from 'd3-scale-chromatic';
import { parseColour } from './colour.ts';

/** 256 × RGB. */
export type ColourTable = Uint8ClampedArray;

export type ColourMap = 'viridis' | 'cividis' | 'diverging-light' | 'diverging-dark';

const entries = 256;
const made = new Map<string, ColourTable>();

/**
 * All maps are safe for colour-blind readers. The diverging ones run from orange (negative) by the neutral middle to purple;
 * the middle is white on a light page and nearly black on a dark one.
 */
export function colourTable(name: ColourMap): ColourTable {
  return remembered(name, () => {
    switch (name) {
      case 'viridis':
        return sampled(interpolateViridis);
      case 'cividis':
        return sampled(interpolateCividis);
      case 'diverging-light':
        return sampled((t) => interpolatePuOr(1 - t));
      case 'diverging-dark':
        return blended(['#ffb057', '#c9761a', '#5b3a17', '#1b1a1e', '#3f3268', '#8467c9', '#c0adff']);
    }
  });
}

/** From the colour of the page to that of the ink. */
export function greyTable(background: string, ink: string): ColourTable {
  return remembered(`${background} ${ink}`, () => blended([background, ink]));
}

/** The colour at t = 0 … 1. */
export function cssColour(table: ColourTable, t: number): string {
  const i = 3 * Math.round((entries - 1) * Math.min(1, Math.max(0, t)));
  return `rgb(${table[i]} ${table[i + 1]} ${table[i + 2]})`;
}

function remembered(key: string, make: () => ColourTable): ColourTable {
  const known = made.get(key);
  if (known) return known;
  const table = make();
  made.set(key, table);
  return table;
}

function sampled(interpolate: (t: number) => string): ColourTable {
  const table = new Uint8ClampedArray(3 * entries);
  for (let i = 0; i < entries; i++) table.set(parseColour(interpolate(i / (entries - 1))), 3 * i);
  return table;
}

/** Evenly from one to the next; not remembered. */
export function blended(stops: readonly string[]): ColourTable {
  const colours = stops.map(parseColour);
  const table = new Uint8ClampedArray(3 * entries);
  for (let i = 0; i < entries; i++) {
    const at = (i / (entries - 1)) * (stops.length - 1);
    const k = Math.min(stops.length - 2, Math.floor(at));
    const [from, to] = [colours[k], colours[k + 1]];
    if (from && to) for (const c of [0, 1, 2] as const) table[3 * i + c] = from[c] + (to[c] - from[c]) * (at - k);
  }
  return table;
}
