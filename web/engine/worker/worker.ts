import { surfaceWorkerName } from '../protocol/worker-names.ts';
import { serveSurfaces } from './surface-service.ts';
import { serveTraining } from './training-service.ts';

// The script of both workers: they share the engine, so a page loads it once, and in a single file it stands once. The name tells which it is.

if (self.name === surfaceWorkerName) serveSurfaces();
else serveTraining();
