import type { DrawTheme } from './theme.ts';

/** a with `share` (0 … 1) of b in it. */
export function mix(a: string, b: string, share: number): string {
  const [from, to] = [parseColour(a), parseColour(b)];
  const channel = (k: 0 | 1 | 2) => Math.round(from[k] + (to[k] - from[k]) * share);
  return `rgb(${channel(0)} ${channel(1)} ${channel(2)})`;
}

/** Ink or page, whichever stands out more from `colour`. */
export function readableOn(colour: string, { ink, background }: Pick<DrawTheme, 'ink' | 'background'>): string {
  return contrast(colour, ink) >= contrast(colour, background) ? ink : background;
}

/** That of WCAG 2: 1 … 21. */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = parseColour(colour).map((channel) => (channel <= 10 ? channel / 3294 : ((channel / 255 + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Reads #rgb, #rrggbb, rgb(r, g, b) and rgb(r g b); throws RangeError for anything else. */
export function parseColour(css: string): [number, number, number] {
  const text = css.trim();
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
  if (hex) {
    const digits = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
    const value = Number.parseInt(digits, 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  }
  const rgb = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(text);
  if (rgb) return [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])];
  throw new RangeError(`colour: '${css}' is none of #rgb, #rrggbb and rgb(r g b)`);
}
