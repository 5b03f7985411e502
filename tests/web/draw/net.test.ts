import { expect, it } from 'vitest';
import { parseColour } from '../../../web/draw/colour.ts';
import { drawLinks, type Link, linkWidth, signColour, strongest } from '../../../web/draw/net.ts';
import type { DrawTheme } from '../../../web/draw/theme.ts';

const theme = { dark: false } as DrawTheme;
const rect = (left: number, top: number) => ({ left, top, width: 10, height: 10 });

/** Notes each line as it is stroked. */
function recorder() {
  const strokes: { from: number[]; to: number[]; width: number; dashed: boolean; colour: string }[] = [];
  let [from, to, dashed] = [[0, 0], [0, 0], false];
  const context = {
    lineWidth: 0,
    strokeStyle: '',
    save() {},
    restore() {},
    beginPath() {},
    moveTo: (...point: number[]) => {
      from = point;
    },
    bezierCurveTo: (...points: number[]) => {
      to = points.slice(4);
    },
    setLineDash: (dash: number[]) => {
      dashed = dash.length > 0;
    },
    stroke() {
      strokes.push({ from, to, width: this.lineWidth, dashed, colour: this.strokeStyle });
    },
  };
  return { strokes, context: context as unknown as CanvasRenderingContext2D };
}

it('a line is 1 pixel wide at 0 and 6 from the fullest on', () => {
  expect([0, 0.5, -1, 3].map((value) => linkWidth(value, 1))).toEqual([1, 3.5, 6, 6]);
});

it('the strongest are those farthest from 0, the first of equals first', () => {
  expect(strongest([0.1, -3, 2, -2, 0], 3)).toEqual([1, 2, 3]);
});

it('a line that speaks against is dashed and of another colour, and the strongest is drawn last', () => {
  const links: Link[] = [
    { from: rect(0, 0), to: rect(50, 20), value: 1 },
    { from: rect(0, 20), to: rect(50, 20), value: -0.4 },
  ];
  const { strokes, context } = recorder();
  drawLinks(context, theme, 'right', links, 1);
  expect(strokes).toEqual([
    { from: [5, 25], to: [50, 25], width: 3, dashed: true, colour: signColour(theme, -1) },
    { from: [5, 5], to: [50, 25], width: 6, dashed: false, colour: signColour(theme, 1) },
  ]);
  const [[red, , blue], [otherRed, , otherBlue]] = [parseColour(signColour(theme, 1)), parseColour(signColour(theme, -1))];
  expect([blue > red, otherBlue > otherRed]).toEqual([true, false]);
});

it('on a narrow page the lines lead down', () => {
  const { strokes, context } = recorder();
  drawLinks(context, theme, 'down', [{ from: rect(0, 0), to: rect(50, 80), value: 1 }], 1);
  expect(strokes[0]?.to).toEqual([55, 80]);
});
