import { beforeEach, describe, expect, it } from 'vitest';
import { RaceClient } from '../../../../web/engine/client/race-client.ts';
import { RunLine } from '../../../../web/engine/client/run-line.ts';
import type { WorkerReply, WorkerRequest } from '../../../../web/engine/protocol/protocol.ts';
import type { RaceProgress, RaceSave, RaceSetup } from '../../../../web/engine/protocol/race-types.ts';
import { FakeFrames, FakeWorker } from './fake-worker.ts';

const setup: RaceSetup = { net: { inputSize: 2, hiddenSize: 2, outputSize: 2 }, inputs: Float32Array.of(0, 1), labels: Uint8Array.of(1) };
const playing = { playing: true } as RaceProgress;
const resting = { playing: false } as RaceProgress;
const save = { naive: { gradients: 3 } } as unknown as RaceSave;
const saved = { playing: false, save } as RaceProgress;

let workers: FakeWorker<WorkerRequest, WorkerReply>[];
let frames: FakeFrames;
let told: unknown[];
let race: RaceClient;

const started = () => {
  const worker = new FakeWorker<WorkerRequest, WorkerReply>();
  workers.push(worker);
  return worker;
};

beforeEach(() => {
  workers = [];
  told = [];
  frames = new FakeFrames();
  const hooks = { progress: (given: unknown) => told.push(given), failed: (given: unknown) => told.push(given), lost: (given: unknown) => told.push(given) };
  race = new RaceClient(hooks, new RunLine(started), frames);
});

const asked = () =>
  workers
    .at(-1)
    ?.take()
    .map(({ type }) => type);

const ready = (run = 1) => workers.at(-1)?.reply({ type: 'ready', run, facts: undefined });
const reply = (progress: RaceProgress, run = 1) => workers.at(-1)?.reply({ type: 'progress', run, progress });

/** That stands in its worker, and has been asked what it has done. */
function begin(client = race): void {
  client.create(setup);
  client.play();
  ready();
  frames.pass();
}

describe('the page’s side of a race', () => {
  it('pulls once per frame, and not again before the answer is there', () => {
    begin();
    expect(asked()).toEqual(['create', 'play', 'pull']);
    frames.pass();
    expect(asked()).toEqual([]);
    reply(playing);
    frames.pass();
    expect(told).toEqual([playing]);
    expect(asked()).toEqual(['pull']);
  });

  it('asks for the picture', () => {
    begin();
    expect(workers[0]?.take().at(-1)).toMatchObject({ type: 'pull', want: { picture: true } });
  });

  it('goes on when its figure throws at a progress', () => {
    const fail = () => {
      throw new Error('the figure cannot draw this');
    };
    const failing = new RaceClient({ progress: fail, failed: () => {}, lost: (failure) => told.push(failure) }, new RunLine(started), frames);
    begin(failing);
    asked();
    for (let k = 0; k < 200; k++) {
      expect(() => reply(playing)).toThrow('cannot draw');
      frames.pass(100);
      expect(asked()).toEqual(['pull']);
    }
    expect(told).toEqual([]);
  });

  it('pulls no more once the race rests', () => {
    begin();
    race.pause();
    reply(playing);
    frames.pass();
    reply(resting);
    frames.pass();
    expect(frames.waiting).toBe(0);
  });

  it('goes on pulling when it is started while the answer of the pause is on its way', () => {
    begin();
    reply(playing);
    race.pause();
    frames.pass();
    race.play();
    frames.pass();
    reply(resting);
    frames.pass();
    expect(asked()).toEqual(['create', 'play', 'pull', 'pause', 'pull', 'play', 'pull']);
  });

  it('holds no worker when it is given up', () => {
    begin();
    race.dispose();
    expect(workers[0]?.terminated).toBe(true);
    expect(race.playing).toBe(false);
    expect(frames.waiting).toBe(0);
  });
});

describe('a race out of sight', () => {
  /** It has told its worker to rest, and left with what it has done. */
  function leave(): void {
    reply(playing);
    asked();
    race.visible = false;
    reply(saved);
    workers[0]?.reply({ type: 'left', run: 1, packed: save });
  }

  it('leaves its worker with what it has done, and goes on from there in another', () => {
    begin();
    leave();
    expect(workers[0]?.take()).toMatchObject([{ type: 'pause' }, { type: 'pull', want: { save: true } }, { type: 'leave' }, { type: 'drop' }]);
    expect(workers[0]?.terminated).toBe(true);
    expect(race.playing).toBe(true);
    race.visible = true;
    expect(workers[1]?.take()).toMatchObject([{ type: 'create', kind: 'race', setup, origin: { packed: save } }, { type: 'play' }]);
  });

  it('that rests starts no worker when it is seen again, but when it is started', () => {
    begin();
    race.pause();
    leave();
    race.visible = true;
    expect(workers).toHaveLength(1);
    race.play();
    expect(workers[1]?.take()).toMatchObject([{ type: 'create', origin: { packed: save } }, { type: 'play' }]);
  });

  it('waits for the answer that was on its way, and leaves with the next', () => {
    begin();
    race.visible = false;
    asked();
    reply(playing);
    expect(asked()).toEqual(['pull']);
    expect(workers[0]?.terminated).toBe(false);
    reply(saved);
    expect(asked()).toEqual(['leave']);
  });

  it('stays where it is when it is seen again before it has left', () => {
    begin();
    reply(playing);
    race.visible = false;
    race.visible = true;
    reply({ ...saved, playing: true });
    expect(asked()).not.toContain('leave');
    expect(workers).toHaveLength(1);
    expect(workers[0]?.terminated).toBe(false);
  });
});

describe('a race whose worker is gone', () => {
  it('says so, and can go on from what was saved last', () => {
    begin();
    reply({ ...saved, playing: true });
    told = [];
    workers[0]?.crash('out of memory');
    expect(told).toEqual([{ name: 'WorkerError', message: 'out of memory' }]);
    expect(frames.waiting).toBe(0);
    race.restart();
    expect(workers[1]?.take()).toMatchObject([{ type: 'create', origin: { checkpoint: save } }, { type: 'play' }]);
  });

  it('and that is lost again before it has saved anything goes on from the same', () => {
    begin();
    reply({ ...saved, playing: true });
    workers[0]?.crash('first');
    race.restart();
    ready(2);
    workers[1]?.crash('second');
    race.restart();
    expect(workers[2]?.take()[0]).toMatchObject({ type: 'create', origin: { checkpoint: save } });
  });

  it('is one whose worker does not answer for seconds of shown frames', () => {
    begin();
    for (let k = 0; k < 80; k++) frames.pass(100);
    expect(told).toEqual([{ name: 'TimeoutError', message: 'the worker has not answered for 8 seconds' }]);
    expect(workers[0]?.terminated).toBe(true);
  });
});

it('the races and the trainings of a page have different numbers', () => {
  const training = new RunLine(started);
  expect([training.newRun(), new RunLine(started, training.newRun).newRun(), training.newRun()]).toEqual([1, 2, 3]);
});
