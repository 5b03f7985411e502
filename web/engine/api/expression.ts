import type { Expression, UndefinedValue } from './api.ts';
import { text, texts, typed } from './check.ts';
import { EngineObject, own, unwrap } from './handle.ts';
import type { EngineModule, RawExpression } from './module-types.ts';

const mostVariables = 64;

export function expressionClass(module: EngineModule) {
  return class ExpressionOfEngine extends EngineObject<RawExpression> implements Expression {
    static override readonly kind = 'Expression';
    readonly source: string;
    readonly canonical: string;
    readonly variables: readonly string[];

    constructor(source: string, variables: readonly string[]) {
      const names = texts('variables', variables, mostVariables);
      const written = text('source', source).toWellFormed();
      super(unwrap(module.expression(written, names)), ExpressionOfEngine);
      this.source = source;
      this.canonical = unwrap(own(this, ExpressionOfEngine).canonical());
      this.variables = Object.freeze(names);
    }

    evaluate(x: Float64Array): number {
      return unwrap(own(this, ExpressionOfEngine).evaluate(typed('x', x, 'Float64Array')));
    }

    gradient(x: Float64Array): Float64Array {
      return unwrap(own(this, ExpressionOfEngine).gradient(typed('x', x, 'Float64Array')));
    }

    undefinedAt(x: Float64Array): UndefinedValue | undefined {
      return unwrap(own(this, ExpressionOfEngine).undefinedAt(typed('x', x, 'Float64Array')));
    }
  };
}
