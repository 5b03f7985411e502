import type { Dataset, Engine, TwoLayerNet } from '../../engine/api/api.ts';
import { inkOf, inkSide } from '../base/controls/ink.ts';
import { drawingText, type Stroke } from '../base/controls/strokes.ts';
import { Remembered } from '../base/work/remembered.ts';
import { SlicedWork, type WorkHost } from '../base/work/sliced-work.ts';
import { answerOf } from '../learning/answer.ts';
import { chapterNet, learnt, type Parts, partsOf } from '../learning/learnt-net.ts';
import type { Answers } from './answer-bars.ts';
import { type Apart, firstApart, type Readers, readersOf } from './readers.ts';

/** The two nets, which learn in slices, and what they make of the digit on the pad; until then, what they make of it untrained. */
export class Reading {
  parts: Parts | undefined;
  /** Once both have learnt. */
  readers: Readers | undefined;
  apart: Apart | undefined;
  /** 28 × 28, as the nets see the drawing, or the test digit. */
  seen: Uint8Array | undefined;
  answers: Answers | undefined;
  #learning: SlicedWork<Readers>;
  #untrained: TwoLayerNet | undefined;
  #drawings = new Remembered<Uint8Array>();

  constructor(host: WorkHost) {
    this.#learning = new SlicedWork(host);
  }

  /** While they learn, the share that is done. */
  get share(): number | undefined {
    return this.readers ? undefined : this.#learning.share;
  }

  labelOf(digit: number): number | undefined {
    return this.parts?.test.labels(Uint32Array.of(digit))[0];
  }

  /** The drawing, or without one the test digit. */
  read(engine: Engine, digits: Dataset, strokes: readonly Stroke[], digit: number): void {
    this.parts ??= partsOf(digits);
    const { train, test } = this.parts;
    this.#untrained ??= chapterNet(engine, train, learnt.seed);
    const readers = this.#learning.of('nets', () => readersOf(engine, train));
    if (readers && !this.readers) this.apart = firstApart(engine, readers, train, test);
    this.readers = readers;
    const drawn = () => this.#drawings.of([drawingText(strokes)], () => engine.digitFromDrawing(inkOf(strokes), inkSide, inkSide));
    this.seen = strokes.length > 0 ? drawn() : test.pixels(Uint32Array.of(digit));
    this.answers = { few: answerOf(engine, readers?.few ?? this.#untrained, this.seen), all: answerOf(engine, readers?.all ?? this.#untrained, this.seen) };
  }
}
