import { html, nothing, type TemplateResult } from 'lit';
import type { Engine, Expression, ExpressionError } from '../../../engine/api/api.ts';
import { formulaError } from '../../../i18n/formula-errors.ts';
import type { Language } from '../../../i18n/language.ts';
import { shared } from '../../../i18n/shared.ts';
import { messageOf, sentence } from '../work/failure.ts';

export interface Refusal {
  readonly given: string;
  readonly error: unknown;
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
      this.#refusal = { given: source, error };
    }
  }
}

/** The place of the mistake is marked below what was typed. */
export function refusalLine(language: Language, { given, error }: Refusal, used: string): TemplateResult {
  const words = shared[language];
  const told = isExpressionError(error) ? formulaError[language](error) : messageOf(error);
  const marked = isExpressionError(error) ? html`<pre aria-hidden="true">${`${inOneLine(given)}\n${marks(given, error)}`}</pre>` : nothing;
  return html`${words.badFunction(given)} ${marked} ${sentence(told)}${words.gap}${words.shownInstead(used)}`;
}

function isExpressionError(error: unknown): error is ExpressionError {
  return error instanceof SyntaxError && 'kind' in error;
}

const inOneLine = (text: string) => text.replaceAll(/\s/g, ' ');

/** A ^ below the mistake, and one below the bracket that is not closed. */
export function marks(given: string, { position, opened }: Pick<ExpressionError, 'position' | 'opened'>): string {
  const from = opened === undefined ? '' : `${spaces(given.slice(0, opened))}^`;
  return `${from}${spaces(given.slice(from === '' ? 0 : (opened ?? 0) + 1, position))}^`;
}

/** As wide as `text`: in a font of one width a Chinese or full-width character takes two columns. */
function spaces(text: string): string {
  return [...text]
    .map((character) => (/[\p{Cf}\p{Mn}]/u.test(character) ? '' : /[\u3000-\u9fff\uac00-\ud7a3\uff01-\uff60\p{Emoji_Presentation}]/u.test(character) ? '\u3000' : ' '))
    .join('');
}
