import { type CSSResultGroup, type CSSResultOrNative, LitElement } from 'lit';
import type { DrawTheme } from '../../../draw/theme.ts';
import type { Language } from '../../../i18n/language.ts';
import { type SharedStrings, shared } from '../../../i18n/shared.ts';
import { languageOf } from '../surroundings/ancestors.ts';
import { readDrawTheme, sameTheme } from '../surroundings/draw-theme.ts';
import { inOwnSizes } from '../surroundings/own-sizes.ts';
import { pageScheme } from '../surroundings/page-scheme.ts';
import { Surroundings } from '../surroundings/surroundings.ts';

/** What every figure has: a language, a theme to draw with, and the knowledge of whether it is seen. */
export abstract class FigureElement extends LitElement {
  #surroundings = new Surroundings(this, {
    changed: () => this.#surroundingsChanged(),
    visibilityChanged: () => this.visibilityChanged(),
  });
  #states = this.attachInternals().states;
  #theme: DrawTheme | undefined;
  #language: Language | undefined;

  /** From the element's own `lang`, else from that of what it lies in, else what the browser asks for. */
  get language(): Language {
    this.#language ??= languageOf(this);
    return this.#language;
  }

  /** From the custom properties of figureStyles. */
  get drawTheme(): DrawTheme {
    this.#theme ??= readDrawTheme(this.renderRoot as ShadowRoot);
    return this.#theme;
  }

  get reducedMotion(): boolean {
    return this.#surroundings.reducedMotion;
  }

  /** In or near the window, in a tab that is shown. What is not visible does not run. */
  get visible(): boolean {
    return this.#surroundings.visible;
  }

  protected get sharedWords(): SharedStrings {
    return shared[this.language];
  }

  /** `drawTheme` is another one; an update follows. */
  protected themeChanged(): void {}

  protected visibilityChanged(): void {}

  /** It has left the page, and was not moved within it: what it holds beside its state can go. */
  protected gone(): void {}

  protected static override finalizeStyles(styles?: CSSResultGroup): CSSResultOrNative[] {
    return inOwnSizes(super.finalizeStyles(styles));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#followPage();
    if (this.hasUpdated) this.#surroundingsChanged();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A figure that is moved is connected again before this.
    queueMicrotask(() => {
      if (!this.isConnected) this.gone();
    });
  }

  #surroundingsChanged(): void {
    this.#language = undefined;
    this.#followPage();
    const before = this.#theme;
    this.#theme = undefined;
    if (before) {
      // The same object while it says the same: what is kept for a theme stays.
      if (sameTheme(before, this.drawTheme)) this.#theme = before;
      else this.themeChanged();
    }
    this.requestUpdate();
  }

  #followPage(): void {
    const scheme = pageScheme(this);
    for (const each of ['light', 'dark']) {
      if (each === scheme) this.#states.add(each);
      else this.#states.delete(each);
    }
  }
}
