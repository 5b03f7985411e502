import { describe, expect, it } from 'vitest';
import { LossHistory, type LossSeries } from '../../../../web/draw/loss-history.ts';
import { seriesStyle } from '../../../../web/draw/series.ts';
import { SvgContext } from '../../../../web/draw/svg-context.ts';
import type { DrawTheme } from '../../../../web/draw/theme.ts';
import { drawAccuracies, drawLosses, type GhostCurve, type LossPicture, lossView } from '../../../../web/figures/training/charts.ts';

const theme: DrawTheme = { dark: false, ink: '#000', muted: '#777', grid: '#ddd', background: '#fff', accent: '#b00', accent2: '#00b', font: 'serif', fontSize: 14 };
const size = { width: 420, height: 300 };
const names = { iteration: 'iteration', batchLoss: 'mini-batch loss', accuracy: 'accuracy' };

function seriesOf(losses: Float32Array): LossSeries {
  const history = new LossHistory();
  history.update(losses);
  return history.series();
}

const pictureOf = (losses: Float32Array, log = false, ghosts: readonly GhostCurve[] = []): LossPicture => ({
  series: seriesOf(losses),
  iterations: losses.length,
  ghosts,
  start: 2.3,
  top: 2.4,
  log,
  names,
});

const accuracies = (count: number, test = 0.7) => Array.from({ length: count }, (_, epoch) => ({ epoch, iteration: 20 * epoch, train: 0.9, test }));
const ghost = (losses: Float32Array, test = 0.7): GhostCurve => ({ name: 'η = 1', style: seriesStyle(theme, 1), losses: seriesOf(losses), accuracies: accuracies(4, test) });

function svgOf(paint: (context: SvgContext) => void): string {
  const context = new SvgContext(size, (_, text) => ({ width: 7 * text.length }));
  paint(context);
  return context.svg('#fff');
}

const lossSvg = (...picture: Parameters<typeof pictureOf>) => svgOf((context) => drawLosses(context, size, theme, pictureOf(...picture)));

describe('the chart of the losses', () => {
  it('has the same axes before the first iteration, within a run and beside another', () => {
    const views = [pictureOf(new Float32Array()), pictureOf(Float32Array.of(2.3, 2.1)), pictureOf(new Float32Array(9_000).fill(0.3), false, [ghost(Float32Array.of(2.7, 1))])];
    for (const picture of views) expect(lossView(size, theme, picture)).toMatchObject({ x: [1, 10_000], xScale: 'log', y: [0, 2.4] });
  });

  it('doubles the axis of a loss that is far higher, and takes the next power of ten for a longer run', () => {
    expect(lossView(size, theme, pictureOf(new Float32Array(10_001).fill(7)))).toMatchObject({ x: [1, 100_000], y: [0, 9.6] });
  });

  it('has always the same decades on a log scale', () => {
    for (const losses of [[], [2, 0, 0.5]]) expect(lossView(size, theme, pictureOf(Float32Array.from(losses), true))).toMatchObject({ y: [0.01, 10], yScale: 'log' });
    expect(lossSvg(Float32Array.of(2, 0, 0.5), true)).toContain('>0.1</text>');
  });

  it('is there before the first loss', () => expect(lossSvg(new Float32Array())).toContain('>mini-batch loss</text>'));

  it('shows the loss of the untrained net as a point until there is another', () => {
    expect(lossSvg(new Float32Array())).toContain('>2.3</text>');
    expect(lossSvg(Float32Array.of(2, 1))).not.toContain('>2.3</text>');
  });

  it('names the runs from before', () => expect(lossSvg(Float32Array.of(2, 1), false, [ghost(Float32Array.of(2, 1))])).toContain('>η = 1</text>'));

  it.each([false, true])('takes numbers that broke (log: %s)', (log) => {
    const svg = lossSvg(Float32Array.of(2, 3, Number.POSITIVE_INFINITY, Number.NaN, Number.NaN), log);
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  it('is hardly larger for a run of a million iterations than for one of some thousands', () => {
    const noise = (count: number) => Float32Array.from({ length: count }, (_, i) => 1 + Math.sin(i));
    expect(lossSvg(noise(1_000_000)).length).toBeLessThan(2.5 * lossSvg(noise(2048)).length);
  });
});

describe('the chart of the accuracies', () => {
  const svg = (picture: Partial<Parameters<typeof drawAccuracies>[3]> = {}) =>
    svgOf((context) => drawAccuracies(context, size, theme, { accuracies: accuracies(3), iterations: 60, ghosts: [], names, ...picture }));

  it('tells the test data by dashes, and the axis in percent', () => {
    expect(svg()).toMatch(/stroke="rgb\(0 0 187\)"[^>]*stroke-dasharray="6 4"/);
    expect(svg()).toContain('>100%</text>');
  });

  it('has the line that is to be crossed from the start, and says where it was', () => {
    const line = /<path[^>]*stroke="(#000|rgb\(0 0 0\))"[^>]*stroke-width="1.5"/;
    expect(svg({ accuracies: [] })).toMatch(line);
    const crossed = [...accuracies(3), { epoch: 3, iteration: 68, train: 0.9, test: 0.81 }];
    expect(svg()).not.toContain('>68</text>');
    expect(svg({ accuracies: crossed })).toContain('>68</text>');
    expect(svg({ ghosts: [{ ...ghost(Float32Array.of(2, 1)), accuracies: crossed }] })).toContain('>68</text>');
  });
});
