// A function typed by the reader, and what can be wrong with one.

export interface Expression extends Disposable {
  readonly source: string;
  /**
   * The same formula in ASCII, with every product written and every function under its own name: `x0^2 + x1^2` of `f(x) = x₀² + x₁²`. It is
   * a formula itself, with the same values.
   */
  readonly canonical: string;
  readonly variables: readonly string[];
  /** NaN where f has no value; `undefinedAt` says why. A power of a negative number has one only if its exponent is whole: `cbrt(x)`, not `x^(1/3)`. */
  evaluate(x: Float64Array): number;
  /** Exact, by forward-mode differentiation. */
  gradient(x: Float64Array): Float64Array;
  /** Why f is NaN at x; undefined where it is not. */
  undefinedAt(x: Float64Array): UndefinedValue | undefined;
  delete(): void;
}

/** The first operation that made NaN of numbers. */
export interface UndefinedValue {
  readonly reason: UndefinedReason;
  /** The operation: `(-8)^0.3333333333`. */
  readonly written: string;
  /** For an odd root: the exponent that was meant, `1/3`, and what to write for it, `cbrt(...)`. Else empty. */
  readonly fraction: string;
  readonly remedy: string;
  /** A sentence in English. */
  readonly message: string;
}

export type UndefinedReason =
  /** x^(1/3) of a negative number */
  | 'oddRoot'
  /** Another power of a negative number whose exponent is not whole. */
  | 'power'
  | 'root'
  | 'logarithm'
  /** asin, acos, acosh or atanh beyond what they are defined for. */
  | 'domain'
  /** 0/0, or infinity by infinity */
  | 'quotient'
  | 'difference'
  | 'product'
  /** sin, cos or tan of infinity */
  | 'angle';

/** Why a text is not an expression: a SyntaxError with details. */
export interface ExpressionError extends SyntaxError {
  /** In UTF-16 code units of the source, like all positions. */
  readonly position: number;
  readonly kind: ExpressionErrorKind;
  /** The pieces of the message, so that it can be told in another language; see native/include/downhill/calculus/expression_error.hpp. */
  readonly details: readonly string[];
  /** The position of the bracket that is not closed. */
  readonly opened?: number;
}

export type ExpressionErrorKind =
  | 'empty'
  | 'tooLong'
  | 'tooDeep'
  | 'numberTooLarge'
  | 'unknownName'
  | 'similarName'
  | 'joinedNames'
  | 'nameWithDigits'
  | 'otherName'
  | 'notOffered'
  | 'callWithoutParentheses'
  | 'oneArgument'
  | 'twoArguments'
  | 'moreArguments'
  | 'expectedOperand'
  | 'expectedOperator'
  | 'numberAfterNumber'
  | 'numberAfterOperand'
  | 'unopened'
  | 'unclosed'
  | 'comma'
  | 'semicolon'
  | 'equation'
  | 'twoReadings'
  | 'functionPower'
  | 'index'
  | 'productAfterBar'
  | 'writeInstead'
  | 'leaveOut'
  | 'foreignCharacter'
  | 'foreignByte';
