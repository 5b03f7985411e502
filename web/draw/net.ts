import { colourTable, cssColour } from './colour-table.ts';
import type { DrawTheme } from './theme.ts';
import type { Rect } from './view.ts';

// A net as nodes and the lines between them; layers follow one another to the right, or on a narrow page downwards.

export type Direction = 'right' | 'down';

/** From one node to another. The value is what it carries: its width tells how much, its colour and dashes the sign. */
export interface Link {
  readonly from: Rect;
  readonly to: Rect;
  readonly value: number;
}

const thinnest = 1;
const thickest = 6;
const negativeDash = [7, 4];

/** In pixels: 1 at 0, 6 from ±`full` on. */
export function linkWidth(value: number, full: number): number {
  return thinnest + (thickest - thinnest) * Math.min(1, Math.abs(value) / full);
}

/** The ends of the diverging map, as readable lines. */
export function signColour(theme: DrawTheme, value: number): string {
  return cssColour(colourTable(theme.dark ? 'diverging-dark' : 'diverging-light'), value < 0 ? 0.14 : 0.86);
}

/** The places of the `count` values farthest from 0, the farthest first. */
export function strongest(values: ArrayLike<number>, count: number): number[] {
  return Array.from(values, (value, at) => ({ at, size: Math.abs(value) }))
    .sort((a, b) => b.size - a.size || a.at - b.at)
    .slice(0, count)
    .map(({ at }) => at);
}

/** A point of the line between two nodes that goes to the right: at 0 the middle of the one, at 1 the near edge of the other. */
export function pointOnLink(from: Rect, to: Rect, at: number): readonly [x: number, y: number] {
  const [x0, y0] = [from.left + from.width / 2, from.top + from.height / 2];
  const [x1, y1] = [to.left, to.top + to.height / 2];
  return [x0 + (x1 - x0) * (1.5 * at * (1 - at) + at ** 3), y0 + (y1 - y0) * at * at * (3 - 2 * at)];
}

/** From the middle of one node to the near edge of the other; the strongest lie on top. `full`: of the widest line. */
export function drawLinks(context: CanvasRenderingContext2D, theme: DrawTheme, direction: Direction, links: readonly Link[], full: number): void {
  context.save();
  for (const { from, to, value } of links.toSorted((a, b) => Math.abs(a.value) - Math.abs(b.value))) {
    const [x0, y0] = [from.left + from.width / 2, from.top + from.height / 2];
    const [x1, y1] = direction === 'right' ? [to.left, to.top + to.height / 2] : [to.left + to.width / 2, to.top];
    context.beginPath();
    context.moveTo(x0, y0);
    if (direction === 'right') context.bezierCurveTo((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1);
    else context.bezierCurveTo(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2, x1, y1);
    context.strokeStyle = signColour(theme, value);
    context.lineWidth = linkWidth(value, full);
    context.setLineDash(value < 0 ? negativeDash : []);
    context.stroke();
  }
  context.restore();
}

/** Every node of one layer with every node of the next, as one pale surface. `light`: how far a gleam has come on its way through it, 0 … 1. */
export function drawFan(context: CanvasRenderingContext2D, theme: DrawTheme, direction: Direction, from: Rect, to: Rect, light?: number): void {
  const corners = fanCorners(direction, from, to);
  const [first, last] = direction === 'right' ? [from.left + from.width, to.left] : [from.top + from.height, to.top];
  context.save();
  context.beginPath();
  corners.forEach(([x, y], i) => {
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  context.closePath();
  context.globalAlpha = 0.45;
  context.fillStyle = theme.grid;
  context.fill();
  if (light !== undefined && light > 0 && light < 1) {
    context.clip();
    context.globalAlpha = 0.55;
    const at = first + light * (last - first);
    const reach = 0.35 * (last - first);
    const gleam = direction === 'right' ? context.createLinearGradient(at - reach, 0, at, 0) : context.createLinearGradient(0, at - reach, 0, at);
    gleam.addColorStop(0, 'transparent');
    gleam.addColorStop(1, theme.accent2);
    context.fillStyle = gleam;
    if (direction === 'right') context.fillRect(at - reach, 0, reach, context.canvas.height);
    else context.fillRect(0, at - reach, context.canvas.width, reach);
  }
  context.restore();
}

/** The edge of one layer that faces the next, and that of the next. */
function fanCorners(direction: Direction, from: Rect, to: Rect): readonly (readonly [number, number])[] {
  if (direction === 'right') {
    const [x0, x1] = [from.left + from.width, to.left];
    return [
      [x0, from.top],
      [x1, to.top],
      [x1, to.top + to.height],
      [x0, from.top + from.height],
    ];
  }
  const [y0, y1] = [from.top + from.height, to.top];
  return [
    [from.left, y0],
    [to.left, y1],
    [to.left + to.width, y1],
    [from.left + from.width, y0],
  ];
}
