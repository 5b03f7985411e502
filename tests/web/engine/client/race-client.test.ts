import { beforeEach, describe, expect, it } from 'vitest';
import { RaceClient } from '../../../../web/engine/client/race-client.ts';
import { SurfaceLine } from '../../../../web/engine/client/surface-line.ts';
import type { RaceProgress, RaceSave, RaceSetup, SurfaceWorkerReply, SurfaceWorkerRequest } from '../../../../web/engine/protocol/race-protocol.ts';
import { FakeFrames, FakeWorker } from './fake-worker.ts';

const setup: RaceSetup = { net: { inputSize: 2, hiddenSize: 2, outputSize: 2 }, inputs: Float32Array.of(0, 1), labels: Uint8Array.of(1) };
const running = { running: true } as RaceProgress;
const resting = { running: false } as RaceProgress;
const save = { naive: { gradients: 3 } } as unknown as RaceSave;
const saved = { running: false, save } as RaceProgress;

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

  it('goes on when its figure throws at a progress', () => {
    const failing = new RaceClient(
      {
        progress: () => {
          throw new Error('the figure cannot draw this');
        },
        failed: () => {},
        lost: (failure) => told.push(failure),
      },
      new SurfaceLine(() => {
        const worker = new FakeWorker<SurfaceWorkerRequest, SurfaceWorkerReply>();
        workers.push(worker);
        return worker;
      }),
      frames,
      () => 1,
    );
    failing.begin(setup);
    failing.start();
    asked();
    for (let k = 0; k < 200; k++) {
      frames.pass(100);
      expect(asked()).toEqual(['race-pull']);
      expect(() => workers.at(-1)?.reply({ type: 'race-progress', run: 1, progress: running })).toThrow('cannot draw');
    }
    expect(told).toEqual([]);
  });

  it('pulls no more once the race rests', () => {
    race.begin(setup);
    race.start();
    race.pause();
    frames.pass();
    workers[0]?.reply({ type: 'race-progress', run: 1, progress: resting });
    frames.pass();
    expect(frames.waiting).toBe(0);
  });

  it('goes on pulling when it is started while the answer of the pause is on its way', () => {
    race.begin(setup);
    race.start();
    race.pause();
    frames.pass();
    race.start();
    frames.pass();
    workers[0]?.reply({ type: 'race-progress', run: 1, progress: resting });
    frames.pass();
    expect(asked()).toEqual(['race', 'race-start', 'race-pause', 'race-pull', 'race-start', 'race-pull']);
  });

  it('holds no worker before the start', () => {
    race.begin(setup);
    expect(workers).toEqual([]);
  });

  it('holds no worker when it is given up', () => {
    race.begin(setup);
    race.start();
    race.dispose();
    expect(workers[0]?.terminated).toBe(true);
    expect(frames.waiting).toBe(0);
  });
});

describe('a race out of sight', () => {
  it('leaves its worker with what it has done, and goes on from there in another', () => {
    race.begin(setup);
    race.start();
    frames.pass();
    workers[0]?.reply({ type: 'race-progress', run: 1, progress: running });
    workers[0]?.take();
    race.visible = false;
    expect(workers[0]?.take()).toMatchObject([{ type: 'race-pause' }, { type: 'race-pull', save: true }]);
    workers[0]?.reply({ type: 'race-progress', run: 1, progress: saved });
    expect(workers[0]?.terminated).toBe(true);
    expect(race.going).toBe(true);
    race.visible = true;
    expect(workers[1]?.take()).toMatchObject([{ type: 'race', setup, resumeFrom: save }, { type: 'race-start' }]);
  });

  it('that rests starts no worker when it is seen again', () => {
    race.begin(setup);
    race.start();
    race.pause();
    race.visible = false;
    workers[0]?.reply({ type: 'race-progress', run: 1, progress: saved });
    race.visible = true;
    expect(workers).toHaveLength(1);
    race.start();
    expect(workers[1]?.take()[0]).toMatchObject({ type: 'race', resumeFrom: save });
  });

  it('waits for the answer that was on its way, and leaves with the next', () => {
    race.begin(setup);
    race.start();
    frames.pass();
    race.visible = false;
    asked();
    workers[0]?.reply({ type: 'race-progress', run: 1, progress: running });
    expect(asked()).toEqual(['race-pause', 'race-pull']);
    expect(workers[0]?.terminated).toBe(false);
  });

  it('stays where it is when it is seen again before it has left', () => {
    race.begin(setup);
    race.start();
    race.visible = false;
    race.visible = true;
    workers[0]?.reply({ type: 'race-progress', run: 1, progress: { ...saved, running: true } });
    expect(workers).toHaveLength(1);
    expect(workers[0]?.terminated).toBe(false);
  });
});

describe('a race whose worker is gone', () => {
  it('says so, and goes on from what was saved last at the next start', () => {
    race.begin(setup);
    race.start();
    frames.pass();
    workers[0]?.reply({ type: 'race-progress', run: 1, progress: { ...saved, running: true } });
    told = [];
    workers[0]?.crash('out of memory');
    expect(told).toEqual([{ name: 'WorkerError', message: 'out of memory' }]);
    expect(race.going).toBe(false);
    expect(frames.waiting).toBe(0);
    race.start();
    expect(workers[1]?.take()).toMatchObject([{ type: 'race', resumeFrom: save }, { type: 'race-start' }]);
  });

  it('is one whose worker does not answer for seconds of shown frames', () => {
    race.begin(setup);
    race.start();
    frames.pass();
    for (let k = 0; k < 80; k++) frames.pass(100);
    expect(told).toEqual([{ name: 'TimeoutError', message: 'the worker has not answered for 8 seconds' }]);
    expect(workers[0]?.terminated).toBe(true);
  });
});
