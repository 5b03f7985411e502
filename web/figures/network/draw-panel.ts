import { mix } from '../../draw/colour.ts';
import { drawCurve } from '../../draw/curve.ts';
import { drawPixels } from '../../draw/image.ts';
import { signColour } from '../../draw/net.ts';
import { type DrawTheme, fontOf } from '../../draw/theme.ts';
import { pixelX, pixelY, type Rect, type Size, type View } from '../../draw/view.ts';
import type { NetworkStrings } from '../../i18n/network.ts';
import { decimals, percent, written } from '../base/controls/numbers.ts';
import { type Flow, sigmoidRange, type UnitNumbers } from './compute.ts';
import { divergingTable, weightRange } from './draw-net.ts';
import { outputs } from './state.ts';

/** From here on the parts of the panel stand side by side. */
const wide = 600;
const gap = 20;

/** Parts of a row, as wide as their shares, with room for a title above and a line of text below. */
function rowOf(rect: Rect, theme: DrawTheme, shares: readonly number[]): Rect[] {
  const all = shares.reduce((sum, each) => sum + each, 0);
  const room = rect.width - gap * (shares.length - 1);
  const line = 1.35 * theme.fontSize;
  let left = rect.left;
  return shares.map((share) => {
    const width = (room * share) / all;
    const part = { left, top: rect.top + line, width, height: rect.height - 2 * line };
    left += width + gap;
    return part;
  });
}

function title(context: CanvasRenderingContext2D, theme: DrawTheme, { left, top, width }: Rect, text: string): void {
  context.fillStyle = theme.muted;
  write(context, theme, text, left, top - 0.75 * theme.fontSize, width);
}

function below(context: CanvasRenderingContext2D, theme: DrawTheme, { left, top, width, height }: Rect, text: string): void {
  context.fillStyle = theme.ink;
  write(context, theme, text, left, top + height + 0.72 * theme.fontSize, width);
}

/** In smaller letters where it would not fit. */
function write(context: CanvasRenderingContext2D, theme: DrawTheme, text: string, left: number, middle: number, room: number): void {
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.font = fontOf(theme);
  const { width } = context.measureText(text);
  if (width > room) context.font = fontOf({ ...theme, fontSize: (theme.fontSize * room) / width });
  // Letters do not shrink quite evenly.
  context.fillText(text, left, middle, room);
}

export interface OpenUnit {
  readonly unit: number;
  readonly numbers: UnitNumbers;
  readonly output: number;
  /** σ over its range. */
  readonly sigmoid: Float64Array;
}

/** A hidden unit from its weights to what it says to each output. */
export function drawUnitPanel(context: CanvasRenderingContext2D, { width, height }: Size, theme: DrawTheme, words: NetworkStrings, open: OpenUnit): void {
  const whole = { left: 0, top: 0, width, height };
  const image = height - 2.7 * theme.fontSize;
  if (width >= wide) {
    const rest = width - 2 * image - 4 * gap;
    const [weights, products, sum, sigmoid, says] = rowOf(whole, theme, [image, image, 0.33 * rest, 0.24 * rest, 0.43 * rest]) as [Rect, Rect, Rect, Rect, Rect];
    drawParts(context, theme, words, open, { weights, products, sum, sigmoid, says });
    return;
  }
  const half = (height - 6) / 2;
  const small = half - 2.7 * theme.fontSize;
  const [weights, products, sum] = rowOf({ ...whole, height: half }, theme, [small, small, width - 2 * small - 2 * gap]) as [Rect, Rect, Rect];
  const [sigmoid, says] = rowOf({ ...whole, top: half + 6, height: half }, theme, [0.4, 0.6]) as [Rect, Rect];
  drawParts(context, theme, words, open, { weights, products, sum, sigmoid, says });
}

type PanelPlaces = Readonly<Record<'weights' | 'products' | 'sum' | 'sigmoid' | 'says', Rect>>;

function drawParts(context: CanvasRenderingContext2D, theme: DrawTheme, words: NetworkStrings, open: OpenUnit, places: PanelPlaces): void {
  const { numbers, output } = open;
  drawWeights(context, theme, places.weights, numbers.weights);
  title(context, theme, places.weights, words.weights);
  drawWeights(context, theme, places.products, numbers.products);
  title(context, theme, places.products, words.timesDigit);
  drawSum(context, theme, places.sum, words, open);
  drawSigmoid(context, theme, places.sigmoid, open);
  const contribution = numbers.contributions[output] as number;
  drawColumns(context, theme, places.says, numbers.contributions, { chosen: output, range: [-1.2, 1.2], colour: (value) => signColour(theme, value) });
  title(context, theme, places.says, words.says);
  below(context, theme, places.says, words.product(output, decimals(numbers.z, 2), decimals(numbers.weightsOut[output] as number, 2), decimals(contribution, 3)));
}

function drawWeights(context: CanvasRenderingContext2D, theme: DrawTheme, { left, top, width, height }: Rect, values: Float32Array): void {
  const side = Math.min(width, height);
  drawPixels(context, { left, top, width: side, height: side }, values, divergingTable(theme), weightRange);
  context.strokeStyle = mix(theme.background, theme.muted, 0.4);
  context.lineWidth = 1;
  context.strokeRect(left + 0.5, top + 0.5, side - 1, side - 1);
}

/** What speaks for the unit, what against it, its bias: each bar begins where the one before ended. */
function drawSum(context: CanvasRenderingContext2D, theme: DrawTheme, rect: Rect, words: NetworkStrings, { unit, numbers: { raising, lowering, bias, a } }: OpenUnit): void {
  const steps = [
    { name: words.raising, from: 0, value: raising },
    { name: words.lowering, from: raising, value: lowering },
    { name: words.bias, from: raising + lowering, value: bias },
    { name: words.sum, from: 0, value: a },
  ];
  const [lowest, highest] = [Math.min(0, a, raising + lowering), Math.max(raising, a, 0.1)];
  const nameWidth = 4.6 * theme.fontSize;
  const numberWidth = 3.4 * theme.fontSize;
  const view: View = { x: [lowest, highest], y: [4, 0], plot: { left: rect.left + nameWidth, top: rect.top, width: rect.width - nameWidth - numberWidth, height: rect.height } };
  title(context, theme, rect, words.sumTitle(unit));
  steps.forEach(({ name, from, value }, i) => {
    const middle = pixelY(view, i + 0.5);
    const [x0, x1] = [pixelX(view, Math.min(from, from + value)), pixelX(view, Math.max(from, from + value))];
    context.fillStyle = i === 3 ? theme.ink : signColour(theme, value);
    context.fillRect(x0, middle - 5, Math.max(1, x1 - x0), 10);
    context.fillStyle = i === 3 ? theme.ink : theme.muted;
    write(context, theme, name, rect.left, middle, nameWidth - 4);
    context.fillStyle = theme.ink;
    context.font = fontOf(theme);
    context.textAlign = 'right';
    context.fillText(decimals(value, 2), rect.left + rect.width, middle);
  });
  context.strokeStyle = theme.muted;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(Math.floor(pixelX(view, 0)) + 0.5, rect.top);
  context.lineTo(Math.floor(pixelX(view, 0)) + 0.5, rect.top + rect.height);
  context.stroke();
}

function drawSigmoid(context: CanvasRenderingContext2D, theme: DrawTheme, rect: Rect, { numbers: { a, z }, sigmoid }: OpenUnit): void {
  const [lo, hi] = sigmoidRange;
  const view: View = { x: [lo, hi], y: [-0.04, 1.04], plot: rect };
  title(context, theme, rect, 'z = σ(a)');
  context.strokeStyle = theme.grid;
  context.lineWidth = 1;
  context.strokeRect(rect.left + 0.5, rect.top + 0.5, rect.width - 1, rect.height - 1);
  drawCurve(context, view, sigmoid, theme, { x: Array.from(sigmoid, (_, i) => lo + ((hi - lo) * i) / (sigmoid.length - 1)), colour: theme.muted, width: 2 });
  const [x, y] = [pixelX(view, Math.min(hi, Math.max(lo, a))), pixelY(view, z)];
  context.strokeStyle = theme.accent2;
  context.setLineDash([3, 3]);
  context.beginPath();
  context.moveTo(x, rect.top + rect.height);
  context.lineTo(x, y);
  context.lineTo(rect.left, y);
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = theme.accent2;
  context.beginPath();
  context.arc(x, y, 4.5, 0, 2 * Math.PI);
  context.fill();
  below(context, theme, rect, `σ(${decimals(a, 2)}) = ${decimals(z, 2)}`);
}

interface Columns {
  readonly chosen: number;
  readonly range: readonly [number, number];
  readonly colour: (value: number, k: number) => string;
}

/** A bar for each output, its digit below the line of 0. */
function drawColumns(context: CanvasRenderingContext2D, theme: DrawTheme, rect: Rect, values: ArrayLike<number>, { chosen, range: [lo, hi], colour }: Columns): void {
  const digits = 1.2 * theme.fontSize;
  const view: View = { x: [0, outputs.length], y: [lo, hi], plot: { ...rect, height: rect.height - digits } };
  const cell = rect.width / outputs.length;
  const zero = pixelY(view, 0);
  for (const k of outputs) {
    const value = Math.min(hi, Math.max(lo, values[k] as number));
    const [top, bottom] = [pixelY(view, Math.max(0, value)), pixelY(view, Math.min(0, value))];
    const left = pixelX(view, k) + 0.18 * cell;
    if (k === chosen) {
      context.fillStyle = mix(theme.background, theme.accent2, 0.16);
      context.fillRect(pixelX(view, k), rect.top, cell, rect.height);
    }
    context.fillStyle = colour(value, k);
    context.fillRect(left, top, 0.64 * cell, Math.max(1, bottom - top));
    context.fillStyle = k === chosen ? theme.ink : theme.muted;
    context.font = fontOf({ ...theme, fontSize: Math.min(theme.fontSize, 0.8 * cell) });
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(String(k), pixelX(view, k + 0.5), rect.top + rect.height - digits / 2);
  }
  context.strokeStyle = theme.muted;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(rect.left, Math.round(zero) + 0.5);
  context.lineTo(rect.left + rect.width, Math.round(zero) + 0.5);
  context.stroke();
}

/** Softmax of one output, spelled out: its sum, e to the power of it, the share of all. */
export function drawSoftmaxPanel(
  context: CanvasRenderingContext2D,
  { width, height }: Size,
  theme: DrawTheme,
  words: NetworkStrings,
  { flow, output }: { flow: Flow; output: number },
): void {
  const whole = { left: 0, top: 0, width, height };
  const half = (height - 6) / 2;
  const [sums, powers, shares] = (
    width >= wide ? rowOf(whole, theme, [1, 1, 1]) : [...rowOf({ ...whole, height: half }, theme, [1, 1]), ...rowOf({ ...whole, top: half + 6, height: half }, theme, [1])]
  ) as [Rect, Rect, Rect];
  const colour = (_: number, k: number) => (k === output ? theme.accent2 : theme.muted);
  const reach = 1.1 * Math.max(1, ...Array.from(flow.a2, Math.abs));
  drawColumns(context, theme, sums, flow.a2, { chosen: output, range: [-reach, reach], colour });
  title(context, theme, sums, words.outputSums);
  const a = decimals(flow.a2[output] as number, 2);
  below(context, theme, sums, `a${subscript(output)} = ${a}`);
  drawColumns(context, theme, powers, flow.powers, { chosen: output, range: [0, 1.1 * Math.max(...flow.powers)], colour });
  title(context, theme, powers, words.powers);
  const [power, all] = [written(flow.powers[output] as number, 3), written(flow.powerSum, 3)];
  below(context, theme, powers, words.powerText(a, power, all));
  drawColumns(context, theme, shares, flow.y, { chosen: output, range: [0, 1.1], colour });
  title(context, theme, shares, words.shares);
  below(context, theme, shares, `${power} ÷ ${all} = ${percent(flow.y[output] as number, 1)}`);
}

function subscript(digit: number): string {
  return String.fromCharCode(0x2080 + digit);
}
