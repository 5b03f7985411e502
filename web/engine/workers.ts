// The only place where workers come into being, so that an embedded page or a single file can make them its own way.

export function startTrainingWorker(): Worker {
  return new Worker(new URL('./training-worker.ts', import.meta.url), { type: 'module', name: 'downhill-training' });
}

export function startSurfaceWorker(): Worker {
  return new Worker(new URL('./surface-worker.ts', import.meta.url), { type: 'module', name: 'downhill-surface' });
}
