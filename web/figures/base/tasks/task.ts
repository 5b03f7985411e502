/** What a look at the reader's work says of a task. Numbers are as the reader sees them. */
export type Verdict =
  | { readonly kind: 'found'; readonly numbers: readonly string[] }
  /** Close, or wrong in a way that many go: `hint` names the sentence that leads on, after some misses, or `atOnce` where without it nobody would know what is wrong. */
  | { readonly kind: 'near'; readonly hint: string; readonly numbers?: readonly string[]; readonly atOnce?: boolean };

export const found = (...numbers: string[]): Verdict => ({ kind: 'found', numbers });
export const near = (hint: string, ...numbers: string[]): Verdict => ({ kind: 'near', hint, numbers });

/** In one language. */
export interface TaskWords {
  readonly text: string;
  /** One sentence, with the reader's own numbers. */
  readonly found: (...numbers: string[]) => string;
  readonly hints: Readonly<Record<string, (...numbers: string[]) => string>>;
}

/** Something that the chapter asks its reader to do, and how the figure sees that it is done. `Seen` is what the figure sees of one attempt. */
export interface Task<Seen> {
  readonly id: string;
  /** `trail`: every attempt so far, the last one at the end. undefined while there is nothing to say. */
  readonly judge: (trail: readonly Seen[]) => Verdict | undefined;
  /** Plays the solution. */
  readonly show: (film: Film) => Promise<void>;
}

/** What *Show me* plays with. Each call throws FilmStopped once the reader has taken over. */
export interface Film {
  /** Sets attributes of the figure, as its controls would. */
  set(state: Readonly<Record<string, string | number | boolean | null>>): Promise<void>;
  /** Time to look; none with reduced motion. */
  pause(milliseconds: number): Promise<void>;
  /** Until it holds; asked before each frame. */
  until(condition: () => boolean): Promise<void>;
}

export class FilmStopped extends Error {}

/** Of the event `downhill-found`. */
export interface FoundDetail {
  readonly figure: string;
  readonly task: string;
  /** By *Show me*, not by the reader. */
  readonly shown: boolean;
}
