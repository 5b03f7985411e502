import { parseColour } from './colour.ts';
import { type ColourTable, colourTable } from './colour-table.ts';
import type { DrawContext } from './draw-context.ts';
import { heightAt } from './height-field.ts';
import { rangeOf } from './range.ts';
import { fraction, isNearer, nearSides, type Project, type Relief, tallest } from './relief-projection.ts';
import type { DrawTheme } from './theme.ts';
import type { Range } from './view.ts';

/** A place of the plane. What lies nearer to the eye than it, in both directions of the grid, is taken away. */
export interface Cut {
  readonly x: number;
  readonly y: number;
}

export function drawPatches(context: DrawContext, theme: DrawTheme, relief: Relief, project: Project, cut?: Cut): void {
  const { extent, values } = relief;
  const { columns, rows } = extent;
  const heights = rangeOf(values);
  // Patches end at the cut: one column and one row of the grid move to it.
  const [movedColumn, movedRow] = [movedPlace(extent.x, columns, cut?.x), movedPlace(extent.y, rows, cut?.y)];
  const [across, up] = [places(extent.x, columns, movedColumn, cut?.x), places(extent.y, rows, movedRow, cut?.y)];
  const [tall, xs, ys] = [new Float64Array(columns * rows), new Float64Array(columns * rows), new Float64Array(columns * rows)];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const i = r * columns + c;
      tall[i] = c === movedColumn || r === movedRow ? heightAt(relief, across[c] as number, up[r] as number) : (values[i] as number);
      const { x, y } = project(across[c] as number, up[r] as number, tall[i] as number);
      xs[i] = x;
      ys[i] = y;
    }
  }
  const near = nearSides(extent, project);
  const isOpen = (c: number, r: number) =>
    cut !== undefined &&
    isNearer(cut.x, near.x, ((across[c] as number) + (across[c + 1] as number)) / 2) &&
    isNearer(cut.y, near.y, ((up[r] as number) + (up[r + 1] as number)) / 2);
  const paint = painter(theme, colourTable('viridis'));
  const kept = keptPaints(relief, theme);
  const steepness = (tallest * (columns - 1)) / (4 * (heights[1] - heights[0] || 1));
  const paintOf = (c: number, r: number, i: number) => {
    const [a, b, d, e] = [tall[i] as number, tall[i + 1] as number, tall[i + columns + 1] as number, tall[i + columns] as number];
    if (!Number.isFinite(a + b + d + e)) return undefined;
    const make = () => paint(fraction(heights, (a + b + d + e) / 4), steepness * (b + d - a - e));
    const atCut = c === movedColumn || c + 1 === movedColumn || r === movedRow || r + 1 === movedRow;
    if (atCut) return make();
    kept[i] ??= make();
    return kept[i];
  };
  context.lineJoin = 'round';
  context.lineWidth = 0.7;
  const columnsInOrder = farFirst(columns - 1, near.x);
  for (const r of farFirst(rows - 1, near.y)) {
    for (const c of columnsInOrder) {
      const i = r * columns + c;
      const colours = isOpen(c, r) ? undefined : paintOf(c, r, i);
      if (!colours) continue;
      context.beginPath();
      context.lineTo(xs[i] as number, ys[i] as number);
      context.lineTo(xs[i + 1] as number, ys[i + 1] as number);
      context.lineTo(xs[i + columns + 1] as number, ys[i + columns + 1] as number);
      context.lineTo(xs[i + columns] as number, ys[i + columns] as number);
      context.closePath();
      context.fillStyle = colours.fill;
      context.strokeStyle = colours.line;
      context.fill();
      context.stroke();
    }
  }
}

interface PatchPaint {
  readonly fill: string;
  readonly line: string;
}

const paints = new WeakMap<Relief, { theme: DrawTheme; kept: PatchPaint[] }>();

/** Of the patches of a landscape, those that were painted in this theme: only the ones at the cut change while that is dragged. */
function keptPaints(relief: Relief, theme: DrawTheme): PatchPaint[] {
  let found = paints.get(relief);
  if (found?.theme !== theme) {
    found = { theme, kept: [] };
    paints.set(relief, found);
  }
  return found.kept;
}

/** The place of a grid, not at an end, that moves to a cut; −1 without one. */
function movedPlace(range: Range, count: number, cut: number | undefined): number {
  return cut === undefined ? -1 : Math.min(count - 2, Math.max(1, Math.round(fraction(range, cut) * (count - 1))));
}

/** Evenly from end to end, but the moved one is at the cut. */
function places(range: Range, count: number, moved: number, cut: number | undefined): number[] {
  return Array.from({ length: count }, (_, i) => (i === moved && cut !== undefined ? cut : within(range, i / (count - 1))));
}

/** 0 … count − 1, or the other way round, so that what is farther away comes first: `near` is the side of the eye. */
function farFirst(count: number, near: -1 | 1): number[] {
  const upwards = Array.from({ length: count }, (_, i) => i);
  return near === 1 ? upwards : upwards.reverse();
}

/** Colours of a patch by its height (0 … 1), a little darker where it rises towards growing x: the light comes from there. */
function painter(theme: DrawTheme, table: ColourTable): (height: number, slope: number) => PatchPaint {
  const [page, ink] = [parseColour(theme.background), parseColour(theme.ink)];
  const strength = theme.dark ? 0.75 : 0.55;
  return (height, slope) => {
    const i = 3 * Math.round(255 * Math.min(1, Math.max(0, height)));
    const shade = 1 - 0.16 * (slope / Math.hypot(1, slope));
    const colour = (ofInk: number) => {
      const channel = (k: 0 | 1 | 2) => {
        const full = shade * (page[k] + strength * ((table[i + k] as number) - page[k]));
        return Math.round(Math.min(255, full + ofInk * (ink[k] - full)));
      };
      return `rgb(${channel(0)} ${channel(1)} ${channel(2)})`;
    };
    return { fill: colour(0), line: colour(0.18) };
  };
}

const within = ([lo, hi]: Range, share: number) => lo + share * (hi - lo);
