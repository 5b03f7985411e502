import { describe, expect, it } from 'vitest';
import { LossHistory } from '../../../../web/draw/loss-history.ts';
import { SvgContext } from '../../../../web/draw/svg-context.ts';
import type { DrawTheme } from '../../../../web/draw/theme.ts';
import { drawAccuracies, drawLosses, type LossPicture, lossView } from '../../../../web/figures/training/charts.ts';

const theme: DrawTheme = { dark: false, ink: '#000', muted: '#777', grid: '#ddd', background: '#fff', accent: '#b00', accent2: '#00b', font: 'serif', fontSize: 14 };
const size = { width: 420, height: 300 };
const names = { iteration: 'iteration', loss: 'loss', accuracy: 'accuracy' };

function pictureOf(losses: Float32Array, log = false): LossPicture {
  const history = new LossHistory();
  history.update(losses);
  return { series: history.series(), iterations: history.length, log, names };
}

function svgOf(paint: (context: SvgContext) => void): string {
  const context = new SvgContext(size, (_, text) => ({ width: 7 * text.length }));
  paint(context);
  return context.svg('#fff');
}

const lossSvg = (losses: Float32Array, log = false) => svgOf((context) => drawLosses(context, size, theme, pictureOf(losses, log)));

describe('the chart of the losses', () => {
  it('reaches from 0 to the highest loss, and to the last iteration', () => {
    const { x, y } = lossView(size, theme, pictureOf(Float32Array.of(2, 0.5, 4)));
    expect(x).toEqual([0, 3]);
    expect(y).toEqual([0, 4.2]);
  });

  it('has whole decades on a log scale, and none for a loss of 0', () => {
    expect(lossView(size, theme, pictureOf(Float32Array.of(2, 0, 0.5), true))).toMatchObject({ y: [0.1, 10], yScale: 'log' });
    expect(lossSvg(Float32Array.of(2, 0, 0.5), true)).toContain('>0.5</text>');
  });

  it('is there before the first loss', () => expect(lossSvg(new Float32Array())).toContain('>loss</text>'));

  it.each([false, true])('takes numbers that broke (log: %s)', (log) => {
    const svg = lossSvg(Float32Array.of(2, 3, Number.POSITIVE_INFINITY, Number.NaN, Number.NaN), log);
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  it('is no larger for a run of a million iterations than for one of some thousands', () => {
    const noise = (count: number) => Float32Array.from({ length: count }, (_, i) => 1 + Math.sin(i));
    expect(lossSvg(noise(1_000_000)).length).toBeLessThan(2 * lossSvg(noise(2048)).length);
  });
});

describe('the chart of the accuracies', () => {
  const accuracies = (count: number) => Array.from({ length: count }, (_, epoch) => ({ epoch, iteration: 20 * epoch, train: 0.9, test: 0.8 }));
  const svg = (count: number) => svgOf((context) => drawAccuracies(context, size, theme, { accuracies: accuracies(count), names }));

  it('tells the test data by dashes, and the axis in percent', () => {
    expect(svg(3)).toMatch(/stroke="rgb\(0 0 187\)"[^>]*stroke-dasharray="6 4"/);
    expect(svg(3)).toContain('>100%</text>');
  });

  it('has a dot for each of few measurements, and none for many', () => {
    const dotted = (text: string) => /<path d="[^"]*A[^"]*" fill="rgb\(187 0 0\)"/.test(text);
    expect([80, 81].map((count) => dotted(svg(count)))).toEqual([true, false]);
  });
});
