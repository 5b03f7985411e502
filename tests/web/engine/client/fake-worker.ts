import type { WorkerLike } from '../../../../web/engine/client/worker-line.ts';

/** The page's end of a worker that does what a test tells it to. */
export class FakeWorker<Request extends { type: string }, Reply> implements WorkerLike {
  readonly received: Request[] = [];
  terminated = false;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onmessageerror: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;

  postMessage(message: unknown): void {
    this.received.push(message as Request);
  }

  terminate(): void {
    this.terminated = true;
  }

  reply(reply: Reply): void {
    if (!this.terminated) this.onmessage?.({ data: reply } as MessageEvent);
  }

  crash(message: string): void {
    this.onerror?.({ message } as ErrorEvent);
  }

  /** What has come since the last call. */
  take(): Request[] {
    return this.received.splice(0);
  }
}

/** Animation frames that come when a test says so. */
export class FakeFrames {
  #waiting = new Map<number, (now: number) => void>();
  #next = 1;
  #now = 0;

  request(callback: (now: number) => void): number {
    this.#waiting.set(this.#next, callback);
    return this.#next++;
  }

  cancel(handle: number): void {
    this.#waiting.delete(handle);
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** One frame, `milliseconds` after the last one. */
  pass(milliseconds = 16): void {
    this.#now += milliseconds;
    const callbacks = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const callback of callbacks) callback(this.#now);
  }
}
