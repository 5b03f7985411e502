import type { ReactiveController } from 'lit';
import { ancestorsOf } from './ancestors.ts';
import { wishFor } from './wish.ts';

export interface Surrounded extends HTMLElement {
  addController(controller: ReactiveController): void;
}

export interface SurroundingsHooks {
  /** The language, the theme or the reader's wish for less motion may have changed. */
  readonly changed: () => void;
  readonly visibilityChanged: () => void;
}

const wishes = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'];
/** Set on the page's root element to hold every picture as it is. */
const frozen = 'data-frozen';
/** Figures get ready a little before they are scrolled into the window. */
const nearby = '160px';

/** Watches what a figure takes from the page around it, while it is on the page. */
export class Surroundings implements ReactiveController {
  #host: Surrounded;
  #hooks: SurroundingsHooks;
  #near = false;
  #wishes = wishes.map(wishFor);
  #stopWatching: readonly (() => void)[] = [];
  #attributes: MutationObserver;
  #window: IntersectionObserver;
  #visible = false;

  constructor(host: Surrounded, hooks: SurroundingsHooks) {
    this.#host = host;
    this.#hooks = hooks;
    this.#attributes = new MutationObserver(() => {
      this.#see();
      hooks.changed();
    });
    this.#window = new IntersectionObserver(
      (entries) => {
        this.#near = entries.at(-1)?.isIntersecting ?? false;
        this.#see();
      },
      { rootMargin: nearby },
    );
    host.addController(this);
  }

  /** In or near the window, in a tab that is shown and not frozen. */
  get visible(): boolean {
    return this.#visible;
  }

  get reducedMotion(): boolean {
    return this.#wishes[1]?.matches ?? false;
  }

  hostConnected(): void {
    this.#attributes.observe(this.#host, { attributes: true, attributeFilter: ['lang', 'class', 'style', 'theme'] });
    for (const element of ancestorsOf(this.#host)) this.#attributes.observe(element, { attributes: true, attributeFilter: ['lang'] });
    // Each page has an attribute of its own for light and dark.
    for (const element of [document.documentElement, document.body]) this.#attributes.observe(element, { attributes: true });
    document.addEventListener('transitionend', this.#painted);
    this.#stopWatching = this.#wishes.map((wish) => wish.watch(this.#hooks.changed));
    document.addEventListener('visibilitychange', this.#see);
    this.#window.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#attributes.disconnect();
    for (const stop of this.#stopWatching) stop();
    document.removeEventListener('visibilitychange', this.#see);
    document.removeEventListener('transitionend', this.#painted);
    this.#window.disconnect();
    this.#near = false;
    this.#see();
  }

  /** A page may go from light to dark in half a second; only then does its background tell. */
  #painted = ({ propertyName }: TransitionEvent): void => {
    if (propertyName === 'background-color') this.#hooks.changed();
  };

  #see = (): void => {
    const visible = this.#near && document.visibilityState === 'visible' && !document.documentElement.hasAttribute(frozen);
    if (visible === this.#visible) return;
    this.#visible = visible;
    this.#hooks.visibilityChanged();
  };
}
