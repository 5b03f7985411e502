import type { Engine, Expression, ScalarField } from '../../engine/api.ts';
import { messageOf } from '../shared/failure.ts';

/** f as the reader gave it, ready to be computed. */
export interface FunctionOfTwo {
  readonly source: string;
  readonly expression: Expression;
  /** The entry of the catalogue with this source. */
  readonly field: ScalarField | undefined;
}

export interface Refusal {
  readonly given: string;
  readonly message: string;
  /** Of the character at which `given` stops making sense. */
  readonly position: number | undefined;
}

/** Keeps the last f that could be used, so that a slip while typing leaves the picture as it was. */
export class FunctionChoice {
  #engine: Engine;
  #current: FunctionOfTwo;
  #wanted: string;
  #refusal: Refusal | undefined;

  constructor(engine: Engine) {
    const first = engine.scalarFields[0];
    if (!first) throw new Error('The engine has no catalogue of functions.');
    this.#engine = engine;
    this.#wanted = first.source;
    this.#current = { source: first.source, expression: engine.expression(first.source, ['x0', 'x1']), field: first };
  }

  get current(): FunctionOfTwo {
    return this.#current;
  }

  /** Why what was last chosen cannot be used. */
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }

  /** `source`, or the first of the catalogue for null. */
  choose(source: string | null): void {
    const wanted = source ?? this.#engine.scalarFields[0]?.source ?? '';
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#refusal = undefined;
    if (wanted === this.#current.source) return;
    try {
      const expression = this.#engine.expression(wanted, ['x0', 'x1']);
      this.#current.expression.delete();
      this.#current = { source: wanted, expression, field: this.#engine.scalarFields.find((field) => field.source === wanted) };
    } catch (error) {
      this.#refusal = { given: wanted, message: messageOf(error), position: positionOf(error) };
    }
  }

  delete(): void {
    this.#current.expression.delete();
  }
}

function positionOf(error: unknown): number | undefined {
  const position = error instanceof SyntaxError && 'position' in error ? error.position : undefined;
  return typeof position === 'number' ? position : undefined;
}
