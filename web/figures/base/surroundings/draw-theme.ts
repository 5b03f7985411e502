import { parseColour } from '../../../draw/colour.ts';
import type { DrawTheme } from '../../../draw/theme.ts';

/** The figure's custom properties (styles.ts) as a theme to draw with; `within` is an element or shadow root in which they apply. */
export function readDrawTheme(within: HTMLElement | ShadowRoot): DrawTheme {
  // A custom property may hold light-dark(…); only a real property of an element gives the colour that comes of it.
  const probe = document.createElement('span');
  // In a figure, which is closed to the type of the page around it; the figure's own may not be there yet.
  const figure = document.createElement('figure');
  figure.style.display = 'none';
  figure.append(probe);
  within.append(figure);
  const style = getComputedStyle(probe);
  const colour = (name: string) => {
    probe.style.color = `var(--${name})`;
    return asRgb(style.color);
  };
  const theme = {
    ink: colour('ink'),
    muted: colour('muted'),
    grid: colour('grid'),
    background: colour('background'),
    accent: colour('accent'),
    accent2: colour('accent2'),
    font: style.fontFamily,
    fontSize: Math.max(12, Math.round(0.9 * Number.parseFloat(style.fontSize))),
  };
  figure.remove();
  return { ...theme, dark: lightness(parseColour(theme.background)) < lightness(parseColour(theme.ink)) };
}

export function sameTheme(a: DrawTheme, b: DrawTheme): boolean {
  return (Object.keys(a) as (keyof DrawTheme)[]).every((key) => a[key] === b[key]);
}

/** 0 … 255. */
export function lightness([red, green, blue]: readonly [number, number, number]): number {
  return 0.3 * red + 0.59 * green + 0.11 * blue;
}

/** A page may give its colours as oklch(…) or by other names; the pixel that they paint is plain. */
export function asRgb(colour: string): string {
  if (colour.startsWith('rgb')) return colour;
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return 'rgb(128 128 128)';
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, opacity = 0] = context.getImageData(0, 0, 1, 1).data;
  return `rgb(${red} ${green} ${blue} / ${opacity / 255})`;
}
