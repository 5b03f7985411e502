import { scaleLinear, scaleLog } from 'd3-scale';
import type { Range } from './view.ts';

/** Round values within the range; powers of ten only where a log scale spans more than two decades. */
export function ticks(range: Range, count: number, scale: 'linear' | 'log' = 'linear'): number[] {
  if (scale === 'linear') return scaleLinear().domain(range).ticks(count);
  const all = scaleLog().domain(range).ticks(count);
  const powers = all.filter((tick) => Number.isInteger(Math.round(Math.log10(tick) * 1e9) / 1e9));
  const fewest = powers.length >= 2 ? powers : all;
  const stride = Math.max(1, Math.ceil(fewest.length / Math.max(1, count)));
  return fewest.filter((_, i) => i % stride === 0);
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
