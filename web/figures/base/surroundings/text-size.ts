/** The reader's own text size, in CSS pixels, whatever the page makes of it. */
export function readersTextSize(): number {
  const probe = document.createElement('span');
  probe.style.setProperty('all', 'initial', 'important');
  document.documentElement.append(probe);
  const size = Number.parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return size;
}

/** The same CSS, with each rem replaced by `size` pixels. */
export function remAsPixels(css: string, size: number): string {
  return css.replace(/(?<![\w.-])(-?\d*\.?\d+)rem\b/g, (_, count: string) => `${Number((Number(count) * size).toFixed(4))}px`);
}
