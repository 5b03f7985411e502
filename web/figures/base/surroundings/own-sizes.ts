import { CSSResult, type CSSResultOrNative, unsafeCSS } from 'lit';
import { onChapter } from './on-chapter.ts';
import { readersTextSize, remAsPixels } from './text-size.ts';

/** As a figure wears them: on the chapter's page as they are. */
export function inOwnSizes(styles: CSSResultOrNative[]): CSSResultOrNative[] {
  return onChapter() ? styles : withOwnSizes(styles);
}

/**
 * The same styles with every rem as pixels of the reader's own text size. On somebody else's page 1rem is what that page makes of it
 * (many make it 10 pixels), and a figure would shrink with it.
 */
function withOwnSizes(styles: readonly CSSResultOrNative[]): CSSResultOrNative[] {
  const size = readersTextSize();
  return styles.map((style) => (style instanceof CSSResult ? unsafeCSS(remAsPixels(style.cssText, size)) : style));
}
