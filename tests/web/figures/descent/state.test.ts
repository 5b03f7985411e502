import { describe, expect, it } from 'vitest';
import { readState, runAttributes, withOneMore } from '../../../../web/figures/descent/state.ts';

const read = (attributes: Record<string, string>) => readState((name) => attributes[name] ?? null, undefined);

describe('the state of descent', () => {
  it("is the chapter's walk by default", () => {
    expect(read({})).toMatchObject({ start: [-3, 4], runs: [{ optimizer: 'sgd', learningRate: 0.1 }], steps: 20, at: undefined, log: false, problems: [] });
  });
  it('has the runs to compare after its own', () => {
    expect(read({ 'learning-rate': '10', compare: 'adam:0.3;sgd:1e-10' }).runs).toEqual([
      { optimizer: 'sgd', learningRate: 10 },
      { optimizer: 'adam', learningRate: 0.3 },
      { optimizer: 'sgd', learningRate: 1e-10 },
    ]);
  });
  it.each(['adam', 'adam:', 'adam:-1', 'adam:101', 'adam:0.1:2', 'walk:0.1'])("'%s' is no run to compare, and it is said", (compare) => {
    const { runs, problems } = read({ compare });
    expect(runs).toEqual([{ optimizer: 'sgd', learningRate: 0.1 }]);
    expect(problems).toMatchObject([{ attribute: 'compare', given: compare }]);
  });
  it('shows a given step', () => expect(read({ at: '3' }).at).toBe(3));
  it('has at most four runs', () => expect(read({ compare: 'sgd:1;sgd:2;sgd:3;sgd:4' }).runs.length).toBe(4));
});

describe('runs as attributes', () => {
  it('are read back as they were written', () => {
    const runs = [
      { optimizer: 'momentum', learningRate: 0.05 },
      { optimizer: 'sgd', learningRate: 1e-10 },
    ] as const;
    const written = runAttributes(runs);
    expect(readState((name) => written[name as keyof typeof written] ?? null, undefined).runs).toEqual(runs);
  });
  it('one alone needs nothing to compare', () => expect(runAttributes([{ optimizer: 'sgd', learningRate: 0.1 }]).compare).toBeNull());
  it('one more is the last with an optimiser not yet in use', () => {
    const runs = withOneMore(withOneMore([{ optimizer: 'sgd', learningRate: 0.2 }]));
    expect(runs.map(({ optimizer, learningRate }) => [optimizer, learningRate])).toEqual([
      ['sgd', 0.2],
      ['momentum', 0.2],
      ['nesterov', 0.2],
    ]);
  });
});
