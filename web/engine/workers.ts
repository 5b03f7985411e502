// The only place where workers come into being, so that an embedded page or a single file can make them its own way.

import { surfaceWorkerName, trainingWorkerName } from './worker-names.ts';

const start = (name: string) => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name });

export const startTrainingWorker = (): Worker => start(trainingWorkerName);
export const startSurfaceWorker = (): Worker => start(surfaceWorkerName);
