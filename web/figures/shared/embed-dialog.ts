import { css, html, nothing, type TemplateResult } from 'lit';
import type { EmbedStrings } from '../../i18n/embed.ts';
import type { ToolsHost } from './tools.ts';

export type EmbedText = keyof EmbedStrings['texts'];

export interface EmbedDialogOptions {
  readonly words: () => EmbedStrings;
  /** To be copied, with the figure as it is now. */
  readonly texts: () => Readonly<Record<EmbedText, string>>;
}

const rows: Readonly<Record<EmbedText, number>> = { tag: 4, frame: 6, link: 2 };
/** Kept between the dialog and what it stands beside, in CSS pixels. */
const gap = 8;

/** What an author can paste to have this figure elsewhere. */
export class EmbedDialog {
  #host: ToolsHost;
  #options: EmbedDialogOptions;
  #texts: Readonly<Record<EmbedText, string>> | undefined;
  #said = '';

  constructor(host: ToolsHost, options: EmbedDialogOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Opens it above `button`: a frame may be far higher than the window through which it is seen. */
  async show(button: Element): Promise<void> {
    this.#texts = this.#options.texts();
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const dialog = this.#host.renderRoot.querySelector<HTMLDialogElement>('dialog.embed');
    if (!dialog) return;
    dialog.showModal();
    const { height } = dialog.getBoundingClientRect();
    const top = Math.min(button.getBoundingClientRect().top, innerHeight) - height - gap;
    dialog.style.insetBlockStart = `${Math.max(gap, top)}px`;
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#texts) return nothing;
    const words = this.#options.words();
    const closeOutside = ({ target, currentTarget }: Event) => {
      if (target === currentTarget) (currentTarget as HTMLDialogElement).close();
    };
    return html`<dialog class="embed" aria-labelledby="embed-title" @close=${this.#closed} @click=${closeOutside}>
      <div class="embed-content">
        <h3 id="embed-title">${words.title}</h3>
        <p>${words.introduction}</p>
        ${Object.entries(this.#texts).map(
          ([id, text]) => html`<div class="embed-text">
            <label for="embed-${id}">${words.texts[id as EmbedText]}</label>
            <button type="button" data-copy=${id} aria-describedby="embed-title" @click=${() => this.#copy(id)}>${words.copy}</button>
            <textarea id="embed-${id}" lang="en" readonly spellcheck="false" rows=${rows[id as EmbedText]} .value=${text} @focus=${select}></textarea>
          </div>`,
        )}
        <form method="dialog" class="row">
          <button>${words.close}</button>
          <span role="status">${this.#said}</span>
        </form>
      </div>
    </dialog>`;
  }

  #closed = (): void => {
    this.#texts = undefined;
    this.#said = '';
    this.#host.requestUpdate();
  };

  async #copy(id: string): Promise<void> {
    const area = this.#host.renderRoot.querySelector<HTMLTextAreaElement>(`#embed-${id}`);
    if (!area) return;
    const { copied, notCopied } = this.#options.words();
    try {
      await navigator.clipboard.writeText(area.value);
      this.#said = copied;
    } catch {
      // Refused, or the page is not served securely.
      area.focus();
      this.#said = notCopied;
    }
    this.#host.requestUpdate();
  }
}

function select({ target }: Event): void {
  (target as HTMLTextAreaElement).select();
}

export const embedDialogStyles = css`
  dialog.embed {
    box-sizing: border-box;
    inline-size: min(42rem, 100vw - 1rem);
    max-block-size: calc(100dvh - 1rem);
    margin: 0 auto;
    padding: 0;
    border: 1px solid var(--muted);
    border-radius: 0.25rem;
    background: var(--background);
    color: var(--ink);
    overflow: auto;
  }
  dialog.embed::backdrop {
    background: rgb(0 0 0 / 0.35);
  }
  .embed-content {
    display: grid;
    gap: 0.8rem;
    padding: 1rem 1.25rem 1.25rem;
  }
  .embed-content :is(h3, p) {
    margin: 0;
  }
  .embed-content h3 {
    font-size: 1.2em;
  }
  .embed-text {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.25rem 1rem;
    align-items: end;
  }
  .embed-text button {
    min-block-size: 2rem;
    padding: 0.1rem 0.8rem;
    font-size: 0.8667em;
  }
  .embed-text textarea {
    box-sizing: border-box;
    grid-column: 1 / -1;
    padding: 0.5rem 0.7rem;
    border: 1px solid var(--grid);
    border-radius: 0.25rem;
    background: var(--raised);
    color: inherit;
    font-family: ui-monospace, 'SF Mono', Consolas, 'DejaVu Sans Mono', monospace;
    font-size: 0.8667em;
    line-height: 1.5;
    resize: vertical;
  }
`;
