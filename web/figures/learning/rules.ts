import { chapterSettings } from './chapter-settings.ts';

export const hiddenRule = { attribute: 'hidden-size', lowest: 1, highest: 1024, integer: true, fallback: chapterSettings.hiddenSize };
export const batchRule = { attribute: 'batch-size', lowest: 1, highest: 8000, integer: true, fallback: chapterSettings.batchSize };
/** Up to what float32 holds, so that a reader can see a run diverge. */
export const rateRule = { attribute: 'learning-rate', lowest: 0, highest: 1e38, fallback: chapterSettings.learningRate };
export const seedRule = { attribute: 'seed', lowest: 0, highest: 999_999, integer: true, fallback: chapterSettings.seed };

/** Another one, for another draw of what is random. */
export const nextSeed = (seed: number, { highest }: { readonly highest: number } = seedRule): number => (seed + 1) % (highest + 1);
