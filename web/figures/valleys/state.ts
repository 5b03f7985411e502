import type { Camera } from '../../draw/relief-projection.ts';
import type { Problem } from '../../i18n/shared.ts';
import { type Attributes, type ListRule, type NumberRule, type Point, pairOf, problemsOf, readList, readNumber } from '../base/state/reading.ts';

export const stateAttributes = ['walkers', 'turn', 'tilt', 'map', 'painted', 'blind'];
export const mostWalkers = 24;
/** Starts lie in −5 … 5: from none of these does a walk fly off. */
export const reach = 5;

export const turnRule: NumberRule = { attribute: 'turn', lowest: -180, highest: 180, fallback: -24 };
/** From lower a valley would hide behind its rim. */
export const tiltRule: NumberRule = { attribute: 'tilt', lowest: 30, highest: 80, fallback: 42 };
const walkersRule: ListRule<Point> = { attribute: 'walkers', most: mostWalkers, example: '-0.2,1;0.5,-3', entry: startOf };

export const mapCamera: Camera = { turn: 0, tilt: 90 };

export interface State {
  /** Where the reader dropped walkers, the latest last. */
  readonly walkers: readonly Point[];
  /** From where the terrain is seen. */
  readonly camera: Camera;
  readonly map: boolean;
  /** By the valley to which each start leads. */
  readonly painted: boolean;
  /** Nothing is to be seen but what lies round the last walker. */
  readonly blind: boolean;
  readonly problems: readonly Problem[];
}

export function readState(attribute: Attributes): State {
  const walkers = readList(attribute('walkers'), walkersRule);
  const turn = readNumber(attribute('turn'), turnRule);
  const tilt = readNumber(attribute('tilt'), tiltRule);
  const flag = (name: string) => attribute(name) !== null;
  return {
    walkers: walkers.value,
    camera: { turn: turn.value, tilt: tilt.value },
    map: flag('map'),
    painted: flag('painted'),
    blind: flag('blind'),
    problems: problemsOf(walkers, turn, tilt),
  };
}

function startOf(text: string): Point | undefined {
  const point = pairOf(text);
  return point?.every((each) => Math.abs(each) <= reach) ? point : undefined;
}

/** With one more, once; the oldest gives way where there are too many. */
export function withWalker(walkers: readonly Point[], at: Point): string {
  const others = walkers.filter((each) => String(each) !== String(at));
  return [...others, at].slice(-mostWalkers).map(String).join(';');
}

/** On hundredths, within the part from which walks start. */
export function placedStart(x: number, y: number): Point {
  const within = (value: number) => Math.min(reach, Math.max(-reach, Math.round(100 * value) / 100)) + 0;
  return [within(x), within(y)];
}

/** As a drag or a key turns it: it may go round, but not beyond the tilts that there are. */
export function turnedBy({ turn, tilt }: Camera, more: { readonly turn?: number; readonly tilt?: number }): Camera {
  const round = (degrees: number) => Math.round(10 * degrees) / 10 + 0;
  const turned = turn + (more.turn ?? 0);
  return {
    turn: round(turned - 360 * Math.round(turned / 360)),
    tilt: round(Math.min(tiltRule.highest, Math.max(tiltRule.lowest, tilt + (more.tilt ?? 0)))),
  };
}
