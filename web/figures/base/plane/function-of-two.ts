import type { Engine, Expression, ScalarField } from '../../../engine/api/api.ts';
import { ExpressionChoice, type Refusal } from '../controls/expression-choice.ts';

/** f as the reader gave it, ready to be computed. */
export interface FunctionOfTwo {
  readonly source: string;
  readonly expression: Expression;
  /** The entry of the catalogue that is the same formula, also in another spelling. */
  readonly field: ScalarField | undefined;
}

/** An f(x0, x1) from the catalogue or typed. */
export class FunctionChoice {
  #fields: readonly ScalarField[];
  #first: string;
  #choice: ExpressionChoice;

  constructor(engine: Engine) {
    const first = engine.scalarFields[0];
    if (!first) throw new Error('The engine has no catalogue of functions.');
    this.#fields = engine.scalarFields;
    this.#first = first.source;
    this.#choice = new ExpressionChoice(engine, ['x0', 'x1'], first.source);
  }

  get current(): FunctionOfTwo {
    const expression = this.#choice.current;
    const plain = withoutSpaces(expression.canonical);
    return { source: expression.source, expression, field: this.#fields.find((field) => withoutSpaces(field.source) === plain) };
  }

  get refusal(): Refusal | undefined {
    return this.#choice.refusal;
  }

  /** `source`, or the first of the catalogue for null. */
  choose(source: string | null): void {
    this.#choice.choose(source ?? this.#first);
  }
}

function withoutSpaces(formula: string): string {
  return formula.replaceAll(' ', '');
}
