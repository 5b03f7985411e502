import type { Dataset, Phase, Trainer, TrainerOptions, TwoLayerNet } from './api.ts';
import { index, number, options, seed, typed, word } from './check.ts';
import type { DatasetClass } from './dataset.ts';
import { EngineObject, own, unwrap } from './handle.ts';
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
      return unwrap(own(this, TrainerOfEngine).iteration());
    }

    get diverged(): boolean {
      return unwrap(own(this, TrainerOfEngine).divergedAt()) !== undefined;
    }

    get divergedAt(): number | undefined {
      return unwrap(own(this, TrainerOfEngine).divergedAt());
    }

    get iterationsPerEpoch(): number {
      return unwrap(own(this, TrainerOfEngine).iterationsPerEpoch());
    }

    get phase(): Phase {
      return unwrap(own(this, TrainerOfEngine).phase());
    }

    get learningRate(): number {
      return unwrap(own(this, TrainerOfEngine).learningRate());
    }

    set learningRate(learningRate: number) {
      unwrap(own(this, TrainerOfEngine).setLearningRate(number('learningRate', learningRate)));
    }

    get miniBatch(): Uint32Array {
      return unwrap(own(this, TrainerOfEngine).miniBatch());
    }

    get lastGradient(): Float32Array {
      return unwrap(own(this, TrainerOfEngine).lastGradient());
    }

    step(): number {
      return unwrap(own(this, TrainerOfEngine).step());
    }

    stepOn(indices: Uint32Array): number {
      return unwrap(own(this, TrainerOfEngine).stepOn(typed('indices', indices, 'Uint32Array')));
    }

    run(iterations: number): Float32Array {
      return unwrap(own(this, TrainerOfEngine).run(index('iterations', iterations)));
    }

    drawMiniBatch(): Uint32Array {
      return unwrap(own(this, TrainerOfEngine).drawMiniBatch());
    }

    takeMiniBatch(indices: Uint32Array): void {
      unwrap(own(this, TrainerOfEngine).takeMiniBatch(typed('indices', indices, 'Uint32Array')));
    }

    computeGradient(): Float32Array {
      return unwrap(own(this, TrainerOfEngine).computeGradient());
    }

    update(): void {
      unwrap(own(this, TrainerOfEngine).update());
    }

    record(): number {
      return unwrap(own(this, TrainerOfEngine).record());
    }

    losses(from = 0): Float32Array {
      return unwrap(own(this, TrainerOfEngine).losses(index('from', from)));
    }

    snapshot(): Uint8Array {
      return unwrap(own(this, TrainerOfEngine).snapshot());
    }

    restore(snapshot: Uint8Array, losses: Float32Array = new Float32Array()): void {
      unwrap(own(this, TrainerOfEngine).restore(typed('snapshot', snapshot, 'Uint8Array'), typed('losses', losses, 'Float32Array')));
    }
  };
}
