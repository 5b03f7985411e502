import { html, nothing, type TemplateResult } from 'lit';
import type { Engine, Expression } from '../../engine/api.ts';
import { formulaError } from '../../i18n/formula-errors.ts';
import type { Language } from '../../i18n/language.ts';
import { shared } from '../../i18n/shared.ts';
import { messageOf, sentence } from './failure.ts';

export interface Refusal {
  readonly given: string;
  readonly message: string;
  /** Of the character at which `given` stops making sense. */
  readonly position: number | undefined;
}

/** Keeps the last f that could be used, so that a slip while typing leaves the picture as it was. */
export class ExpressionChoice {
  #engine: Engine;
  #variables: readonly string[];
  #current: Expression;
  #wanted: string;
  #refusal: Refusal | undefined;

  /** Throws where `first` cannot be used. */
  constructor(engine: Engine, variables: readonly string[], first: string) {
    this.#engine = engine;
    this.#variables = variables;
    this.#wanted = first;
    this.#current = engine.expression(first, variables);
  }

  get current(): Expression {
    return this.#current;
  }

  /** Why what was last chosen cannot be used. */
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }

  choose(source: string): void {
    if (source === this.#wanted) return;
    this.#wanted = source;
    this.#refusal = undefined;
    if (source === this.#current.source) return;
    try {
      const expression = this.#engine.expression(source, this.#variables);
      this.#current.delete();
      this.#current = expression;
    } catch (error) {
      this.#refusal = { given: source, message: messageOf(error), position: positionOf(error) };
    }
  }
}

/** The place of the mistake is marked below what was typed. */
export function refusalLine(language: Language, { given, message, position }: Refusal, used: string): TemplateResult {
  const words = shared[language];
  const marked = position === undefined ? nothing : html`<pre aria-hidden="true">${`${given}\n${' '.repeat(position)}^`}</pre>`;
  return html`${words.badFunction(given)} ${marked} ${sentence(formulaError[language](message))}${words.gap}${words.shownInstead(used)}`;
}

function positionOf(error: unknown): number | undefined {
  const position = error instanceof SyntaxError && 'position' in error ? error.position : undefined;
  return typeof position === 'number' ? position : undefined;
}
