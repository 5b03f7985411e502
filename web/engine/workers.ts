// The only place where workers come into being, so that an embedded page or a single file can make them its own way.

import workerScript from './worker.ts?worker&url';
import { surfaceWorkerName, trainingWorkerName } from './worker-names.ts';

export const startTrainingWorker = (): Worker => start(trainingWorkerName);
export const startSurfaceWorker = (): Worker => start(surfaceWorkerName);

/**
 * The script of a worker must be of the page's own origin. On another site's page, and in a sandboxed frame, it is a line that
 * imports the real one: a module may come from anywhere, if that allows it.
 */
function start(name: string): Worker {
  const script = new URL(workerScript, import.meta.url);
  if (script.origin === self.origin) return new Worker(script, { type: 'module', name });
  const line = URL.createObjectURL(new Blob([`import ${JSON.stringify(script.href)};`], { type: 'text/javascript' }));
  const worker = new Worker(line, { type: 'module', name });
  // Not at once: a browser may read the line later.
  worker.addEventListener('message', () => URL.revokeObjectURL(line), { once: true });
  return worker;
}
