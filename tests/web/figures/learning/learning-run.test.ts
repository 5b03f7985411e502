import { beforeEach, describe, expect, it } from 'vitest';
import { RunLine } from '../../../../web/engine/client/run-line.ts';
import { TrainingClient } from '../../../../web/engine/client/training-client.ts';
import type { WorkerReply, WorkerRequest } from '../../../../web/engine/protocol/protocol.ts';
import type { RunOptions } from '../../../../web/engine/protocol/run-types.ts';
import { LearningRun } from '../../../../web/figures/learning/learning-run.ts';
import { FakeFrames, FakeWorker } from '../../engine/client/fake-worker.ts';
import { progressOf } from '../../engine/progress.ts';
import { circle, circleFacts as facts, settings } from '../../engine/settings.ts';

const options: RunOptions = { ...settings, data: circle };
const failure = { name: 'RangeError', message: 'too large' };

let workers: FakeWorker<WorkerRequest, WorkerReply>[];
let run: LearningRun<'training', RunOptions, TrainingClient>;
/** How it stood each time that the figure was told to render. */
let stood: string[];

const reply = (given: WorkerReply) => workers.at(-1)?.reply(given);

beforeEach(() => {
  workers = [];
  stood = [];
  const line = new RunLine(() => {
    const worker = new FakeWorker<WorkerRequest, WorkerReply>();
    workers.push(worker);
    return worker;
  });
  run = new LearningRun((hooks) => new TrainingClient(hooks, line, new FakeFrames()), { changed: () => stood.push(run.standing.kind) });
});

describe('a run as a figure knows it', () => {
  it('waits, is made, and is ready', () => {
    expect(run.standing.kind).toBe('waiting');
    run.make(options);
    reply({ type: 'ready', run: 1, facts });
    expect(stood).toEqual(['making', 'ready']);
    expect(run.facts).toBe(facts);
  });

  it('keeps the numbers of the run before while another is made, and not those of its own beginning', () => {
    run.make(options);
    reply({ type: 'ready', run: 1, facts });
    reply({ type: 'progress', run: 1, progress: progressOf(0, [3, 2]) });
    run.make({ ...options, seed: 2 });
    expect(run.progress?.iteration).toBe(2);
    reply({ type: 'ready', run: 2, facts });
    expect(run.progress).toBeUndefined();
  });

  it('is ready as before when another cannot be made, and says why until one is', () => {
    run.make(options);
    reply({ type: 'ready', run: 1, facts });
    run.make(options);
    reply({ type: 'failed', run: 2, request: 'create', failure });
    expect(run.standing.kind).toBe('ready');
    expect(run.failure).toBe(failure);
    run.make(options);
    expect(run.failure).toBeUndefined();
  });

  it('waits again when the first cannot be made', () => {
    run.make(options);
    reply({ type: 'failed', run: 1, request: 'create', failure });
    expect(run.standing.kind).toBe('waiting');
  });

  it('keeps what it knows when its worker is lost, and goes on from the checkpoint', () => {
    run.make(options);
    reply({ type: 'ready', run: 1, facts });
    reply({ type: 'progress', run: 1, progress: progressOf(0, [3, 2]) });
    workers[0]?.crash('out of memory');
    expect(run.standing).toMatchObject({ kind: 'lost', failure: { message: 'out of memory' } });
    run.restart();
    expect(run.standing.kind).toBe('making');
    reply({ type: 'ready', run: 2, facts: { ...facts, iteration: 1 } });
    expect(run.standing.kind).toBe('ready');
    expect(run.progress?.iteration).toBe(2);
  });

  it('waits when it is disposed of', () => {
    run.make(options);
    run.dispose();
    expect(run.standing.kind).toBe('waiting');
    expect(workers[0]?.terminated).toBe(true);
  });
});
