import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { SharedStrings } from '../../../i18n/shared.ts';
import { download, type FigureExport } from '../exports/export.ts';
import { messageOf } from '../work/failure.ts';
import { codePanel } from './code-panel.ts';
import type { EmbedDialog } from './embed-dialog.ts';
import type { CodeListing, CodeTongue } from './listing.ts';

export type ToolsHost = ReactiveControllerHost & { readonly renderRoot: ParentNode };

/** What the figure runs, with the numbers of its state; undefined while there are none. */
export type LoadedCode = () => CodeListing | undefined;

export interface ToolsOptions {
  readonly words: () => SharedStrings;
  readonly link: () => string;
  readonly reset: () => void;
  /** Undefined while there is nothing to take back. */
  readonly undo: () => (() => void) | undefined;
  readonly exports: () => readonly FigureExport[];
  /** Called when the panel is first opened. */
  readonly code: () => Promise<LoadedCode>;
  /** Made when it is first asked for; undefined where there is nothing to embed from. */
  readonly embed: (() => Promise<EmbedDialog>) | undefined;
}

const saidMilliseconds = 4000;

/** The quiet row below a figure: reset, undo, copy link, embed, save, code; and what the last three open. */
export class Tools {
  #host: ToolsHost;
  #options: ToolsOptions;
  #open: 'save' | 'code' | undefined;
  #code: LoadedCode | undefined;
  #tongue: CodeTongue = 'numpy';
  #said = '';
  #silence: ReturnType<typeof setTimeout> | undefined;
  /** Text that could not be put on the clipboard, for the reader to take by hand. */
  #byHand: string | undefined;
  #embed: EmbedDialog | undefined;
  #loading: Promise<EmbedDialog> | undefined;

  constructor(host: ToolsHost, options: ToolsOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** `more` are buttons of the figure itself; `status` stands where nothing else is to be said. */
  render(more: unknown, status: string | TemplateResult): TemplateResult {
    const words = this.#options.words();
    const undo = this.#options.undo();
    const listing = this.#open === 'code' ? this.#code?.() : undefined;
    return html`<div class="tools">
        <button type="button" class="quiet" @click=${this.#options.reset}>${words.reset}</button>
        <button type="button" class="quiet" id="undo" title="Ctrl+Z" ?disabled=${!undo} @click=${undo}>${words.undo}</button>
        ${more}
        <button type="button" class="quiet" @click=${this.#copyLink}>${words.copyLink}</button>
        ${this.#options.embed ? html`<button type="button" class="quiet" id="embed" aria-haspopup="dialog" @click=${this.#showEmbed}>${words.embed}</button>` : nothing}
        <button type="button" class="quiet" aria-expanded=${this.#open === 'save'} @click=${() => this.#toggle('save')}>${words.save}</button>
        <button type="button" class="quiet" id="show-code" aria-expanded=${this.#open === 'code'} @click=${this.#showCode}>${words.code}</button>
        <span class="said" role="status">${this.#said || status}</span>
      </div>
      ${this.#byHand === undefined ? nothing : this.#handOver(words, this.#byHand)}
      ${this.#open === 'save' ? this.#saveRow() : nothing}
      ${listing ? codePanel(words, { listing, tongue: this.#tongue, choose: (tongue) => this.#choose(tongue), copy: (text) => this.#copy(text, words.codeCopied) }) : nothing}
      ${this.#embed?.render() ?? nothing}`;
  }

  #saveRow(): TemplateResult {
    const offered = this.#options.exports().filter(({ empty }) => !empty);
    return html`<div class="tools unfolded">
      ${offered.map((each) => html`<button type="button" data-export=${each.id} @click=${() => this.#save(each)}>${each.label}</button>`)}
    </div>`;
  }

  #handOver(words: SharedStrings, text: string): TemplateResult {
    const select = (event: Event) => (event.target as HTMLInputElement).select();
    return html`<label class="by-hand">${words.copyByHand} <input type="text" readonly .value=${text} @focus=${select} /></label>`;
  }

  #copyLink = (): void => {
    void this.#copy(this.#options.link(), this.#options.words().linkCopied);
  };

  #showEmbed = async ({ currentTarget }: Event): Promise<void> => {
    try {
      // A second press while it is loading is for the same one.
      this.#loading ??= this.#options.embed?.();
      this.#embed = await this.#loading;
      await this.#embed?.show(currentTarget as Element);
    } catch (error) {
      this.#loading = undefined;
      this.#say(this.#options.words().embedFailed(messageOf(error)));
    }
  };

  #showCode = async (): Promise<void> => {
    this.#toggle('code');
    try {
      this.#code ??= await this.#options.code();
      this.#host.requestUpdate();
    } catch (error) {
      // The reader may have opened something else meanwhile.
      if (this.#open === 'code') this.#open = undefined;
      this.#say(this.#options.words().codeFailed(messageOf(error)));
    }
  };

  async #copy(text: string, done: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#byHand = undefined;
      this.#say(done);
    } catch {
      // Refused, or the page is not served securely: the reader gets the text, selected.
      this.#byHand = text;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      this.#host.renderRoot.querySelector<HTMLElement>('.by-hand input')?.focus();
    }
  }

  async #save(each: FigureExport): Promise<void> {
    if (each.working) this.#say(each.working, Number.POSITIVE_INFINITY);
    try {
      download(await each.blob(), each.filename);
      this.#say(this.#options.words().saved(each.filename));
    } catch (error) {
      this.#say(this.#options.words().saveFailed(messageOf(error)));
    }
  }

  #toggle(part: 'save' | 'code'): void {
    this.#open = this.#open === part ? undefined : part;
    this.#host.requestUpdate();
  }

  #choose(tongue: CodeTongue): void {
    this.#tongue = tongue;
    this.#host.requestUpdate();
  }

  #say(text: string, milliseconds = saidMilliseconds): void {
    this.#said = text;
    this.#host.requestUpdate();
    clearTimeout(this.#silence);
    if (!Number.isFinite(milliseconds)) return;
    this.#silence = setTimeout(() => {
      this.#said = '';
      this.#host.requestUpdate();
    }, milliseconds);
  }
}
