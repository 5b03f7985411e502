import { parseColour } from '../../../draw/colour.ts';
import { parentOf } from './ancestors.ts';
import { asRgb, lightness } from './draw-theme.ts';

export type Scheme = 'light' | 'dark';

/**
 * Whether the page around this element is light or dark, where its `color-scheme` does not say so: many pages only paint a dark
 * background. Undefined where it does, and CSS follows it by itself.
 */
export function pageScheme(element: Element): Scheme | undefined {
  const around = parentOf(element);
  if (!around || getComputedStyle(around).colorScheme !== 'normal') return undefined;
  for (let each: Element | undefined = around; each; each = parentOf(each)) {
    const background = asRgb(getComputedStyle(each).backgroundColor);
    if (opacityOf(background) > 0.5) return lightness(parseColour(background)) < 128 ? 'dark' : 'light';
  }
  return 'light';
}

/** Of rgb(…) and rgba(…), as computed colours are written. */
function opacityOf(colour: string): number {
  const [, , , opacity] = colour.match(/[\d.]+/g) ?? [];
  return opacity === undefined ? 1 : Number(opacity);
}
