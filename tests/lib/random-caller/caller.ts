import type { Engine } from '../../../web/engine/api/api.ts';
import { type Call, made } from './call.ts';
import { catalogue, type Entry } from './catalogue.ts';
import { Dice } from './dice.ts';
import { isPlain, Thrown } from './hostile.ts';
import { type Mischief, mischiefs, type Outcome } from './mischief.ts';
import { World } from './world.ts';

export interface Tally {
  calls: number;
  taken: number;
  refused: number;
  /** By path: how often each was called, and how often with success. */
  readonly paths: Map<string, { calls: number; taken: number }>;
}

/**
 * Calls everything of the API at random, right, wrong and hostile. Throws an Error that names the seed and the call where one of them does what it must not.
 * `golden` throws where the engine has changed; it is called after each call.
 */
export function callAtRandom(engine: Engine, other: Engine, seed: number, calls: number, golden: (call: number) => void): Tally {
  const dice = new Dice(seed);
  const world = new World(engine, other, dice);
  const prototypes = prototypesOf(world);
  const options = optionNames(world);
  const tally: Tally = { calls: 0, taken: 0, refused: 0, paths: new Map(catalogue.map(({ path }) => [path, { calls: 0, taken: 0 }])) };
  for (let k = 0; k < calls; k++) {
    const entry = dice.one(catalogue);
    const receiver = entry.on && world.one(entry.on);
    const call: Call = { entry, receiver, args: [...entry.args(world, receiver as never)] };
    const { mischief, outcome } = chosen(call, world);
    const speakable = [...entry.names, ...options.get(entry.path)!, ...ownNames(entry)];
    const failure = judge(call, mischief.name, outcome, world, () => made(engine, prototypes, call), tally, speakable);
    try {
      if (failure) throw failure;
      golden(k);
    } catch (cause) {
      throw new Error(`seed ${seed}, call ${k}: ${entry.path} with ${mischief.name}: ${(cause as Error).message}`, { cause });
    }
  }
  world.empty();
  return tally;
}

function prototypesOf(world: World): Map<string, object> {
  const kinds = ['curve', 'net', 'data', 'trainer', 'path', 'training'] as const;
  return new Map(kinds.map((kind) => [kind, Object.getPrototypeOf(world.one(kind))]));
}

const total = mischiefs.reduce((sum, { weight }) => sum + weight, 0);

function chosen(call: Call, world: World): { mischief: Mischief; outcome: Outcome } {
  for (;;) {
    let at = world.dice.whole(0, total - 1);
    const mischief = mischiefs.find(({ weight }) => {
      at -= weight;
      return at < 0;
    })!;
    const outcome = mischief.play(call, world);
    if (outcome) return { mischief, outcome };
  }
}

/** What has delete(), alone or in a list. */
const objectsIn = (result: unknown): { delete(): void }[] =>
  (Array.isArray(result) ? result : [result]).filter((object): object is { delete(): void } => typeof object === 'object' && object !== null && 'delete' in object);

/** Makes the call. An Error where it did what it must not. */
function judge({ entry, receiver }: Call, mischief: string, outcome: Outcome, world: World, call: () => unknown, tally: Tally, speakable: readonly string[]): Error | undefined {
  const path = tally.paths.get(entry.path)!;
  tally.calls++;
  path.calls++;
  try {
    const result = call();
    tally.taken++;
    path.taken++;
    // Of what mischief has made, no one knows what it is right for.
    for (const object of objectsIn(result)) {
      if (entry.keeps && mischief === 'none') world.keep(entry.keeps, object as never);
      else object.delete();
    }
    return outcome.kind === 'refused' ? new Error(`it was taken; it must be refused, naming ${outcome.names.join(' or ')}`) : undefined;
  } catch (error) {
    tally.refused++;
    // To look for a method's own object in a Proxy is to run the Proxy's code, before the engine's.
    if (mischief === 'a method on something else' && error instanceof Thrown) return undefined;
    if (outcome.kind === 'taken') return new Error(`it was refused: ${error}`, { cause: error });
    return wrongWith(error, outcome, speakable);
  } finally {
    if (entry.path.endsWith('.delete')) world.forget(receiver as object);
  }
}

function wrongWith(error: unknown, outcome: Outcome, speakable: readonly string[]): Error | undefined {
  const kind = [RangeError, TypeError, SyntaxError].find(({ prototype }) => Object.getPrototypeOf(error) === prototype);
  if (!kind) return new Error(`it threw ${error}`, { cause: error });
  const { message } = error as Error;
  if (outcome.kind === 'refused') {
    if (outcome.by && kind.name !== outcome.by) return new Error(`it threw a ${kind.name}, not a ${outcome.by}: ${message}`, { cause: error });
    return names(message, outcome.names) ? undefined : new Error(`the message does not name ${outcome.names.join(' or ')}: ${message}`, { cause: error });
  }
  if (kind === SyntaxError) {
    const position = (error as { position?: unknown }).position;
    return Number.isInteger(position) ? undefined : new Error(`no position: ${message}`, { cause: error });
  }
  return names(message, speakable) ? undefined : new Error(`the message names no argument: ${message}`, { cause: error });
}

/** A method may speak of its object, and of itself where it is not its turn. */
const ownNames = ({ path, on }: Entry) => (on ? ['this', path.split('.').at(-1)!.replace(/=$/, '')] : []);

const names = (message: string, any: readonly string[]) => any.some((name) => new RegExp(`(?<![\\w])${name.replace(/\W/g, '\\$&')}(?![\\w])`).test(message));

/** For each entry the names of the options among its right arguments, which a message may name. */
function optionNames(world: World): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { path, on, args } of catalogue) {
    const keys = new Set<string>();
    const look = (value: unknown) => {
      if (!isPlain(value)) return;
      for (const [key, inner] of Object.entries(value)) {
        keys.add(key);
        look(inner);
      }
    };
    for (let k = 0; k < 20; k++) for (const value of args(world, (on && world.one(on)) as never)) look(value);
    found.set(path, keys);
  }
  return found;
}
