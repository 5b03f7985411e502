import { type Draped, pixelAt, traceDraped } from '../../draw/draped.ts';
import { type HeightField, heightAt } from '../../draw/height-field.ts';
import { traceMarker } from '../../draw/marker.ts';
import type { TerrainColours, Valley } from '../../draw/terrain-colours.ts';
import { project, type TerrainView } from '../../draw/terrain-view.ts';
import { type DrawTheme, fontOf } from '../../draw/theme.ts';
import type { Point } from '../base/state/reading.ts';

const pathWidth = 2.5;
const casing = 1.5;
const ghost = 0.4;
const behind = 0.22;

export interface ShownWalk {
  readonly draped: Draped;
  readonly valley: number;
  /** How many steps of it are seen; undefined before it has begun. */
  readonly steps: number | undefined;
  /** Another one is meant. */
  readonly ghost: boolean;
}

/** The walks, the latest on top, and where each of them is. */
export function drawWalks(context: CanvasRenderingContext2D, walks: readonly ShownWalk[], colours: TerrainColours, theme: DrawTheme): void {
  const begun = walks.filter((walk): walk is ShownWalk & { steps: number } => walk.steps !== undefined);
  context.save();
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const walk of begun) drawPath(context, walk, valleyOf(colours, walk.valley).colour, theme);
  for (const walk of begun) drawBall(context, walk, valleyOf(colours, walk.valley).colour, theme);
  context.restore();
}

/** A walk of one who is blind: no hue tells where it goes. */
export function drawBlindWalk(context: CanvasRenderingContext2D, walk: ShownWalk & { steps: number }, theme: DrawTheme): void {
  context.save();
  context.lineJoin = 'round';
  context.lineCap = 'round';
  drawPath(context, walk, theme.ink, theme);
  drawBall(context, walk, theme.ink, theme);
  context.restore();
}

function drawPath(context: CanvasRenderingContext2D, { draped, steps, ghost: isGhost }: ShownWalk & { steps: number }, colour: string, theme: DrawTheme): void {
  const strength = isGhost ? ghost : 1;
  const line = (hidden: boolean, style: string, width: number, alpha: number) => {
    context.beginPath();
    traceDraped(context, draped, steps, hidden);
    context.globalAlpha = alpha;
    context.strokeStyle = style;
    context.lineWidth = width;
    context.stroke();
  };
  line(true, colour, pathWidth - 0.5, behind * strength);
  line(false, theme.background, pathWidth + 2 * casing, strength);
  line(false, colour, pathWidth, strength);
  // Each step, so that it is seen to be steps.
  context.beginPath();
  for (let step = 0; step <= steps; step++) {
    const at = pixelAt(draped, step);
    if (!at.hidden) traceMarker(context, 'disc', at.x, at.y, step === 0 ? 3.6 : 2.6);
  }
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = 1;
}

/** Where it is now: a ball with a light on it while it rolls. */
function drawBall(context: CanvasRenderingContext2D, { draped, steps, ghost: isGhost }: ShownWalk & { steps: number }, colour: string, theme: DrawTheme): void {
  const last = draped.at.at(-1) ?? 0;
  if (steps >= last) return;
  const { x, y, hidden } = pixelAt(draped, steps);
  context.globalAlpha = hidden ? 0.45 : isGhost ? ghost : 1;
  context.beginPath();
  traceMarker(context, 'disc', x, y, 6);
  context.fillStyle = colour;
  context.strokeStyle = theme.background;
  context.lineWidth = casing;
  context.fill();
  context.stroke();
  context.globalAlpha = 1;
}

/** The four ends, each with its mark and its coordinates; they are seen through what stands before them. */
export function drawEnds(
  context: CanvasRenderingContext2D,
  view: TerrainView,
  field: HeightField,
  minima: readonly Point[],
  colours: TerrainColours,
  theme: DrawTheme,
  names: readonly string[],
): void {
  context.save();
  context.font = fontOf({ ...theme, fontSize: theme.fontSize * 1.02 });
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  minima.forEach((at, i) => {
    const { marker, colour } = valleyOf(colours, i);
    const { x, y } = project(view, at[0], at[1], heightAt(field, at[0], at[1]));
    context.beginPath();
    traceMarker(context, marker, x, y, 7.5);
    context.fillStyle = colour;
    context.strokeStyle = theme.background;
    context.lineWidth = 2 * casing;
    context.stroke();
    context.fill();
    const name = names[i] ?? '';
    const half = context.measureText(name).width / 2 + 3;
    const middle = Math.min(view.size.width - half, Math.max(half, x));
    context.lineWidth = 4;
    context.strokeText(name, middle, y + 12);
    context.fillStyle = theme.ink;
    context.fillText(name, middle, y + 12);
  });
  context.restore();
}

export interface Ring {
  readonly at: { readonly x: number; readonly y: number };
  readonly focused: boolean;
  /** What to do there; '' once it has been done. */
  readonly cue: string;
}

/** Where the next walker starts. */
export function drawRing(context: CanvasRenderingContext2D, { at, focused, cue }: Ring, theme: DrawTheme): void {
  context.save();
  const circle = (radius: number) => {
    context.beginPath();
    context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  };
  circle(focused ? 15 : 11);
  context.lineWidth = focused ? 3 : 2;
  context.strokeStyle = theme.background;
  context.lineWidth += 2;
  context.stroke();
  context.lineWidth -= 2;
  context.strokeStyle = theme.ink;
  context.stroke();
  if (cue) drawCue(context, at, cue, theme);
  context.restore();
}

/** A flag beside the ring. */
function drawCue(context: CanvasRenderingContext2D, { x, y }: Ring['at'], cue: string, theme: DrawTheme): void {
  context.font = fontOf({ ...theme, fontSize: theme.fontSize * 1.05 });
  const [padding, height] = [9, 2 * theme.fontSize];
  const width = context.measureText(cue).width + 2 * padding;
  const [left, top] = [x - width / 2, y - 22 - height];
  context.beginPath();
  context.roundRect(left, top, width, height, 5);
  context.moveTo(x - 6, top + height - 0.5);
  context.lineTo(x, top + height + 7);
  context.lineTo(x + 6, top + height - 0.5);
  context.fillStyle = theme.ink;
  context.fill();
  context.fillStyle = theme.background;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(cue, x, top + height / 2 + 1);
}

const valleyOf = (colours: TerrainColours, valley: number): Valley => colours.valleys[valley] as Valley;
