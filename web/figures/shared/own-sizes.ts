import { CSSResult, type CSSResultOrNative, unsafeCSS } from 'lit';
import { readersTextSize, remAsPixels } from './text-size.ts';

/**
 * The same styles with every rem as pixels of the reader's own text size. On somebody else's page 1rem is what that page makes of it
 * (many make it 10 pixels), and a figure would shrink with it.
 */
export function withOwnSizes(styles: readonly CSSResultOrNative[]): CSSResultOrNative[] {
  const size = readersTextSize();
  return styles.map((style) => (style instanceof CSSResult ? unsafeCSS(remAsPixels(style.cssText, size)) : style));
}
