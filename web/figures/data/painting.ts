import type { Pixel } from './pixels.ts';
import { type Pen, type State, side } from './state.ts';

/** The pixels that are painted, by their numbers. */
export type Paint = Pick<State, 'ink' | 'paper'>;

/** What a painted pixel is. */
export const values = { ink: 255, paper: 0 };

/** With the pixels `at` painted, or as they were. */
export function paintedWith({ ink, paper }: Paint, at: readonly number[], pen: Pen): Paint {
  const others = (list: readonly number[]) => list.filter((pixel) => !at.includes(pixel));
  const kept = (list: readonly number[], own: Pen) => (pen === own ? [...others(list), ...at] : others(list));
  return { ink: kept(ink, 'ink'), paper: kept(paper, 'paper') };
}

/** As attributes. */
export function paintAttributes({ ink, paper }: Paint): Readonly<Record<'ink' | 'paper', string | null>> {
  return { ink: ink.join(',') || null, paper: paper.join(',') || null };
}

/** A digit with paint on it. */
export function paintOn(original: Uint8Array, { ink, paper }: Paint): Uint8Array {
  const pixels = original.slice();
  for (const pixel of ink) pixels[pixel] = values.ink;
  for (const pixel of paper) pixels[pixel] = values.paper;
  return pixels;
}

/** The numbers of the pixels that are not what they were. Ink on a pixel of 255 changes nothing. */
export function changedPixels(original: Uint8Array, pixels: Uint8Array): number[] {
  return [...original.keys()].filter((pixel) => original[pixel] !== pixels[pixel]);
}

/** The numbers of the pixels on a straight line, with both ends. */
export function lineBetween(from: Pixel, to: Pixel): number[] {
  const [rows, columns] = [to.row - from.row, to.column - from.column];
  const steps = Math.max(1, Math.abs(rows), Math.abs(columns));
  const along = Array.from({ length: steps + 1 }, (_, k) => Math.round(from.row + (rows * k) / steps) * side + Math.round(from.column + (columns * k) / steps));
  return [...new Set(along)];
}
