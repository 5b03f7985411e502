import type { View } from '../../draw/view.ts';
import { largestCoordinate, type PointRunData } from '../../engine/protocol/run-types.ts';

/** x0, x1 and the class, from 0. */
export type OwnPoint = readonly [number, number, number];

export const mostPoints = 1000;
/** As many as there are colours and markers to tell apart. */
export const mostClasses = 4;

/** Of one entry of the attribute: two finite numbers and a class, with commas between them. */
export function pointOf(text: string): OwnPoint | undefined {
  const parts = text.split(',').map((part) => part.trim());
  const [x0, x1, label] = parts.map((part) => (part === '' ? Number.NaN : Number(part)));
  if (parts.length !== 3 || x0 === undefined || x1 === undefined || label === undefined) return undefined;
  if (!(Math.abs(x0) <= largestCoordinate && Math.abs(x1) <= largestCoordinate)) return undefined;
  return Number.isInteger(label) && label >= 0 && label < mostClasses ? [x0, x1, label] : undefined;
}

/** As the attribute holds them: with all their digits. */
export function listOf(points: readonly OwnPoint[]): string {
  return points.map((point) => point.join(',')).join(';');
}

/** One a line, for the reader: x0, x1 and what the class is called. */
export function textOf(points: readonly OwnPoint[], names: readonly string[]): string {
  const quoted = (name: string) => (/[",;\t\n]|^[#%]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);
  return points.map(([x0, x1, label]) => `${x0},${x1},${quoted(names[label] ?? String(label))}`).join('\n');
}

/** A place on the canvas with no more digits than a tenth of a pixel needs. */
export function pointAt({ x, y, plot }: View, x0: number, x1: number, label: number): OwnPoint {
  const rounded = (value: number, perPixel: number) => Number(value.toFixed(Math.min(100, Math.max(0, 1 - Math.floor(Math.log10(perPixel))))));
  return [rounded(x0, (x[1] - x[0]) / plot.width), rounded(x1, (y[1] - y[0]) / plot.height), label];
}

/** What all classes that can be painted are called: those that have no name yet are the next numbers. */
export function allNames(names: readonly string[]): string[] {
  const all = [...names];
  for (let number = all.length; all.length < mostClasses; number++) if (!all.includes(String(number))) all.push(String(number));
  return all;
}

/** As the attribute holds them; null for 0, 1 … */
export function namesAttribute(names: readonly string[]): string | null {
  return names.every((name, k) => name === String(k)) ? null : names.map(encodeURIComponent).join(',');
}

/** Of one entry of the attribute. */
export function nameOf(text: string): string | undefined {
  try {
    return decodeURIComponent(text) || undefined;
  } catch {
    return undefined;
  }
}

export function runDataOf(points: readonly OwnPoint[], names: readonly string[]): PointRunData {
  return {
    kind: 'points',
    x0: Float64Array.from(points, ([x0]) => x0),
    x1: Float64Array.from(points, ([, x1]) => x1),
    labels: Uint8Array.from(points, ([, , label]) => label),
    names: allNames(names),
  };
}

/** The points of a file or a text. */
export function ownPointsOf({ x0, x1, labels }: PointRunData): OwnPoint[] {
  return Array.from(labels, (label, i) => [x0[i] as number, x1[i] as number, label] as const);
}
