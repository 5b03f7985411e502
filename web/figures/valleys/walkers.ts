import type { Engine } from '../../engine/api/api.ts';
import type { Point } from '../base/state/reading.ts';
import { type Landscape, type Walk, walkFrom } from './compute.ts';
import type { Motion } from './motion.ts';
import { dozen, onRidge } from './starts.ts';

/** Milliseconds. */
const lengths = { walk: 900, opening: 1050, between: 32, ridge: 560 };

/** Who walks on the terrain: the dozen of the opening, the one on the ridge, those of the reader. Each is seen to walk once. */
export class Walkers {
  /** From where the next one starts. */
  ring: Point = onRidge;
  #motion: Motion;
  #walks = new Map<string, Walk>();
  #seen: Set<string> | undefined;
  #own = new Set<string>();
  #filmed = new Set<string>();

  constructor(motion: Motion) {
    this.#motion = motion;
  }

  /** What was computed of it before is kept. */
  compute(engine: Engine, landscape: Landscape, starts: readonly Point[]): void {
    const before = this.#walks;
    const all = [...dozen, onRidge, ...starts, this.ring];
    this.#walks = new Map(all.map((start) => [String(start), before.get(String(start)) ?? walkFrom(engine, landscape, start)]));
  }

  from(starts: readonly Point[]): Walk[] {
    return starts.flatMap((start) => this.#walks.get(String(start)) ?? []);
  }

  /** Those that the reader dropped here, or a film that plays: what a link or an earlier film brought is nobody's finding. */
  own(starts: readonly Point[], filming: boolean): Walk[] {
    const dropped = filming ? this.#filmed : this.#own;
    return this.from(starts.filter((start) => dropped.has(String(start))));
  }

  /** The dozen roll down; one more shows where to press. */
  open(): void {
    dozen.forEach((start, i) => {
      this.#motion.begin(String(start), lengths.opening, i * lengths.between);
    });
    this.#motion.begin(String(onRidge), lengths.ridge, lengths.opening + dozen.length * lengths.between);
  }

  /** All of them walk once more, those of the reader one after the other. */
  again(starts: readonly Point[]): void {
    if (starts.length === 0) this.open();
    starts.forEach((start, i) => {
      this.#motion.begin(String(start), lengths.walk, (i * lengths.walk) / 2);
    });
  }

  /** The reader drops one there, also where one was dropped before. */
  drop(start: Point): void {
    this.ring = start;
    this.#own.add(String(start));
    this.#seen?.delete(String(start));
  }

  /** Walks that were not there before are seen to be walked, unless all is to be `still`; those of a link have been. `filming`: a film drops them. */
  meet(starts: readonly Point[], { still, filming }: { readonly still: boolean; readonly filming: boolean }): void {
    const names = starts.map(String);
    const added = names.filter((name) => this.#seen && !this.#seen.has(name));
    if (!this.#seen || added.length > 0) this.ring = starts.at(-1) ?? this.ring;
    this.#seen = new Set(names);
    for (const name of added) {
      if (filming) this.#filmed.add(name);
      if (!still) this.#motion.begin(name, lengths.walk);
    }
  }
}
