import { describe, expect, it } from 'vitest';
import { mostWalkers, placedStart, readState, turnedBy, withWalker } from '../../../../web/figures/valleys/state.ts';

const read = (attributes: Readonly<Record<string, string>>) => readState((name) => attributes[name] ?? null);

describe('the state of the valleys', () => {
  it('is the terrain, without walkers of the reader, where nothing is set', () => {
    expect(read({})).toEqual({ walkers: [], camera: { turn: -24, tilt: 42 }, map: false, painted: false, blind: false, problems: [] });
  });

  it('is what the attributes say', () => {
    const state = read({ walkers: '-0.18,1;-0.14,1', turn: '90', tilt: '60', map: '', painted: '', blind: '' });
    expect(state).toMatchObject({ camera: { turn: 90, tilt: 60 }, map: true, painted: true, blind: true, problems: [] });
    expect(state.walkers).toEqual([
      [-0.18, 1],
      [-0.14, 1],
    ]);
  });

  it('refuses a walker outside of −5 … 5 and a tilt from which a valley would be hidden', () => {
    const { walkers, camera, problems } = read({ walkers: '1,1;6,0', tilt: '10' });
    expect(walkers).toEqual([[1, 1]]);
    expect(camera.tilt).toBe(42);
    expect(problems.map(({ attribute }) => attribute)).toEqual(['walkers', 'tilt']);
  });
});

describe('one more walker', () => {
  it('comes last, and only once', () => {
    expect(withWalker([[1, 1]], [0.5, 2])).toBe('1,1;0.5,2');
    expect(
      withWalker(
        [
          [1, 1],
          [0.5, 2],
        ],
        [1, 1],
      ),
    ).toBe('0.5,2;1,1');
  });

  it('takes the place of the oldest where there are too many', () => {
    const all = Array.from({ length: mostWalkers }, (_, i) => [i / 10, 0] as const);
    const walkers = withWalker(all, [3, 3]).split(';');
    expect(walkers).toHaveLength(mostWalkers);
    expect([walkers[0], walkers.at(-1)]).toEqual(['0.1,0', '3,3']);
  });

  it('starts on hundredths, within the part from which walks start', () => {
    expect(placedStart(-0.1449, 7)).toEqual([-0.14, 5]);
    expect(Object.is(placedStart(-0.001, 0)[0], 0)).toBe(true);
  });
});

it('the terrain is turned all the way round, and tilted as far as it may be', () => {
  expect(turnedBy({ turn: 170, tilt: 42 }, { turn: 20 })).toEqual({ turn: -170, tilt: 42 });
  expect(turnedBy({ turn: 0, tilt: 42 }, { tilt: 90 })).toEqual({ turn: 0, tilt: 80 });
  expect(turnedBy({ turn: 0, tilt: 42 }, { tilt: -90 })).toEqual({ turn: 0, tilt: 30 });
});
