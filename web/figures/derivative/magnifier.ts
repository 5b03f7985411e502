import { html, type TemplateResult } from 'lit';
import type { Scheme, Secant } from '../../engine/api/api.ts';

const significant = 17;

/** Two numbers in all digits that a float64 has, parted into those that subtraction cancels and the others. */
export interface Cancelled {
  readonly same: string;
  readonly rests: readonly [string, string];
}

export function cancelled([a, b]: readonly [number, number]): Cancelled {
  const magnitude = Math.max(Math.abs(a), Math.abs(b));
  const decimals = Math.min(100, Math.max(0, significant - 1 - (magnitude > 0 ? Math.floor(Math.log10(magnitude)) : 0)));
  const [one, other] = [a, b].map((value) => value.toFixed(decimals).replace('-', '−')) as [string, string];
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return { same: one.slice(0, length), rests: [one.slice(length), other.slice(length)] };
}

const places: Readonly<Record<Scheme, readonly [string, string]>> = { central: ['x − h', 'x + h'], forward: ['x', 'x + h'], backward: ['x − h', 'x'] };

/** The two values of f that are subtracted, the upper one first. */
export function magnifier(caption: string, scheme: Scheme, secant: Secant | undefined): TemplateResult {
  const { same, rests } = cancelled(secant?.value ?? [Number.NaN, Number.NaN]);
  const row = (i: 0 | 1) => html`<div><dt><var>f</var>(${places[scheme][i]})</dt><dd><span class="same">${same}</span><strong>${rests[i]}</strong></dd></div>`;
  return html`<div class="magnifier">
    <dl>${secant ? [row(1), row(0)] : ''}</dl>
    <p class="label">${caption}</p>
  </div>`;
}
