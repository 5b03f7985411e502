import type { Phase } from '../api/api.ts';
import { ifSound } from '../api/if-sound.ts';
import { samplesOf } from '../data/samples.ts';
import type { PhaseReport } from '../protocol/protocol.ts';
import type { Learner } from './learner.ts';

const shownSamples = 16;

/** Runs the phase whose turn it is, and tells what it did. */
export function runPhase({ engine, net, trainer, data }: Learner): PhaseReport {
  const iteration = trainer.iteration + 1;
  const report = (): { iteration: number; next: Phase } => ({ iteration, next: trainer.phase });
  switch (trainer.phase) {
    case 'mini-batch': {
      const indices = trainer.drawMiniBatch();
      return { phase: 'mini-batch', ...report(), indices, samples: samplesOf(data.train, indices.subarray(0, shownSamples)) };
    }
    case 'gradient': {
      const gradient = trainer.computeGradient();
      const batch = trainer.miniBatch;
      const loss = ifSound(() => net.loss(data.train.inputs(batch), data.train.labels(batch))) ?? Number.NaN;
      return { phase: 'gradient', ...report(), loss, norms: engine.gradientNorms(net, gradient), gradientW1: gradient.slice(0, net.inputSize * net.hiddenSize) };
    }
    case 'update':
      trainer.update();
      return { phase: 'update', ...report(), weights: net.getParameters().slice(0, net.inputSize * net.hiddenSize) };
    case 'record':
      return { phase: 'record', loss: trainer.record(), ...report() };
  }
}
