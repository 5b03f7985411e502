import { contours } from 'd3-contour';
import { mix } from './colour.ts';
import { blended, cssColour } from './colour-table.ts';
import type { DrawContext, DrawPath } from './draw-context.ts';
import { finished } from './finished.ts';
import type { DrawTheme } from './theme.ts';
import { ticks } from './ticks.ts';
import { clipToPlot, type GridExtent, pixelX, pixelY, type View } from './view.ts';

/** Rings of constant value, in data units, found once and drawn often. */
export interface ContourSet {
  readonly levels: readonly number[];
  /** For each level the rings around all that is at or above it: interleaved x, y; holes are rings too. */
  readonly rings: readonly (readonly Float64Array[])[];
  /** The rings around all that has a finite value; undefined where that is the whole extent. */
  readonly defined: readonly Float64Array[] | undefined;
}

/** A larger ratio of spread to typical height is read as spanning decades. */
const decadesRatio = 12;

/**
 * About `count` heights, none at or below the lowest value: equal round steps, or, where most values lie far nearer to the
 * lowest than the highest does, steps of 1-2-5 (or of 1-10) times powers of ten above the lowest. Values that are not finite are passed over.
 */
export function contourLevels(values: ArrayLike<number>, count = 12): number[] {
  const finite = Float64Array.from(values)
    .filter((value) => Number.isFinite(value))
    .sort();
  const lowest = finite[0];
  const highest = finite[finite.length - 1];
  if (lowest === undefined || highest === undefined || !(highest > lowest)) return [];
  const median = finite[finite.length >> 1] as number;
  if (highest - lowest <= decadesRatio * (median - lowest)) return ticks([lowest, highest], count).filter((level) => level > lowest && level < highest);

  const nearest = Math.max((finite[Math.floor(finite.length / 100)] as number) - lowest, (highest - lowest) * 1e-6);
  const [first, last] = [Math.floor(Math.log10(nearest)), Math.ceil(Math.log10(highest - lowest))];
  const factors = (last - first) * 3 <= 1.5 * count ? [1, 2, 5] : (last - first) * 2 <= 1.5 * count ? [1, 3] : [1];
  const levels: number[] = [];
  for (let power = first; power <= last; power++) {
    for (const factor of factors) levels.push(lowest + factor * 10 ** power);
  }
  return levels.filter((level) => level > lowest && level < highest);
}

export function findContours(values: Float64Array | Float32Array, extent: GridExtent, levels: readonly number[] = contourLevels(values)): ContourSet {
  return finished(contourWork(values, extent, levels));
}

/** The same, level by level: yields the share that is done. */
export function* contourWork(values: Float64Array | Float32Array, extent: GridExtent, levels: readonly number[]): Generator<number, ContourSet> {
  const { columns, rows, x, y } = extent;
  if (values.length !== columns * rows) throw new RangeError(`values: ${values.length} given for a grid of ${columns} × ${rows}`);
  const generator = contours().size([columns, rows]);
  // d3-contour puts sample i at i + ½.
  const stepX = (x[1] - x[0]) / Math.max(1, columns - 1);
  const stepY = (y[1] - y[0]) / Math.max(1, rows - 1);
  // A typed array is as good as the plain one that the types ask for.
  const samples = values as unknown as number[];
  const ringsAt = (level: number) =>
    generator.contour(samples, level).coordinates.flatMap((polygon) =>
      polygon.map((ring) => {
        const points = new Float64Array(2 * ring.length);
        ring.forEach(([column = 0, row = 0], i) => {
          points[2 * i] = x[0] + (column - 0.5) * stepX;
          points[2 * i + 1] = y[0] + (row - 0.5) * stepY;
        });
        return points;
      }),
    );
  const rings: Float64Array[][] = [];
  for (const level of levels) {
    rings.push(ringsAt(level));
    yield rings.length / (levels.length + 1);
  }
  return { levels, rings, defined: values.every(Number.isFinite) ? undefined : ringsAt(-Number.MAX_VALUE) };
}

/**
 * The hues of viridis from the lowest to the highest, so pale or so dark that each walk stands out from all of them by 4.5 : 1 (ground.test.ts). What tells
 * heights from the back of a classroom are the lines.
 */
const [lightGround, darkGround] = [blended(['#e3def5', '#d8e5f4', '#d6ece6', '#e0f2d4', '#f8f5c6']), blended(['#2b1a44', '#202f50', '#15404a', '#1c4636', '#42431a'])];
/** How much ink a line mixes into the band above it, and how wide it is, in pixels. */
const [usualLine, mainLine] = [
  { share: 0.36, width: 1 },
  { share: 0.6, width: 1.5 },
] as const;
/** A main line comes after so many. */
const mainStride = 5;

/** Bands from the lowest (darker, violet) to the highest (lighter, yellow), each with a line below it, every fifth a stronger one; nothing where there is no finite value. */
export function drawContours(context: DrawContext, view: View, set: ContourSet, theme: DrawTheme): void {
  const ground = theme.dark ? darkGround : lightGround;
  const band = (i: number) => cssColour(ground, set.levels.length === 0 ? 0 : i / set.levels.length);
  const { left, top, width, height } = view.plot;
  clipToPlot(context, view, () => {
    context.fillStyle = band(0);
    context.beginPath();
    if (set.defined) for (const ring of set.defined) tracePolygon(context, view, ring);
    else context.rect(left, top, width, height);
    context.fill('evenodd');
    set.rings.forEach((rings, i) => {
      context.beginPath();
      for (const ring of rings) tracePolygon(context, view, ring);
      context.fillStyle = band(i + 1);
      context.fill('evenodd');
      const { share, width } = (i + 1) % mainStride === 0 ? mainLine : usualLine;
      context.lineWidth = width;
      context.strokeStyle = mix(band(i + 1), theme.ink, share);
      context.stroke();
    });
  });
}

/** Adds a ring of a contour to a path. */
export function tracePolygon(path: DrawPath, view: View, ring: Float64Array): void {
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const [px, py] = [pixelX(view, ring[i] as number), pixelY(view, ring[i + 1] as number)];
    if (i === 0) path.moveTo(px, py);
    else path.lineTo(px, py);
  }
  path.closePath();
}
