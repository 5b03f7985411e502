import { html, type TemplateResult } from 'lit';
import type { MarkerShape } from '../../../draw/marker.ts';
import type { SeriesStyle } from '../../../draw/series.ts';

/** The shapes of draw/marker.ts, around (14, 7). */
const shapes: Readonly<Record<MarkerShape, string>> = {
  disc: 'M18 7a4 4 0 1 1-8 0a4 4 0 1 1 8 0z',
  square: 'M10.4 3.4h7.2v7.2h-7.2z',
  triangle: 'M14 1.6l4.7 8.1h-9.4z',
  diamond: 'M14 2l5 5l-5 5l-5-5z',
};

/** A short piece of a series' line with its marker, for a legend. */
export function swatch({ colour, dash, marker }: SeriesStyle): TemplateResult {
  return html`<svg class="swatch" width="28" height="14" viewBox="0 0 28 14" aria-hidden="true">
    <line x1="1" y1="7" x2="27" y2="7" stroke=${colour} stroke-width="2" stroke-dasharray=${dash.join(' ')}></line>
    <path d=${shapes[marker]} fill=${colour}></path>
  </svg>`;
}
