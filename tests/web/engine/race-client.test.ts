import { beforeEach, describe, expect, it } from 'vitest';
import { RaceClient } from '../../../web/engine/race-client.ts';
import type { RaceProgress, RaceSetup } from '../../../web/engine/race-protocol.ts';
import { SurfaceLine, type SurfaceWorkerReply, type SurfaceWorkerRequest } from '../../../web/engine/surface-line.ts';
import { FakeFrames, FakeWorker } from './fake-worker.ts';

const setup: RaceSetup = { net: { inputSize: 2, hiddenSize: 2, outputSize: 2 }, inputs: Float32Array.of(0, 1), labels: Uint8Array.of(1) };
const running = { running: true } as RaceProgress;
const resting = { running: false } as RaceProgress;

let workers: FakeWorker<SurfaceWorkerRequest, SurfaceWorkerReply>[];
let frames: FakeFrames;
let told: unknown[];
let race: RaceClient;

beforeEach(() => {
  workers = [];
  told = [];
  frames = new FakeFrames();
  const line = new SurfaceLine(() => {
    const worker = new FakeWorker<SurfaceWorkerRequest, SurfaceWorkerReply>();
    workers.push(worker);
    return worker;
  });
  let run = 0;
  const hooks = { progress: (given: unknown) => told.push(given), failed: (given: unknown) => told.push(given), lost: (given: unknown) => told.push(given) };
  race = new RaceClient(hooks, line, frames, () => ++run);
});

const asked = () =>
  workers
    .at(-1)
    ?.take()
    .map(({ type }) => type);

describe('the page’s side of a race', () => {
  it('pulls once per frame, and not again before the answer is there', () => {
    race.begin(setup);
    race.start();
    frames.pass();
    expect(asked()).toEqual(['race', 'race-start', 'race-pull']);
    frames.pass();
    expect(asked()).toEqual([]);
    workers[0]?.reply({ type: 'race-progress', run: 1, progress: running });
    frames.pass();
    expect(told).toEqual([running]);
    expect(asked()).toEqual(['race-pull']);
  });

  it('pulls no more once the race rests', () => {
    race.begin(setup);
    race.start();
    race.pause();
    frames.pass();
    workers[0]?.reply({ type: 'race-progress', run: 1, progress: resting });
    expect(frames.waiting).toBe(0);
  });

  it('goes on pulling when it is started while the answer of the pause is on its way', () => {
    race.begin(setup);
    race.pause();
    frames.pass();
    race.start();
    frames.pass();
    workers[0]?.reply({ type: 'race-progress', run: 1, progress: resting });
    frames.pass();
    expect(asked()).toEqual(['race', 'race-pause', 'race-pull', 'race-start', 'race-pull']);
  });

  it('holds no worker when it is given up', () => {
    race.begin(setup);
    race.start();
    race.dispose();
    expect(workers[0]?.terminated).toBe(true);
    expect(frames.waiting).toBe(0);
  });

  it('tells that its worker is gone, and begins with another', () => {
    race.begin(setup);
    race.start();
    workers[0]?.crash('out of memory');
    expect(told).toEqual([{ name: 'WorkerError', message: 'out of memory' }]);
    expect(frames.waiting).toBe(0);
    race.begin(setup);
    expect(workers).toHaveLength(2);
  });
});
