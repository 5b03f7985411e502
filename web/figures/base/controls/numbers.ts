// Numbers as a reader sees and sets them.

/** `digits` significant digits, trailing zeros dropped, a true minus sign: −0.0345876451, 1.2e+26; very small and very large ones by a power of ten. */
export function written(value: number, digits = 9): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  const rounded = Number(value.toPrecision(digits));
  const magnitude = Math.abs(rounded);
  const plain = rounded === 0 || (magnitude >= 1e-5 && magnitude < 10 ** Math.max(6, digits));
  // Without a number of digits, toExponential writes as many as there are.
  return (plain ? String(rounded) : rounded.toExponential()).replaceAll('-', '−');
}

/** As Python and C++ write a number so that it is not taken for an integer: 1.0. */
export function floatLiteral(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? value.toFixed(1) : String(value);
}

/** 0.9513 as 95.13%, with a true minus sign. */
export function percent(share: number, digits = 2): string {
  return `${(100 * share).toFixed(digits).replace('-', '−')}%`;
}

/** With so many digits after the point, and a true minus sign. */
export function decimals(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return text.replace('-', Number(text) === 0 ? '' : '−');
}

export { counted } from '../../../i18n/plural.ts';

/** The largest of 1, 2 and 5 times a power of ten that is at most `size`. */
export function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size) + 1e-9);
  const factor = [5, 2, 1].find((each) => each * power <= size * (1 + 1e-9)) ?? 1;
  return Number((factor * power).toPrecision(1));
}

/** The multiple of `step` (1, 2 or 5 times a power of ten) nearest to `value`, without the noise of binary fractions. */
export function snapped(value: number, step: number): number {
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const nearest = Math.round(value / step) * step;
  return Number(nearest.toFixed(Math.min(100, decimals))) + 0;
}

/** Where `value` lies on a slider of 0 … 1 that is even in the logarithm. */
export function logPosition(value: number, lowest: number, highest: number): number {
  if (!(value > lowest)) return 0;
  return Math.min(1, Math.log(value / lowest) / Math.log(highest / lowest));
}

/** The value at that place, to two significant digits. */
export function logValue(position: number, lowest: number, highest: number): number {
  return Number((lowest * (highest / lowest) ** position).toPrecision(2));
}
