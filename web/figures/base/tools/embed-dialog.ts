import { css, html, nothing, type TemplateResult } from 'lit';
import { scaleOf, seenBox } from '../../../draw/place.ts';
import { type EmbedStrings, embed } from '../../../i18n/embed.ts';
import { entryOf } from '../../catalogue.ts';
import { checkControl } from '../controls/controls.ts';
import { type Manner, manners } from '../state/manners.ts';
import { inOwnSizes } from '../surroundings/own-sizes.ts';
import { type Embedded, frameText, tagText } from './embed-texts.ts';
import { embedded, figureLink, type LinkedFigure } from './embedding.ts';

type EmbedText = keyof EmbedStrings['texts'];

const rows: Readonly<Record<EmbedText, number>> = { tag: 4, frame: 6, link: 2 };
/** Kept between the dialog and what it stands beside, in CSS pixels. */
const gap = 8;
/** The height of a question that the figure does not ask here. */
const unseenQuestion = 80;

const styles = css`
  dialog.embed {
    box-sizing: border-box;
    inline-size: min(42rem, 100% - 1rem);
    max-block-size: calc(100% - 1rem);
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
  .embed-manners {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
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

/** What an author can paste to have this figure of the site elsewhere. */
export class EmbedDialog {
  #figure: LinkedFigure;
  #site: URL;
  #texts: Readonly<Record<EmbedText, string>> | undefined;
  #manners: readonly Manner[];
  #said = '';

  constructor(figure: LinkedFigure, site: URL) {
    this.#figure = figure;
    this.#site = site;
    this.#manners = manners.filter((manner) => figure.hasAttribute(manner));
    const sheets = inOwnSizes([styles]).flatMap((style) => ('styleSheet' in style ? (style.styleSheet ?? []) : style));
    (figure.renderRoot as ShadowRoot).adoptedStyleSheets.push(...sheets);
  }

  /** Opens it above `button`: a frame may be far higher than the window through which it is seen. */
  async show(button: Element): Promise<void> {
    this.#texts = this.#textsNow;
    this.#figure.requestUpdate();
    await this.#figure.updateComplete;
    const dialog = this.#figure.renderRoot.querySelector<HTMLDialogElement>('dialog.embed');
    if (!dialog) return;
    if (!dialog.open) dialog.showModal();
    const top = Math.min(seenBox(button).top, innerHeight) - seenBox(dialog).height - gap;
    dialog.style.insetBlockStart = `${Math.max(gap, top) / scaleOf(dialog)}px`;
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#texts) return nothing;
    const words = this.#words;
    const closeOutside = ({ target, currentTarget }: Event) => {
      if (target === currentTarget) (currentTarget as HTMLDialogElement).close();
    };
    return html`<dialog class="embed" aria-labelledby="embed-title" @close=${this.#closed} @click=${closeOutside}>
      <div class="embed-content">
        <h3 id="embed-title">${words.title}</h3>
        <p>${words.introduction}</p>
        <div class="embed-manners" role="group" aria-labelledby="embed-title">
          ${manners.map((manner) => checkControl(words.manners[manner], this.#manners.includes(manner), (wanted) => this.#choose(manner, wanted)))}
        </div>
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

  get #words(): EmbedStrings {
    return embed[this.#figure.language];
  }

  /** With the figure as it is now. */
  get #textsNow(): Readonly<Record<EmbedText, string>> {
    const it: Embedded = { ...embedded(this.#figure, this.#site), manners: this.#manners };
    const title = this.#words.pageTitle(entryOf(it.id).name[this.#figure.language]);
    return { tag: tagText(it), frame: frameText(it, { title, height: this.#height }), link: figureLink(this.#figure) };
  }

  /** About what the figure takes in the chosen manner. */
  get #height(): number {
    const heightOf = (part: string) => this.#figure.renderRoot.querySelector<HTMLElement>(`[part="${part}"]`)?.offsetHeight ?? 0;
    const question = this.#manners.includes('question') ? heightOf('question') || unseenQuestion : 0;
    return this.#manners.includes('plain') ? heightOf('stage') + question + 4 * gap : this.#figure.offsetHeight;
  }

  #choose(manner: Manner, wanted: boolean): void {
    this.#manners = manners.filter((each) => (each === manner ? wanted : this.#manners.includes(each)));
    this.#texts = this.#textsNow;
    this.#said = '';
    this.#figure.requestUpdate();
  }

  #closed = (): void => {
    this.#texts = undefined;
    this.#said = '';
    this.#figure.requestUpdate();
  };

  async #copy(id: string): Promise<void> {
    const area = this.#figure.renderRoot.querySelector<HTMLTextAreaElement>(`#embed-${id}`);
    if (!area) return;
    const { copied, notCopied } = this.#words;
    try {
      await navigator.clipboard.writeText(area.value);
      this.#said = copied;
    } catch {
      // Refused, or the page is not served securely.
      area.focus();
      this.#said = notCopied;
    }
    this.#figure.requestUpdate();
  }
}

function select({ target }: Event): void {
  (target as HTMLTextAreaElement).select();
}
