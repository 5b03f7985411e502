/** A picture that is lower than this shows nothing: in rem. */
const lowest = 8;
/** Between the slide and the strip: in rem. */
const gap = 0.5;

/** Gives the pictures of the slide the height with which it fills the screen above the strip and nothing of it is cut off. */
export class Fit {
  #strip: HTMLElement;
  #figure: HTMLElement | undefined;
  #observer = new ResizeObserver(() => requestAnimationFrame(() => this.#fit()));
  /** Somebody works with the figure: a picture that grew under the hand would be in the way. */
  #inUse = false;

  constructor(strip: HTMLElement) {
    this.#strip = strip;
    addEventListener('resize', () => {
      this.#inUse = false;
      this.#fit();
    });
    for (const type of ['pointerdown', 'keydown']) {
      document.addEventListener(type, ({ target }) => {
        if (target === this.#figure) this.#inUse = true;
      });
    }
  }

  show(figure: HTMLElement): void {
    this.#observer.disconnect();
    this.#figure = figure;
    this.#inUse = false;
    // It tells at once, and whenever one of them has another size.
    for (const each of [figure, this.#strip]) this.#observer.observe(each);
  }

  /** Where even the lowest pictures are too much, they stay as on any page, and the slide scrolls. */
  #fit(): void {
    if (this.#inUse && this.#over() <= 0) return;
    const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    let fitting = lowest * unit;
    this.#set(fitting);
    if (this.#over() > 0) {
      this.#set(undefined);
      return;
    }
    let tooHigh = innerHeight;
    while (tooHigh - fitting > 1) {
      const between = (fitting + tooHigh) / 2;
      this.#set(between);
      if (this.#over() > 0) tooHigh = between;
      else fitting = between;
    }
    this.#set(fitting);
  }

  /** Not on the figure or the root element, which the figures watch. */
  #set(height: number | undefined): void {
    const style = this.#figure?.closest('section')?.style;
    if (height === undefined) style?.removeProperty('--downhill-plot');
    else style?.setProperty('--downhill-plot', `${Math.floor(height)}px`);
  }

  /** How far the slide reaches behind the strip or the page below the window, in CSS pixels. */
  #over(): number {
    const root = document.documentElement;
    const end = (this.#figure?.getBoundingClientRect().bottom ?? 0) + scrollY + gap * Number.parseFloat(getComputedStyle(root).fontSize);
    return Math.max(end - this.#strip.getBoundingClientRect().top, root.scrollHeight - innerHeight);
  }
}
