// In the place of workers.ts where the page is one file: the worker's code is part of it.

import EngineWorker from '../worker/worker.ts?worker&inline';
import { surfaceWorkerName, trainingWorkerName } from './worker-names.ts';

export const startTrainingWorker = (): Worker => new EngineWorker({ name: trainingWorkerName });
export const startSurfaceWorker = (): Worker => new EngineWorker({ name: surfaceWorkerName });
