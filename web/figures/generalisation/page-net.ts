import type { Engine, TwoLayerNet } from '../../engine/api/api.ts';
import { ifSound } from '../../engine/api/if-sound.ts';
import { inkOf, inkSide } from '../base/controls/ink.ts';
import { drawingText, type Stroke } from '../base/controls/strokes.ts';
import { Remembered } from '../base/work/remembered.ts';
import type { Snapshot } from './run.ts';
import { classes } from './state.ts';

const inputSize = 784;

export interface Answer {
  /** 28 × 28, as the net sees the drawing. */
  readonly seen: Uint8Array;
  /** One for each class; undefined while there is no net, and where it answers with NaN. */
  readonly probabilities: Float32Array | undefined;
}

/** The newest net of the run on the page's own engine, so that it answers while the reader draws, also when its worker is gone. */
export class PageNet {
  #net: TwoLayerNet | undefined;
  #snapshot: Snapshot | undefined;
  #drawings = new Remembered<Uint8Array>();

  read(engine: Engine, strokes: readonly Stroke[], snapshot: Snapshot | undefined): Answer | undefined {
    if (strokes.length === 0) return undefined;
    const seen = this.#drawings.of([drawingText(strokes)], () => engine.digitFromDrawing(inkOf(strokes), inkSide, inkSide));
    return { seen, probabilities: snapshot && ifSound(() => this.#netOf(engine, snapshot).predict(engine.inputsOfPixels(seen))) };
  }

  delete(): void {
    this.#net?.delete();
    this.#net = undefined;
    this.#snapshot = undefined;
  }

  #netOf(engine: Engine, snapshot: Snapshot): TwoLayerNet {
    if (this.#net?.hiddenSize !== snapshot.hiddenSize) {
      this.delete();
      this.#net = new engine.TwoLayerNet({ inputSize, hiddenSize: snapshot.hiddenSize, outputSize: classes });
    }
    if (snapshot !== this.#snapshot) this.#net.setParameters(snapshot.parameters);
    this.#snapshot = snapshot;
    return this.#net;
  }
}
