import type { ArrowLength } from '../../draw/quiver.ts';
import type { Problem } from '../../i18n/shared.ts';
import type { FunctionOfTwo } from '../base/plane/function-of-two.ts';
import type { Part } from '../base/plane/part.ts';
import { type Attributes, type ListRule, type Point, pairOf, problemsOf, readList, readName, readPoint, readRange } from '../base/state/reading.ts';

export const stateAttributes = ['f', 'x0', 'x1', 'probe', 'length', 'drops'];
/** The grid of the chapter: −2 … 2.25 by 0.25. */
export const chapterRange: Point = [-2, 2.25];
/** One of its points, where the numbers are easy to follow. */
const chapterProbe: Point = [1.5, 1];
/** The catalogue's function of two valleys with a pass between them, whose middle is a saddle. */
export const pass = { name: 'pass', source: '(x0^2 - 1)^2 + x1^2' } as const;
export const saddleOfPass: Point = [0, 0];
export const gridPoints = 18;
export const arrowLengths: readonly ArrowLength[] = ['linear', 'log', 'unit'];
export const mostDrops = 12;

export interface State extends Part {
  /** The part of the plane that suits f. */
  readonly home: Part;
  readonly probe: Point;
  readonly length: ArrowLength;
  /** Where points were dropped, the latest last. */
  readonly drops: readonly Point[];
  readonly problems: readonly Problem[];
}

const dropsRule: ListRule<Point> = { attribute: 'drops', most: mostDrops, example: '1.5,-1;-2,0.5', entry: pairOf };

/** The chapter's function is shown on the chapter's grid, another of the catalogue on its own, any other f on the chapter's. */
export function readState(attribute: Attributes, f: FunctionOfTwo | undefined): State {
  const own = f?.field && f.field.name !== 'bowl' ? f.field : undefined;
  const home: Part = { x0: own?.x0 ?? chapterRange, x1: own?.x1 ?? chapterRange };
  const x0 = readRange('x0', attribute('x0'), home.x0);
  const x1 = readRange('x1', attribute('x1'), home.x1);
  const probe = readPoint('probe', attribute('probe'), own ? [share(own.x0, 0.76), share(own.x1, 0.59)] : chapterProbe);
  const length = readName('length', attribute('length'), arrowLengths, own ? 'log' : 'linear');
  const drops = readList(attribute('drops'), dropsRule);
  return { x0: x0.value, x1: x1.value, home, probe: probe.value, length: length.value, drops: drops.value, problems: problemsOf(x0, x1, probe, length, drops) };
}

/** With one more, once; the oldest gives way to it where there are too many. */
export function withDrop(drops: readonly Point[], at: Point): string {
  const others = drops.filter((each) => String(each) !== String(at));
  return [...others, at].slice(-mostDrops).map(String).join(';');
}

function share([lo, hi]: Point, of: number): number {
  return Number((lo + of * (hi - lo)).toPrecision(2));
}
