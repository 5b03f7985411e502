import { html, type TemplateResult } from 'lit';
import { seriesStyle } from '../../draw/series.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import type { DerivativeErrors } from '../../engine/api/api.ts';
import type { DerivativeStrings } from '../../i18n/derivative.ts';
import { written } from '../base/controls/numbers.ts';
import { swatch } from '../base/controls/swatch.ts';
import { bestSteps, type Numbers } from './compute.ts';

/** The exact slope, the numerical one, and the error; empty until they are computed. */
export function slopesTable(words: DerivativeStrings, theme: DrawTheme, errors: DerivativeErrors | undefined, numbers: Numbers | undefined): TemplateResult {
  const row = (name: string | TemplateResult, value: number | undefined, digits: number) =>
    html`<tr><th scope="row">${name}</th><td>${value === undefined ? '' : written(value, digits)}</td></tr>`;
  return html`<div><table class="read-out slopes">
    <thead>
      <tr><td></td><th scope="col">${words.slope}</th></tr>
    </thead>
    <tbody>
      ${row(html`${swatch(seriesStyle(theme, 0))} ${words.tangent}`, errors?.exact, 16)} ${row(html`${swatch(seriesStyle(theme, 1))} ${words.secant}`, numbers?.slope, 16)}
      ${row(words.error, numbers?.error.float64, 3)}
    </tbody>
  </table></div>`;
}

/** The best h by theory, and the smallest error that was measured, for each precision. */
export function bestTable(words: DerivativeStrings, theme: DrawTheme, errors: DerivativeErrors | undefined): TemplateResult {
  const best = errors && bestSteps(errors);
  const row = (series: number, precision: 'float64' | 'float32', measured: { readonly h: number; readonly error: number } | undefined) => {
    const step = best?.[precision];
    const least = measured && Number.isFinite(measured.error) ? `${written(measured.error, 2)} (${words.at(written(measured.h, 2))})` : '–';
    return html`<tr><th scope="row">${swatch(seriesStyle(theme, series))} ${precision}</th><td>${step ? written(step.h, 2) : '–'}</td><td>${least}</td></tr>`;
  };
  return html`<div><table class="read-out best">
    <thead>
      <tr><td></td><th scope="col">${words.best}</th><th scope="col">${words.measured}</th></tr>
    </thead>
    <tbody>
      ${row(0, 'float64', errors?.best64)} ${row(1, 'float32', errors?.best32)}
    </tbody>
  </table></div>`;
}
