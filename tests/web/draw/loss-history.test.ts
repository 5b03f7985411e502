import { describe, expect, it } from 'vitest';
import { LossHistory } from '../../../web/draw/loss-history.ts';

const ramp = (count: number) => Float32Array.from({ length: count }, (_, i) => i);

describe('the history of a loss', () => {
  it('keeps every loss of a short run', () => {
    const history = new LossHistory();
    history.update(Float32Array.of(3, 1, 2));
    expect(history.series()).toMatchObject({ iterations: [1, 2, 3], lowest: [3, 1, 2], highest: [3, 1, 2] });
  });

  it('stays small however long the run, and loses neither the smallest nor the largest loss', () => {
    const history = new LossHistory();
    const losses = ramp(100_000);
    losses[12_345] = -7;
    losses[54_321] = 1e6;
    history.update(losses);
    const { iterations, lowest, highest } = history.series();
    expect(iterations.length).toBeLessThanOrEqual(200);
    expect(Math.min(...lowest)).toBe(-7);
    expect(Math.max(...highest)).toBe(1e6);
  });

  it('is the same whether the losses come at once or one after another', () => {
    const [atOnce, piecemeal] = [new LossHistory(), new LossHistory()];
    const losses = ramp(9_000);
    atOnce.update(losses);
    for (let end = 1; end <= losses.length; end += 7) piecemeal.update(losses.subarray(0, end));
    piecemeal.update(losses);
    expect(piecemeal.series()).toEqual(atOnce.series());
  });

  it('does not change behind its end, whatever comes', () => {
    const history = new LossHistory();
    history.update(ramp(1000));
    const before = history.series();
    history.update(ramp(20_000));
    const settled = before.iterations.length - 3;
    for (const part of ['iterations', 'lowest', 'highest', 'smooth'] as const) expect(history.series()[part].slice(0, settled)).toEqual(before[part].slice(0, settled));
  });

  it('smooths a constant to itself', () => {
    const history = new LossHistory();
    history.update(new Float32Array(5_000).fill(0.25));
    expect(history.series().smooth.every((value) => value === 0.25)).toBe(true);
  });

  it('tells the smoothed loss around any iteration, however long the run', () => {
    const history = new LossHistory();
    history.update(ramp(100_000));
    expect(history.smoothedAt(50_000)).toBeGreaterThan(47_000);
    expect(history.smoothedAt(50_000)).toBeLessThan(53_000);
    expect(history.smoothedAt(0)).toBeUndefined();
  });

  it('forgets what a rewind has made void', () => {
    const history = new LossHistory();
    history.update(ramp(10));
    history.update(Float32Array.of(9, 9, 9), 2);
    expect(history.series().highest).toEqual([9, 9, 9]);
  });
});
