import { ticks as roundValues } from 'd3-array';
import type { Range } from './view.ts';

/** About `count` round values within the range. On a log scale 1, 2 and 5 times powers of ten, or powers of ten alone where those were too many. */
export function ticks(range: Range, count: number, scale: 'linear' | 'log' = 'linear'): number[] {
  if (scale === 'linear') return roundValues(...range, count);
  const fine = timesPowersOfTen([1, 2, 5], range);
  if (fine.length < 2) return roundValues(...range, count);
  if (fine.length <= 1.5 * count) return fine;
  const powers = timesPowersOfTen([1], range);
  const few = powers.length >= 2 ? powers : fine;
  const stride = Math.ceil(few.length / Math.max(1, count));
  return few.filter((_, i) => i % stride === 0);
}

function timesPowersOfTen(factors: readonly number[], [lo, hi]: Range): number[] {
  const values: number[] = [];
  // A double has no other powers.
  const last = Math.min(308, Math.floor(Math.log10(hi)));
  for (let power = Math.max(-323, Math.floor(Math.log10(lo))); power <= last; power++) {
    for (const factor of factors) values.push(Number(`${factor}e${power}`));
  }
  return values.filter((value) => value >= lo && value <= hi);
}

/** For an axis on which a number that is not whole tells nothing. */
export function wholeTick(value: number): string {
  return Number.isInteger(value) ? formatTick(value) : '';
}

const superscripts: Record<string, string> = { '-': '⁻', '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹' };

/** What each of a row of ticks is called: as short as can be, with as many digits as tell it from the next. */
export function formatTicks(values: readonly number[]): string[] {
  const short = values.map(formatTick);
  if (new Set(short).size === values.length || values.length < 2) return short;
  const step = Math.min(...values.slice(1).map((value, i) => Math.abs(value - (values[i] as number))));
  const decimals = Math.max(0, Math.min(100, -Math.floor(Math.log10(step) + 1e-9)));
  const largest = Math.max(...values.map(Math.abs));
  if (largest < 1e15) return values.map((value) => value.toFixed(decimals).replace('-', '−'));
  return values.map((value) => value.toPrecision(17).replace('-', '−'));
}

/** As short as it can be told: 0.25, −2, 3×10⁶; a true minus sign. */
export function formatTick(value: number): string {
  if (value === 0) return '0';
  const magnitude = Math.abs(value);
  if (magnitude >= 1e-3 && magnitude < 1e5) return String(Number(value.toPrecision(6))).replace('-', '−');
  const [mantissa = '', exponent = ''] = value.toExponential(6).split('e');
  const factor = Number(mantissa);
  const power = `10${[...exponent.replace('+', '')].map((c) => superscripts[c]).join('')}`;
  if (factor === 1) return power;
  if (factor === -1) return `−${power}`;
  return `${String(Number(factor.toPrecision(3))).replace('-', '−')}×${power}`;
}
