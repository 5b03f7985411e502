import type { Dataset, Phase, Trainer, TrainerOptions, TwoLayerNet } from './api.ts';
import { index, number, options, seed, typed, word } from './check.ts';
import type { DatasetClass } from './dataset.ts';
import { EngineObject, unwrap } from './handle.ts';
import type { EngineModule, RawTrainer } from './module-types.ts';
import type { TwoLayerNetClass } from './two-layer-net.ts';

const trainerOptions = { batchSize: index, learningRate: number, seed, gradient: word, optimizer: word, h: number, sampling: word };

export function trainerClass(module: EngineModule, NetOfEngine: TwoLayerNetClass, DatasetOfEngine: DatasetClass) {
  return class TrainerOfEngine extends EngineObject<RawTrainer> implements Trainer {
    static override readonly kind = 'Trainer';

    constructor(net: TwoLayerNet, train: Dataset, given: TrainerOptions = {}) {
      const checked = options('options', given, trainerOptions);
      super(unwrap(module.trainer(EngineObject.rawOf('net', net, NetOfEngine), EngineObject.rawOf('train', train, DatasetOfEngine), checked)), TrainerOfEngine);
    }

    get iteration(): number {
      return unwrap(this.raw.iteration());
    }

    get diverged(): boolean {
      return this.divergedAt !== undefined;
    }

    get divergedAt(): number | undefined {
      return unwrap(this.raw.divergedAt());
    }

    get iterationsPerEpoch(): number {
      return unwrap(this.raw.iterationsPerEpoch());
    }

    get phase(): Phase {
      return unwrap(this.raw.phase());
    }

    get learningRate(): number {
      return unwrap(this.raw.learningRate());
    }

    set learningRate(learningRate: number) {
      unwrap(this.raw.setLearningRate(number('learningRate', learningRate)));
    }

    get miniBatch(): Uint32Array {
      return unwrap(this.raw.miniBatch());
    }

    get lastGradient(): Float32Array {
      return unwrap(this.raw.lastGradient());
    }

    step(): number {
      return unwrap(this.raw.step());
    }

    stepOn(indices: Uint32Array): number {
      return unwrap(this.raw.stepOn(typed('indices', indices, 'Uint32Array')));
    }

    run(iterations: number): Float32Array {
      return unwrap(this.raw.run(index('iterations', iterations)));
    }

    drawMiniBatch(): Uint32Array {
      return unwrap(this.raw.drawMiniBatch());
    }

    takeMiniBatch(indices: Uint32Array): void {
      unwrap(this.raw.takeMiniBatch(typed('indices', indices, 'Uint32Array')));
    }

    computeGradient(): Float32Array {
      return unwrap(this.raw.computeGradient());
    }

    update(): void {
      unwrap(this.raw.update());
    }

    record(): number {
      return unwrap(this.raw.record());
    }

    losses(from = 0): Float32Array {
      return unwrap(this.raw.losses(index('from', from)));
    }

    snapshot(): Uint8Array {
      return unwrap(this.raw.snapshot());
    }

    restore(snapshot: Uint8Array, losses: Float32Array = new Float32Array()): void {
      unwrap(this.raw.restore(typed('snapshot', snapshot, 'Uint8Array'), typed('losses', losses, 'Float32Array')));
    }
  };
}
