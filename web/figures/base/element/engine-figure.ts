// How to make a figure, in the folder figures/<id>/:
//
//   state.ts     readState(attributes) → State: every attribute by a reader of base/state/reading.ts, with its default and its problem.
//   compute.ts   pure functions: engine and State → the numbers that are shown. What costs more than a millisecond goes through Remembered.
//   draw.ts      pure functions: size, DrawTheme and State → View, and context, View, DrawTheme, State and numbers → pixels.
//   listing.ts   pure functions: State → the functions that are run, cut out of their sources, and their call; the only one that is loaded later.
//   <id>-figure.ts   the element, in outline:
//
//   export class LossFigure extends EngineFigure {
//     static override readonly stateAttributes = ['batch-size'];
//     static override styles = [EngineFigure.styles, css`…`];
//     protected readState() { this.#state = readState(this.attribute); return this.#state.problems; }
//     protected compute(engine: Engine) { this.#loss = …; }                       // may throw: the figure says so, and stays
//     protected override readonly plots = [picture('plot', (context, size) => draw(context, size, this.drawTheme, this.#state, …), { lines: true })];
//     protected describe() { return this.#words.description(…); }
//     protected async loadCode() { const { listingOf } = await import('./listing.ts'); return () => listingOf(this.#state); }
//     protected override exports() { return [...super.exports(), tableExport(…)]; }
//     protected render() { return this.frame({ stage: html`<div class="plot"><canvas id="plot" …></canvas></div>…`, caption: … }); }
//   }
//
// Each control calls this.change({ 'batch-size': 100 }): the attribute is set, compute, render and draw follow in the coming frame, and
// `downhill-change` tells the page. A point that the reader drags is a PointHandle, which goes by the view of a Plot. Classes for the layout are in layout-styles.ts.
// A figure that computes with the digits of the page extends DigitsFigure instead.
// `lines: true` says that a drawing has no pixels (images, heat maps), so that it can be saved as SVG, too.

import { html, type TemplateResult } from 'lit';
import type { Engine } from '../../../engine/api/api.ts';
import { sharedEngine } from '../work/engine.ts';
import { messageOf, sentence } from '../work/failure.ts';
import { type Notice, StateFigure } from './state-figure.ts';

/** A figure that computes on the page: it loads the engine once it is near the window, and computes only while it is seen. */
export abstract class EngineFigure extends StateFigure {
  #engine: Engine | undefined;
  /** Of the loading, or of the computation. */
  #failure: { readonly kind: 'load' | 'computation'; readonly error: unknown } | undefined;
  #loading = false;

  /** From the state to the numbers that are shown. Called before each update in which the figure is seen; may throw. */
  protected abstract compute(engine: Engine): void;

  /** A figure that needs more than the engine (the digits, say) waits for that too; what it throws is told, with a button to try again. */
  protected load(): Promise<Engine> {
    return sharedEngine();
  }

  /** What could not be loaded, and why, in words. */
  protected loadFailure(error: unknown): string {
    const { oldBrowser, loadFailed } = this.sharedWords;
    const old = typeof WebAssembly === 'undefined' || error instanceof WebAssembly.CompileError;
    return old ? oldBrowser : loadFailed(messageOf(error));
  }

  protected get engine(): Engine | undefined {
    return this.#engine;
  }

  protected override get status(): string | TemplateResult {
    return this.#loading ? this.sharedWords.loading : '';
  }

  protected override notices(): Notice[] {
    const words = this.sharedWords;
    const lines = super.notices();
    if (this.#failure?.kind === 'computation') lines.push(words.computationFailed(sentence(messageOf(this.#failure.error))));
    if (this.#failure?.kind === 'load') {
      lines.push(html`${this.loadFailure(this.#failure.error)} <button type="button" id="retry" @click=${() => this.#tryToLoad()}>${words.retry}</button>`);
    }
    return lines;
  }

  protected override prepare(): void {
    if (!this.#engine || !this.visible) return;
    try {
      this.compute(this.#engine);
      this.#failure = undefined;
    } catch (error) {
      this.#failure = { kind: 'computation', error };
    }
  }

  protected override visibilityChanged(): void {
    super.visibilityChanged();
    if (!this.visible) return;
    if (this.#engine) this.requestUpdate();
    else if (!this.#failure) void this.#tryToLoad();
  }

  async #tryToLoad(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    this.#failure = undefined;
    this.requestUpdate();
    try {
      this.#engine = await this.load();
    } catch (error) {
      this.#failure = { kind: 'load', error };
    }
    this.#loading = false;
    this.requestUpdate();
  }
}
