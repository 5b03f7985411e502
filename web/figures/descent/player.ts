import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { DescentStrings } from '../../i18n/descent.ts';
import { FrameLoop } from '../base/work/frame-loop.ts';

/** Steps a second; more where the whole walk would take too long. */
const pace = 4;
const longestSeconds = 8;

export interface PlayerOptions {
  /** The step that is shown, and the last there is. */
  readonly at: () => number;
  readonly last: () => number;
  readonly show: (step: number) => void;
}

/** Play, pause, step, and a slider over the steps of a walk. */
export class Player {
  #host: ReactiveControllerHost;
  #options: PlayerOptions;
  #loop: FrameLoop;
  /** Of a step, while it plays. */
  #elapsed = 0;

  constructor(host: ReactiveControllerHost, options: PlayerOptions) {
    this.#host = host;
    this.#options = options;
    this.#loop = new FrameLoop(host, (milliseconds) => this.#advance(milliseconds));
  }

  pause(): void {
    if (!this.#loop.running) return;
    this.#loop.stop();
    this.#host.requestUpdate();
  }

  /** From the first step to the last, or until it is paused. */
  async playOnce(signal: AbortSignal): Promise<void> {
    this.#options.show(0);
    this.#elapsed = 0;
    this.#loop.start();
    signal.addEventListener('abort', () => this.pause(), { once: true });
    await this.#loop.stopped;
  }

  render(words: DescentStrings): TemplateResult {
    const [at, last] = [this.#options.at(), this.#options.last()];
    const slid = (event: Event) => this.#show((event.target as HTMLInputElement).valueAsNumber);
    const step = (name: string, sign: string, to: number) => {
      const none = to < 0 || to > last;
      return html`<button type="button" class="icon" aria-label=${name} title=${name} aria-disabled=${none} @click=${() => none || this.#show(to)}>${sign}</button>`;
    };
    return html`<div class="player">
      <button type="button" class="play" ?disabled=${last === 0} @click=${this.#toggle}>${this.#loop.running ? words.pause : words.play}</button>
      ${step(words.back, '‹', at - 1)} ${step(words.forward, '›', at + 1)}
      <input id="at" type="range" min="0" max=${last} step="1" .value=${String(at)} aria-label=${words.shownStep} aria-valuetext=${words.stepOf(at, last)} ?disabled=${last === 0} @input=${slid} />
      <output for="at">${words.stepOf(at, last)}</output>
    </div>`;
  }

  #toggle = (): void => {
    if (this.#loop.running) {
      this.pause();
      return;
    }
    if (this.#options.at() === this.#options.last()) this.#options.show(0);
    this.#elapsed = 0;
    this.#loop.start();
    this.#host.requestUpdate();
  };

  #show(step: number): void {
    this.pause();
    this.#options.show(step);
  }

  #advance(milliseconds: number): void {
    const last = this.#options.last();
    this.#elapsed += (milliseconds / 1000) * Math.max(pace, last / longestSeconds);
    const whole = Math.floor(this.#elapsed);
    if (whole === 0) return;
    this.#elapsed -= whole;
    const next = Math.min(last, this.#options.at() + whole);
    this.#options.show(next);
    if (next === last) this.pause();
  }
}
