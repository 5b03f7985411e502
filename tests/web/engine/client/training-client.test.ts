import { beforeEach, describe, expect, it } from 'vitest';
import { RunLine } from '../../../../web/engine/client/run-line.ts';
import { TrainingClient } from '../../../../web/engine/client/training-client.ts';
import type { Failure, Progress, WorkerReply, WorkerRequest } from '../../../../web/engine/protocol/protocol.ts';
import type { Checkpoint, PackedRun, RunFacts, RunOptions } from '../../../../web/engine/protocol/run-types.ts';
import { progressOf } from '../progress.ts';
import { circle, circleFacts as facts, settings } from '../settings.ts';
import { FakeFrames, FakeWorker } from './fake-worker.ts';

const options: RunOptions = { ...settings, data: circle };

let workers: FakeWorker<WorkerRequest, WorkerReply>[];
let frames: FakeFrames;
let line: RunLine;
let told: { ready: RunFacts[]; progress: Progress[]; failed: Failure[]; lost: number[]; left: number };

beforeEach(() => {
  workers = [];
  frames = new FakeFrames();
  line = new RunLine(() => {
    const worker = new FakeWorker<WorkerRequest, WorkerReply>();
    workers.push(worker);
    return worker;
  });
  told = { ready: [], progress: [], failed: [], lost: [], left: 0 };
});

function client(): TrainingClient {
  return new TrainingClient(
    {
      ready: (given) => told.ready.push(given),
      progress: (progress) => told.progress.push(progress),
      failed: (failure) => told.failed.push(failure),
      left: () => told.left++,
      lost: (_, checkpoint) => told.lost.push(checkpoint?.iteration ?? 0),
    },
    line,
    frames,
  );
}

function worker(): FakeWorker<WorkerRequest, WorkerReply> {
  const last = workers.at(-1);
  if (!last) throw new Error('no worker was started');
  return last;
}

const types = () =>
  worker()
    .take()
    .map(({ type }) => type);
const runOf = (requests: WorkerRequest[]) => requests.flatMap((request) => (request.type === 'create' ? [request.run] : [])).at(-1) ?? 0;

/** A client whose run stands and has been drawn once. */
function standing(): { training: TrainingClient; run: number } {
  const training = client();
  training.create(options);
  const run = runOf(worker().take());
  worker().reply({ type: 'ready', run, facts });
  frames.pass();
  worker().reply({ type: 'progress', run, progress: progressOf(0, []) });
  worker().take();
  return { training, run };
}

it('no worker is started before the first run', () => {
  client();
  expect(workers).toEqual([]);
});

it('a run plays up to an iteration, and is told of each later one once', () => {
  const { training, run } = standing();
  for (const until of [10, 10, 20, undefined]) training.play(until);
  const played = worker()
    .take()
    .filter(({ type }) => type === 'play');
  expect(played).toEqual([
    { type: 'play', run, until: 10 },
    { type: 'play', run, until: 20 },
    { type: 'play', run },
  ]);
  expect(training.playing).toBe(true);
});

it('data go to the worker once for all runs that use them', () => {
  client().create(options);
  client().create({ ...options, seed: 2 });
  expect(types()).toEqual(['data', 'create', 'create']);
});

it('data that no run uses any more are forgotten', () => {
  const { training, run } = standing();
  const other = client();
  other.create({ ...options, data: { kind: 'toy', name: 'xor', size: 10, noise: 0, seed: 1 } });
  worker().take();
  training.dispose();
  expect(worker().take()).toEqual([
    { type: 'drop', run },
    { type: 'forget-data', data: 1 },
  ]);
});

it('the worker ends with the last run', () => {
  standing().training.dispose();
  expect(worker().terminated).toBe(true);
});

describe('a figure that throws at what it is told', () => {
  /** A client whose figure throws whenever it hears of this. */
  function throwing(at: 'ready' | 'progress'): { training: TrainingClient; run: number } {
    const fail = () => {
      throw new Error('the figure cannot draw this');
    };
    const hooks = { ready: () => {}, progress: () => {}, failed: () => {}, lost: (_: Failure, checkpoint?: Checkpoint) => told.lost.push(checkpoint?.iteration ?? 0), [at]: fail };
    const training = new TrainingClient(hooks, line, frames);
    training.create(options);
    return { training, run: runOf(worker().take()) };
  }

  it('is told of the next progress, and keeps its worker', () => {
    const { training, run } = throwing('progress');
    worker().reply({ type: 'ready', run, facts });
    training.play();
    worker().take();
    for (let k = 0; k < 200; k++) {
      frames.pass(100);
      expect(types()).toEqual(['pull']);
      expect(() => worker().reply({ type: 'progress', run, progress: progressOf(k, [1], { playing: true }) })).toThrow('cannot draw');
    }
    expect(training.losses.length).toBe(200);
    expect(told.lost).toEqual([]);
  });

  it('has its run all the same', () => {
    const { training, run } = throwing('ready');
    expect(() => worker().reply({ type: 'ready', run, facts })).toThrow('cannot draw');
    training.step(1);
    frames.pass();
    expect(types()).toEqual(['step', 'pull']);
  });
});

describe('pulls', () => {
  it('come once a frame while it plays, and never two at a time', () => {
    const { training, run } = standing();
    training.play();
    expect(types()).toEqual(['play']);
    frames.pass();
    expect(types()).toEqual(['pull']);
    frames.pass();
    frames.pass();
    expect(types()).toEqual([]);
    worker().reply({ type: 'progress', run, progress: progressOf(0, [2, 1], { playing: true }) });
    frames.pass();
    expect(types()).toEqual(['pull']);
  });

  it('end when nothing happens any more', () => {
    const { training, run } = standing();
    training.step(2);
    frames.pass();
    worker().reply({ type: 'progress', run, progress: progressOf(0, [2], { busy: true }) });
    frames.pass();
    worker().reply({ type: 'progress', run, progress: progressOf(1, [1]) });
    frames.pass();
    expect(types()).toEqual(['step', 'pull', 'pull']);
    expect(frames.waiting).toBe(0);
  });

  it('ask for what the figure wants', () => {
    const { training } = standing();
    training.want = { weights: true };
    training.refresh();
    frames.pass();
    expect(worker().take()).toMatchObject([{ type: 'pull', want: { weights: true } }]);
  });

  it('ask for a save every two seconds', () => {
    const { training, run } = standing();
    training.play();
    const saves: (boolean | undefined)[] = [];
    for (let k = 0; k < 400; k++) {
      frames.pass(10);
      for (const request of worker().take()) if (request.type === 'pull') saves.push(request.want.save);
      worker().reply({ type: 'progress', run, progress: progressOf(k, [1], { playing: true }) });
    }
    expect(saves.filter(Boolean).length).toBe(2);
  });
});

describe('the history', () => {
  it('grows by what each progress brings', () => {
    const { training, run } = standing();
    const accuracy = { epoch: 0, iteration: 0, train: 0.5, test: 0.5 };
    worker().reply({ type: 'progress', run, progress: progressOf(0, [3, 2], { accuracies: [accuracy] }) });
    worker().reply({ type: 'progress', run, progress: progressOf(2, [1]) });
    expect([...training.losses]).toEqual([3, 2, 1]);
    expect(training.accuracies).toEqual([accuracy]);
  });

  it('loses what a rewound run has taken another way around', () => {
    const { training, run } = standing();
    const at = (iteration: number, test: number) => ({ epoch: iteration, iteration, train: 0, test });
    worker().reply({ type: 'progress', run, progress: progressOf(0, [3, 2, 1], { accuracies: [at(1, 0.1), at(3, 0.3)] }) });
    worker().reply({ type: 'progress', run, progress: progressOf(1, [9], { accuracies: [at(2, 0.2)] }) });
    expect([...training.losses]).toEqual([3, 9]);
    expect(training.accuracies).toEqual([at(1, 0.1), at(2, 0.2)]);
  });
});

describe('what is not visible', () => {
  const save = { iteration: 2, snapshot: Uint8Array.of(1, 2, 3), rates: [{ iteration: 1, value: 0.1 }] };
  const packed = { iteration: 2, history: { losses: Float32Array.of(4, 3), snapshots: { kept: [] }, path: { kept: [] } } } as unknown as PackedRun;

  function hidden(): { training: TrainingClient; run: number } {
    const { training, run } = standing();
    training.play();
    worker().take();
    training.visible = false;
    return { training, run };
  }

  function leaving(): { training: TrainingClient; run: number } {
    const { training, run } = hidden();
    worker().take();
    worker().reply({ type: 'progress', run, progress: progressOf(0, [4, 3], { save }) });
    return { training, run };
  }

  function away(): TrainingClient {
    const { training, run } = leaving();
    worker().reply({ type: 'left', run, packed });
    return training;
  }

  it('rests, and leaves its worker when it is known to rest', () => {
    const { training, run } = hidden();
    expect(worker().take()).toEqual([
      { type: 'pause', run },
      { type: 'pull', run, want: { save: true } },
    ]);
    worker().reply({ type: 'progress', run, progress: progressOf(0, [4, 3], { save }) });
    expect(worker().take()).toEqual([{ type: 'leave', run }]);
    worker().reply({ type: 'left', run, packed });
    expect(worker().terminated).toBe(true);
    expect(told.left).toBe(1);
    expect(training.playing).toBe(true);
    expect(training.run).toBeUndefined();
    expect([...training.losses]).toEqual([4, 3]);
    expect(told.lost).toEqual([]);
  });

  it('asks for no frame', () => {
    leaving();
    frames.pass();
    expect(types()).toEqual(['leave']);
    expect(frames.waiting).toBe(0);
  });

  it('comes back into another worker as if it had never left, and plays if it played', () => {
    const training = away();
    const ready = told.ready.length;
    training.visible = true;
    expect(workers.length).toBe(2);
    const requests = worker().take();
    expect(requests.map(({ type }) => type)).toEqual(['data', 'create', 'play']);
    expect(requests[1]).toMatchObject({ origin: { packed } });
    worker().reply({ type: 'ready', run: runOf(requests), facts });
    frames.pass();
    expect(types()).toEqual(['pull']);
    expect(told.ready.length).toBe(ready);
    expect([...training.losses]).toEqual([4, 3]);
  });

  it('does there what was asked of it in the meantime', () => {
    const training = away();
    training.pause();
    training.setLearningRate(0.5);
    training.visible = true;
    const requests = worker().take();
    expect(requests.slice(2)).toEqual([{ type: 'learning-rate', run: runOf(requests), value: 0.5 }]);
  });

  it('comes back at once when it is visible again while it leaves', () => {
    const { training, run } = leaving();
    training.visible = true;
    expect(types()).toEqual(['leave']);
    worker().reply({ type: 'left', run, packed });
    expect(workers.length).toBe(1);
    expect(worker().terminated).toBe(false);
    expect(types()).toEqual(['create', 'play', 'drop']);
  });

  it('stays when it is visible again before it leaves', () => {
    const { training, run } = hidden();
    worker().take();
    training.visible = true;
    expect(types()).toEqual(['play']);
    worker().reply({ type: 'progress', run, progress: progressOf(0, [4], { playing: true }) });
    frames.pass();
    expect(types()).toEqual(['pull']);
  });

  it('asks again while it is at work, and leaves then', () => {
    const { run } = hidden();
    worker().take();
    worker().reply({ type: 'progress', run, progress: progressOf(0, [4], { busy: true }) });
    expect(worker().take()).toEqual([{ type: 'pull', run, want: { save: true } }]);
    worker().reply({ type: 'progress', run, progress: progressOf(1, [3], { save }) });
    expect(types()).toEqual(['leave']);
  });

  it('leaves also where the run has diverged', () => {
    const { run } = hidden();
    worker().take();
    worker().reply({ type: 'progress', run, progress: progressOf(0, [4], { divergedAt: 2 }) });
    expect(types()).toEqual(['leave']);
  });

  it('leaves as soon as it stands, if it was asked for unseen', () => {
    const training = client();
    training.visible = false;
    training.create(options);
    const run = runOf(worker().take());
    worker().reply({ type: 'ready', run, facts });
    worker().reply({ type: 'progress', run, progress: progressOf(0, [], { save }) });
    expect(types()).toEqual(['pull', 'leave']);
  });

  it('gives way to the run that was asked for instead', () => {
    const training = away();
    training.create({ ...options, seed: 2 });
    training.visible = true;
    expect(worker().received.flatMap((request) => (request.type === 'create' && request.kind === 'training' ? [request.settings.seed] : []))).toEqual([2]);
  });

  it('comes back if the run that was asked for instead is refused', () => {
    const training = away();
    training.create({ ...options, hiddenSize: -1 });
    training.visible = true;
    const refused = runOf(worker().take());
    worker().reply({ type: 'failed', run: refused, request: 'create', failure: { name: 'RangeError', message: 'hiddenSize is -1' } });
    expect(
      worker()
        .take()
        .find(({ type }) => type === 'create'),
    ).toMatchObject({ origin: { packed } });
  });

  it('goes on from its last save when the worker into which it comes is lost', () => {
    const training = away();
    training.visible = true;
    worker().crash('out of memory');
    expect(told.lost).toEqual([2]);
    training.restart();
    expect(worker().received.find(({ type }) => type === 'create')).toMatchObject({ origin: { checkpoint: { ...save, losses: Float32Array.of(4, 3) } } });
  });
});

describe('another run', () => {
  it('takes the place of the one before when it is ready', () => {
    const { training, run } = standing();
    worker().reply({ type: 'progress', run, progress: progressOf(0, [1]) });
    training.create({ ...options, seed: 2 });
    const next = runOf(worker().take());
    expect(training.losses.length).toBe(1);
    worker().reply({ type: 'ready', run: next, facts });
    expect(worker().take()).toEqual([{ type: 'drop', run }]);
    expect(training.losses.length).toBe(0);
    expect(told.ready.length).toBe(2);
  });

  it('that is refused leaves the one before as it was', () => {
    const { training, run } = standing();
    worker().reply({ type: 'progress', run, progress: progressOf(0, [1]) });
    training.create({ ...options, hiddenSize: -1 });
    const next = runOf(worker().take());
    worker().reply({ type: 'failed', run: next, request: 'create', failure: { name: 'RangeError', message: 'hiddenSize is -1' } });
    expect(told.failed).toEqual([{ name: 'RangeError', message: 'hiddenSize is -1' }]);
    worker().take();
    training.step();
    expect(worker().take()).toEqual([{ type: 'step', run, iterations: 1 }]);
    expect([...training.losses]).toEqual([1]);
  });

  it('can be told to play before it is ready', () => {
    const training = client();
    training.create(options);
    training.play();
    const requests = worker().take();
    expect(requests.at(-1)).toEqual({ type: 'play', run: runOf(requests) });
  });
});

describe('a worker that is lost', () => {
  const save = { iteration: 2, snapshot: Uint8Array.of(1, 2, 3), rates: [{ iteration: 1, value: 0.1 }] };

  function played(): { training: TrainingClient; run: number } {
    const { training, run } = standing();
    training.play();
    frames.pass();
    const accuracies = [
      { epoch: 0, iteration: 0, train: 0, test: 0 },
      { epoch: 1, iteration: 3, train: 1, test: 1 },
    ];
    worker().reply({ type: 'progress', run, progress: progressOf(0, [4, 3], { save, playing: true }) });
    worker().reply({ type: 'progress', run, progress: progressOf(2, [2, 1], { accuracies, playing: true }) });
    worker().take();
    return { training, run };
  }

  it('is told, with the iteration from which the run can go on', () => {
    played();
    worker().crash('out of memory');
    expect(told.lost).toEqual([2]);
    expect(worker().terminated).toBe(true);
  });

  it('keeps what was drawn', () => {
    const { training } = played();
    worker().crash('out of memory');
    expect([...training.losses]).toEqual([4, 3, 2, 1]);
  });

  it('is replaced by another, which goes on from the last save and plays if the run played', () => {
    const { training } = played();
    worker().crash('out of memory');
    training.restart();
    expect(workers.length).toBe(2);
    expect(worker().received.map(({ type }) => type)).toEqual(['data', 'create', 'play']);
    expect(worker().received[1]).toMatchObject({ origin: { checkpoint: { ...save, losses: Float32Array.of(4, 3), accuracies: [{ iteration: 0 }] } } });
  });

  it('without a save begins anew', () => {
    const { training } = standing();
    worker().reply({ type: 'aborted', failure: { name: 'RuntimeError', message: 'unreachable' } });
    expect(told.lost).toEqual([0]);
    training.restart();
    expect(worker().received.find(({ type }) => type === 'create')).not.toHaveProperty('origin');
  });

  it('again before the next save goes on from the same one', () => {
    const { training } = played();
    worker().crash('first');
    training.restart();
    worker().reply({ type: 'ready', run: runOf(worker().take()), facts: { ...facts, iteration: 2 } });
    worker().crash('second');
    expect(told.lost).toEqual([2, 2]);
    training.restart();
    expect(worker().received.find(({ type }) => type === 'create')).toMatchObject({ origin: { checkpoint: { losses: Float32Array.of(4, 3) } } });
  });

  it('after a rewind to before the save has nothing to go on from until the next one', () => {
    const { training, run } = played();
    worker().reply({ type: 'progress', run, progress: progressOf(1, [7]) });
    worker().crash('out of memory');
    expect(told.lost).toEqual([0]);
    expect([...training.losses]).toEqual([4, 7]);
  });

  it('is one that does not answer a pull for seconds of shown frames', () => {
    const { training } = standing();
    training.play();
    frames.pass();
    for (let k = 0; k < 79; k++) frames.pass(100);
    expect(told.lost).toEqual([]);
    frames.pass(100);
    expect(told.lost).toEqual([0]);
  });

  it('is not one whose machine slept', () => {
    const { training } = standing();
    training.play();
    frames.pass();
    frames.pass(3_600_000);
    expect(told.lost).toEqual([]);
  });

  it('is lost for every run that it held', () => {
    standing();
    standing();
    worker().crash('gone');
    expect(told.lost).toEqual([0, 0]);
  });

  it('gives way to another, which learns with the rate that was set last, be it newer than the save', () => {
    const { training, run } = standing();
    training.play();
    frames.pass();
    worker().reply({ type: 'progress', run, progress: progressOf(0, [4], { playing: true }) });
    training.setLearningRate(0.7);
    worker().crash('gone');
    training.restart();
    const restarted = worker().take();
    expect(restarted).toContainEqual({ type: 'learning-rate', run: runOf(restarted), value: 0.7 });
  });

  it('is also one that cannot be started at all', () => {
    let refused = true;
    line = new RunLine(() => {
      if (refused) throw new DOMException('no workers here', 'SecurityError');
      workers.push(new FakeWorker());
      return worker();
    });
    const training = client();
    training.create(options);
    expect(told.lost).toEqual([0]);
    refused = false;
    training.restart();
    expect(types()).toEqual(['data', 'create']);
  });
});
