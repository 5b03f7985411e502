import type { RunData } from '../../engine/run-types.ts';

/** x0, x1 and the class, from 0. */
export type OwnPoint = readonly [number, number, number];

export const mostPoints = 1000;
/** As many as there are colours and markers to tell apart. */
export const mostClasses = 4;

/** Of one entry: two finite numbers and a class, with commas between them. */
export function pointOf(text: string): OwnPoint | undefined {
  const parts = text.split(/[,;\t]/).map((part) => part.trim());
  const [x0, x1, label] = parts.map((part) => (part === '' ? Number.NaN : Number(part)));
  if (parts.length !== 3 || x0 === undefined || x1 === undefined || label === undefined) return undefined;
  if (!Number.isFinite(x0) || !Number.isFinite(x1)) return undefined;
  return Number.isInteger(label) && label >= 0 && label < mostClasses ? [x0, x1, label] : undefined;
}

/** As the attribute holds them. */
export function listOf(points: readonly OwnPoint[]): string {
  return points.map(([x0, x1, label]) => `${rounded(x0)},${rounded(x1)},${label}`).join(';');
}

export type CsvReading = { readonly points: readonly OwnPoint[] } | { readonly wrongLine: number; readonly text: string } | { readonly tooMany: number } | { readonly empty: true };

/** One point a line: x0, x1, class. The first line may name the columns. */
export function pointsOfCsv(csv: string): CsvReading {
  const lines = csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((text, i) => ({ text, number: i + 1 }))
    .filter(({ text }) => text.trim() !== '');
  const first = lines[0];
  if (first && pointOf(first.text) === undefined && /\p{L}/u.test(first.text)) lines.shift();
  const points: OwnPoint[] = [];
  for (const { text, number } of lines) {
    const point = pointOf(text);
    if (!point) return { wrongLine: number, text: text.slice(0, 60) };
    points.push(point);
  }
  if (points.length === 0) return { empty: true };
  return points.length > mostPoints ? { tooMany: points.length } : { points };
}

export function runDataOf(points: readonly OwnPoint[]): RunData {
  return {
    kind: 'points',
    x0: Float32Array.from(points, ([x0]) => x0),
    x1: Float32Array.from(points, ([, x1]) => x1),
    labels: Uint8Array.from(points, ([, , label]) => label),
  };
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(4)));
}
