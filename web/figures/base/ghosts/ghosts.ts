import { html, nothing, type TemplateResult } from 'lit';
import { mix } from '../../../draw/colour.ts';
import { type SeriesStyle, seriesStyle } from '../../../draw/series.ts';
import type { DrawTheme } from '../../../draw/theme.ts';
import type { TaskStrings } from '../../../i18n/tasks.ts';
import { swatch } from '../controls/swatch.ts';

/** As many as are told apart beside what is there now. */
const mostGhosts = 3;
const strength = 0.6;

/** What the reader did before: it stays to be compared with. `T` is what the figure keeps of it. */
export interface Ghost<T> {
  /** Of two with the same name only the later is kept. */
  readonly name: string;
  /** Tells it from the others as long as it is kept. */
  readonly place: number;
  readonly of: T;
}

/** With one more; the oldest goes where there are too many. Each keeps its place, and so its look. */
export function withGhost<T>(ghosts: readonly Ghost<T>[], name: string, of: T): readonly Ghost<T>[] {
  const others = ghosts.filter((ghost) => ghost.name !== name);
  const kept = others.slice(Math.max(0, others.length - mostGhosts + 1));
  const places = kept.map(({ place }) => place);
  const place = ghosts.find((ghost) => ghost.name === name)?.place ?? Array.from({ length: mostGhosts }, (_, k) => k).find((k) => !places.includes(k)) ?? 0;
  return [...kept, { name, place, of }];
}

/** How a ghost is drawn. What is there now is series 0, in full colour. */
export function ghostStyle(theme: DrawTheme, place: number): SeriesStyle {
  const style = seriesStyle(theme, place + 1);
  return { ...style, colour: mix(theme.background, style.colour, strength) };
}

/** A ghost in words. */
export interface GhostWords {
  /** What the reader had set. */
  readonly setting: string;
  /** The number that answered. */
  readonly answer: string;
}

export interface GhostRow<T> {
  readonly ghosts: readonly Ghost<T>[];
  readonly words: TaskStrings;
  readonly theme: DrawTheme;
  readonly tell: (of: T) => GhostWords;
  readonly clear: () => void;
}

/** All of them in a row, each with its mark, and the button that clears them; nothing where there are none. */
export function ghostRow<T>({ ghosts, words, theme, tell, clear }: GhostRow<T>): TemplateResult | typeof nothing {
  if (ghosts.length === 0) return nothing;
  return html`<div class="ghosts" role="group" aria-label=${words.before}>
    ${ghosts.map((ghost) => {
      const { setting, answer } = tell(ghost.of);
      return html`<span>${swatch(ghostStyle(theme, ghost.place))} ${setting}: ${answer}</span>`;
    })}
    <button type="button" class="quiet" id="clear-ghosts" @click=${clear}>${words.clearGhosts}</button>
  </div>`;
}
