import { mix } from '../../draw/colour.ts';
import { colourTable, greyTable } from '../../draw/colour-table.ts';
import { commitTiles, createTileSheet, drawPixels, drawTile, type TileSheet, writeTile } from '../../draw/image.ts';
import { type Direction, drawFan, drawLinks, linkWidth, signColour, strongest } from '../../draw/net.ts';
import { type DrawTheme, fontOf } from '../../draw/theme.ts';
import type { Rect } from '../../draw/view.ts';
import type { Flow, UnitNumbers } from './compute.ts';
import { hiddenSize, outputs, side } from './state.ts';
import type { Voice } from './voices.ts';

/** Of W1, at the ends of the colours; the same for every net, so that an untrained one is seen to be pale. */
export const weightRange = [-0.4, 0.4] as const;
/** The contribution of the widest line, for every digit and net. */
const fullContribution = 1.2;
/** At rest; more would be a tangle. */
const mostLinks = 20;
const barHeight = 4;

/** Where everything lies, in the canvas's own pixels. */
export interface NetPlaces {
  readonly direction: Direction;
  readonly picture: Rect;
  /** Of each hidden unit: a square image, and below it the bar of its z. */
  readonly units: readonly Rect[];
  readonly outputs: readonly Rect[];
}

export interface NetPicture {
  /** 0 … 1 for each pixel. */
  readonly x: Float32Array;
  readonly flow: Flow;
  /** The weights of each hidden unit as an image. */
  readonly sheet: TileSheet;
  /** What each hidden unit says for the output that is listened to; drawn once the reader has pointed at one. */
  readonly voices: readonly Voice[] | undefined;
  readonly guess: number | undefined;
  readonly open: { readonly unit: number; readonly numbers: UnitNumbers } | undefined;
  /** That is spelled out. */
  readonly output: number;
  /** How far the digit has come on its way, 0 … 1. */
  readonly light: number;
}

/** All of W1, an image for each hidden unit. */
export function weightSheet(theme: DrawTheme, W1: Float32Array): TileSheet {
  const sheet = createTileSheet(hiddenSize, side);
  for (let unit = 0; unit < hiddenSize; unit++) writeTile(sheet, unit, W1, divergingTable(theme), weightRange, unit, hiddenSize);
  commitTiles(sheet);
  return sheet;
}

export function divergingTable(theme: DrawTheme) {
  return colourTable(theme.dark ? 'diverging-dark' : 'diverging-light');
}

export function drawNet(context: CanvasRenderingContext2D, theme: DrawTheme, places: NetPlaces, picture: NetPicture): void {
  const { direction } = places;
  const { light } = picture;
  const hidden = around(places.units);
  drawFan(context, theme, direction, places.picture, hidden, part(light, 0.05, 0.45));
  drawFan(context, theme, direction, hidden, around(places.outputs), part(light, 0.5, 0.9));
  drawPicture(context, theme, places.picture, picture.x);
  drawLines(context, theme, places, picture);
  places.units.forEach((rect, unit) => {
    drawUnit(context, theme, rect, unit, picture);
  });
  places.outputs.forEach((rect, k) => {
    drawOutput(context, theme, rect, k, places, picture);
  });
}

function drawPicture(context: CanvasRenderingContext2D, theme: DrawTheme, rect: Rect, x: Float32Array): void {
  drawPixels(context, rect, x, greyTable(theme.background, theme.ink), [0, 1]);
  context.strokeStyle = mix(theme.background, theme.muted, 0.55);
  context.lineWidth = 1;
  context.strokeRect(rect.left + 0.5, rect.top + 0.5, rect.width - 1, rect.height - 1);
}

/** Behind the hidden units, so that their images stay clear. */
function drawLines(context: CanvasRenderingContext2D, theme: DrawTheme, { direction, units, outputs: ends }: NetPlaces, { voices, open, output, light }: NetPicture): void {
  if (light < 1) return;
  const link = (unit: number, k: number, value: number) => ({ from: square(units[unit] as Rect), to: ends[k] as Rect, value });
  const contributions = voices?.map(({ contribution }) => contribution) ?? [];
  const links = open
    ? Array.from(open.numbers.contributions, (value, k) => link(open.unit, k, value))
    : strongest(contributions, mostLinks).map((unit) => link(unit, output, contributions[unit] as number));
  drawLinks(context, theme, direction, links, fullContribution);
}

function drawUnit(context: CanvasRenderingContext2D, theme: DrawTheme, rect: Rect, unit: number, { sheet, flow, open, voices, guess, light }: NetPicture): void {
  const image = square(rect);
  const awake = (flow.z[unit] as number) * easedPart(light, 0.4, 0.55);
  const dimmed = open !== undefined && open.unit !== unit;
  context.save();
  context.globalAlpha = dimmed ? 0.15 : 1;
  context.imageSmoothingEnabled = false;
  if (!dimmed) {
    context.fillStyle = theme.background;
    context.fillRect(image.left, image.top, image.width, image.height);
  }
  drawTile(context, sheet, unit, image);
  context.strokeStyle = mix(theme.background, theme.muted, 0.4);
  context.lineWidth = 1;
  context.strokeRect(image.left + 0.5, image.top + 0.5, image.width - 1, image.height - 1);
  context.globalAlpha = dimmed ? 0.3 : 1;
  const top = rect.top + rect.height - barHeight;
  context.fillStyle = theme.grid;
  context.fillRect(rect.left, top, rect.width, barHeight);
  context.fillStyle = theme.ink;
  context.fillRect(rect.left, top, awake * rect.width, barHeight);
  context.restore();
  const said = voices?.[unit]?.contribution;
  if (open) {
    if (open.unit === unit) drawRing(context, image, theme.accent2, 2.5);
  } else if (said !== undefined && light === 1 && Math.abs(said) > 0.25 * fullContribution) {
    drawRing(context, image, signColour(theme, said), linkWidth(said, fullContribution) - 1);
  }
  if (guess === unit && voices) drawMark(context, theme, image);
}

function drawRing(context: CanvasRenderingContext2D, { left, top, width, height }: Rect, colour: string, thickness: number): void {
  context.strokeStyle = colour;
  context.lineWidth = thickness;
  const out = thickness / 2;
  context.strokeRect(left - out, top - out, width + 2 * out, height + 2 * out);
}

/** At the upper right corner of the unit that the reader pointed at. */
function drawMark(context: CanvasRenderingContext2D, theme: DrawTheme, { left, top, width }: Rect): void {
  context.beginPath();
  context.arc(left + width, top, 5.5, 0, 2 * Math.PI);
  context.fillStyle = theme.accent2;
  context.strokeStyle = theme.background;
  context.lineWidth = 2;
  context.fill();
  context.stroke();
}

function drawOutput(context: CanvasRenderingContext2D, theme: DrawTheme, rect: Rect, k: number, { direction }: NetPlaces, { flow, output, light }: NetPicture): void {
  const share = (flow.y[k] as number) * easedPart(light, 0.85, 1);
  const isAnswer = k === flow.answer && light === 1;
  const size = theme.fontSize;
  const text = `${Math.round(100 * (flow.y[k] as number))}%`;
  context.save();
  context.textBaseline = 'middle';
  context.font = fontOf(theme, isAnswer ? '600' : '');
  const bar = direction === 'right' ? sidewardsBar(rect, size) : uprightBar(rect, size);
  context.fillStyle = theme.grid;
  context.fillRect(bar.left, bar.top, bar.width, bar.height);
  context.fillStyle = isAnswer ? theme.accent : theme.muted;
  if (direction === 'right') context.fillRect(bar.left, bar.top, share * bar.width, bar.height);
  else context.fillRect(bar.left, bar.top + (1 - share) * bar.height, bar.width, share * bar.height);
  context.fillStyle = isAnswer ? theme.accent : theme.ink;
  context.textAlign = 'center';
  if (direction === 'right') {
    const middle = rect.top + rect.height / 2;
    context.fillText(String(outputs[k]), rect.left + size, middle);
    context.textAlign = 'right';
    if (light === 1) context.fillText(text, rect.left + rect.width - 2, middle);
  } else {
    const middle = rect.left + rect.width / 2;
    context.fillText(String(outputs[k]), middle, rect.top + rect.height - 1.9 * size);
    context.font = fontOf({ ...theme, fontSize: Math.min(size, 0.36 * rect.width) }, isAnswer ? '600' : '');
    if (light === 1) context.fillText(text, middle, rect.top + rect.height - 0.7 * size);
  }
  if (k === output && light === 1) {
    context.strokeStyle = theme.accent2;
    context.lineWidth = 1.5;
    context.strokeRect(rect.left + 1, rect.top + 1, rect.width - 2, rect.height - 2);
  }
  context.restore();
}

function sidewardsBar({ left, top, width, height }: Rect, size: number): Rect {
  const thickness = Math.min(0.42 * height, 14);
  return { left: left + 2 * size, top: top + (height - thickness) / 2, width: width - 5.4 * size, height: thickness };
}

function uprightBar({ left, top, width, height }: Rect, size: number): Rect {
  const thickness = Math.min(0.5 * width, 18);
  return { left: left + (width - thickness) / 2, top: top + 5, width: thickness, height: height - 5 - 2.8 * size };
}

function square({ left, top, width }: Rect): Rect {
  return { left, top, width, height: width };
}

function around(rects: readonly Rect[]): Rect {
  const [left, top] = [Math.min(...rects.map((each) => each.left)), Math.min(...rects.map((each) => each.top))];
  return {
    left,
    top,
    width: Math.max(...rects.map((each) => each.left + each.width)) - left,
    height: Math.max(...rects.map((each) => each.top + each.height)) - top,
  };
}

/** How much of the way from `begin` to `end` is done. */
function part(light: number, begin: number, end: number): number {
  return Math.min(1, Math.max(0, (light - begin) / (end - begin)));
}

function easedPart(light: number, begin: number, end: number): number {
  const t = part(light, begin, end);
  return t * t * (3 - 2 * t);
}
