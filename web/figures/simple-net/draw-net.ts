import { drawLabel, labelWidth } from '../../draw/axes.ts';
import { mix } from '../../draw/colour.ts';
import { drawLinks, pointOnLink } from '../../draw/net.ts';
import { type DrawTheme, fontOf } from '../../draw/theme.ts';
import type { Rect, Size } from '../../draw/view.ts';
import { fixed } from './draw.ts';
import { classes, fullWeight, outputs, type State, weightNames } from './state.ts';

/** Where the nodes lie, and the plate with the number of each weight. */
export interface NetPlaces {
  readonly inputs: readonly Rect[];
  readonly outputs: readonly Rect[];
  readonly weights: readonly Rect[];
}

/**
 * Those of the upper input stand nearer to it, those of the lower one nearer to the outputs: so no plate lies on another. As far along its line as there is
 * room for, so that a thumb's breadth lies between the plates of the upper one.
 */
const alongLine = ([from, to]: readonly [Rect, Rect], plate: number): readonly [number, number] => {
  const [upper, lower] = [0.49, 0.82];
  const apart = pointOnLink(from, to, lower)[0] - pointOnLink(from, to, upper)[0];
  return [apart < 1.05 * plate ? 0.45 : upper, lower];
};

export function netPlaces({ width, height }: Size, { fontSize: em }: DrawTheme): NetPlaces {
  const node = (left: number, middle: number, wide: number, high: number): Rect => ({ left, top: middle - high / 2, width: wide, height: high });
  const outputWidth = Math.min(9 * em, 0.26 * width);
  const ins = [0.25, 0.75].map((share) => node(1, share * height, 3 * em, 2.9 * em));
  const outs = classes.map((k) => node(width - outputWidth - 1, ((k + 0.5) / outputs) * height, outputWidth, Math.min(4.6 * em, 0.3 * height)));
  const plate = 3.9 * em;
  const along = alongLine([ins[0] as Rect, outs[0] as Rect], plate);
  const weights = weightNames.map((_, i) => {
    const row = Math.floor(i / outputs);
    const [x, y] = pointOnLink(ins[row] as Rect, outs[i % outputs] as Rect, along[row] as number);
    return node(x - plate / 2, y, plate, 2.5 * em);
  });
  return { inputs: ins, outputs: outs, weights };
}

export interface NetPicture {
  readonly state: State;
  readonly probabilities: Float64Array;
  readonly className: string;
}

/** Lines as wide as their weights, on one scale for every W; the outputs as bars, with a frame where the right one should reach. */
export function drawNet(context: CanvasRenderingContext2D, theme: DrawTheme, places: NetPlaces, { state, probabilities, className }: NetPicture): void {
  const links = state.w.map((value, i) => ({ from: places.inputs[Math.floor(i / outputs)] as Rect, to: places.outputs[i % outputs] as Rect, value }));
  drawLinks(context, theme, 'right', links, fullWeight);
  context.save();
  context.textBaseline = 'alphabetic';
  places.inputs.forEach((rect, i) => {
    drawPlate(context, theme, rect, { name: `x${i + 1}`, value: String(Number((state.x[i] as number).toFixed(2))).replace('-', '−'), line: 1, colour: theme.muted });
  });
  places.weights.forEach((rect, i) => {
    const chosen = i === state.weight;
    drawPlate(context, theme, rect, {
      name: weightNames[i] as string,
      value: fixed(state.w[i] as number, 3),
      line: chosen ? 3 : 1,
      colour: chosen ? theme.accent : mix(theme.background, theme.muted, 0.4),
    });
  });
  places.outputs.forEach((rect, k) => {
    drawOutput(context, theme, rect, { name: `${className} ${k}`, probability: probabilities[k] as number, right: k === state.label });
  });
  context.restore();
}

interface Plate {
  readonly name: string;
  readonly value: string;
  readonly line: number;
  readonly colour: string;
}

/** The name above its number. */
function drawPlate(context: CanvasRenderingContext2D, theme: DrawTheme, rect: Rect, { name, value, line, colour }: Plate): void {
  const { left, top, width, height } = rect;
  const middle = left + width / 2;
  const em = theme.fontSize;
  drawFrame(context, theme, rect, line, colour);
  const small: DrawTheme = { ...theme, fontSize: 0.87 * em, ink: theme.muted };
  drawLabel(context, small, name, middle - labelWidth(context, small, name) / 2, top + height / 2 - 0.2 * em);
  context.font = fontOf(theme);
  context.fillStyle = theme.ink;
  context.textAlign = 'center';
  context.fillText(value, middle, top + height / 2 + 0.92 * em);
}

function drawOutput(context: CanvasRenderingContext2D, theme: DrawTheme, rect: Rect, { name, probability, right }: { name: string; probability: number; right: boolean }): void {
  const { left, top, width, height } = rect;
  const em = theme.fontSize;
  const [inner, middle] = [left + 0.5 * em, top + height / 2];
  const barWidth = width - em;
  drawFrame(context, theme, rect, right ? 2 : 1, right ? theme.ink : mix(theme.background, theme.muted, 0.55));
  context.font = fontOf(theme, right ? '600' : '');
  context.fillStyle = theme.ink;
  context.textAlign = 'left';
  context.fillText(name, inner, middle - 0.6 * em);
  context.fillStyle = theme.grid;
  context.fillRect(inner, middle - 0.25 * em, barWidth, 0.5 * em);
  context.fillStyle = right ? theme.accent : theme.muted;
  context.fillRect(inner, middle - 0.25 * em, probability * barWidth, 0.5 * em);
  context.fillStyle = theme.ink;
  context.font = fontOf(theme);
  context.fillText(fixed(probability, 3), inner, middle + 1.4 * em);
  if (!right) return;
  context.strokeStyle = theme.accent;
  context.lineWidth = 1.25;
  context.setLineDash([4, 3]);
  context.strokeRect(inner, middle - 0.25 * em, barWidth, 0.5 * em);
  context.setLineDash([]);
}

function drawFrame(context: CanvasRenderingContext2D, theme: DrawTheme, { left, top, width, height }: Rect, line: number, colour: string): void {
  context.fillStyle = theme.background;
  context.fillRect(left, top, width, height);
  context.strokeStyle = colour;
  context.lineWidth = line;
  context.strokeRect(left + line / 2, top + line / 2, width - line, height - line);
}
