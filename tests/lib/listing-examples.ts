import { listingOf as data } from '../../web/figures/data/listing.ts';
import { listingOf as derivative } from '../../web/figures/derivative/listing.ts';
import { listingOf as descent } from '../../web/figures/descent/listing.ts';
import { listingOf as generalisation } from '../../web/figures/generalisation/listing.ts';
import { readState as readGeneralisation } from '../../web/figures/generalisation/state.ts';
import { listingOf as gradientField } from '../../web/figures/gradient-field/listing.ts';
import { stepListing as training } from '../../web/figures/learning/step-listing.ts';
import { listingOf as loss } from '../../web/figures/loss/listing.ts';
import { readState as readLoss } from '../../web/figures/loss/state.ts';
import { listingOf as miniBatch } from '../../web/figures/mini-batch/listing.ts';
import { listingOf as partial } from '../../web/figures/partial/listing.ts';
import { listing as race } from '../../web/figures/race/listing.ts';
import { listingOf as simpleNet } from '../../web/figures/simple-net/listing.ts';
import { readState as readSimpleNet } from '../../web/figures/simple-net/state.ts';
import { listingOf as whyLoss } from '../../web/figures/why-loss/listing.ts';

const none = () => null;
/** What the Code panel of each figure shows in one of its states. */
export const example = {
  data: data({ testFraction: 0.2, seed: 1 }),
  derivative: derivative({ f: '0.01*x^2+0.1*x', x: 5, h: 1e-4, scheme: 'central' }),
  partial: partial('x0^2+x1^2', [3, 4]),
  gradientField: gradientField('x0^2+x1^2', { x0: [-2, 2.25], x1: [-1, 1] }),
  descent: descent('x0^2+x1^2', { start: [-3, 4], steps: 20, runs: [{ optimizer: 'sgd', learningRate: 0.1 }] }, 0),
  loss: loss(readLoss(none)),
  simpleNet: simpleNet(readSimpleNet(none)),
  miniBatch: miniBatch({ batchSize: 100, seed: 1 }),
  whyLoss: whyLoss(40, { range: [-1, 1.5] }),
  race,
  training: training({ batchSize: 10, learningRate: 0.1, optimizer: 'momentum', seed: 1 }),
  generalisation: generalisation({ ...readGeneralisation(none), iterations: 30 }),
  generalisationOfFew: generalisation({ ...readGeneralisation(none), iterations: 30, size: '300' }),
};
