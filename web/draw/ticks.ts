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
