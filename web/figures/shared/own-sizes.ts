import { CSSResult, type CSSResultOrNative, unsafeCSS } from 'lit';

/**
 * The same styles with every rem as pixels of the reader's own text size. On somebody else's page 1rem is what that page makes of it
 * (many make it 10 pixels), and a figure would shrink with it.
 */
export function withOwnSizes(styles: readonly CSSResultOrNative[]): CSSResultOrNative[] {
  const size = readersTextSize();
  return styles.map((style) => (style instanceof CSSResult ? unsafeCSS(remAsPixels(style.cssText, size)) : style));
}

export function remAsPixels(css: string, size: number): string {
  return css.replace(/(?<![\w.-])(-?\d*\.?\d+)rem\b/g, (_, count: string) => `${Number((Number(count) * size).toFixed(4))}px`);
}

/** In CSS pixels. */
function readersTextSize(): number {
  const probe = document.createElement('span');
  probe.style.setProperty('all', 'initial', 'important');
  document.documentElement.append(probe);
  const size = Number.parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return size;
}
