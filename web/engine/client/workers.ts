// The only place where workers come into being, so that an embedded page or a single file can make them its own way.

import workerScript from '../worker/worker.ts?worker&url';
import { surfaceWorkerName, trainingWorkerName } from './worker-names.ts';

export const startTrainingWorker = (): Worker => start(trainingWorkerName);
export const startSurfaceWorker = (): Worker => start(surfaceWorkerName);

/**
 * The script of a worker must be of the page's own origin. On another site's page, and in a sandboxed frame, it is a line that
 * imports the real one: a module may come from anywhere, if that allows it.
 */
function start(name: string): Worker {
  const script = new URL(workerScript, import.meta.url);
  const options = { type: 'module', name } as const;
  if (script.origin === self.origin) return new Worker(script, options);
  const line = `import ${JSON.stringify(script.href)};`;
  // In a sandboxed frame Chromium starts no module worker from a blob; elsewhere a data: address would keep it from the page's cache.
  if (self.origin === 'null') return new Worker(`data:text/javascript,${encodeURIComponent(line)}`, options);
  const address = URL.createObjectURL(new Blob([line], { type: 'text/javascript' }));
  const worker = new Worker(address, options);
  // Not at once: a browser may read the line later.
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
  return worker;
}
