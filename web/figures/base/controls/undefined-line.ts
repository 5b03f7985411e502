import type { Expression } from '../../../engine/api/api.ts';
import type { Language } from '../../../i18n/language.ts';
import { shared } from '../../../i18n/shared.ts';
import { undefinedValue } from '../../../i18n/undefined-values.ts';
import { sentence } from '../work/failure.ts';
import { written } from './numbers.ts';

/** Why f has no value at the first place that has none; undefined where each has one. `values` are those of f at the places. */
export function undefinedLine(language: Language, f: Expression, values: ArrayLike<number>, place: (i: number) => readonly number[]): string | undefined {
  const i = Array.from(values).findIndex(Number.isNaN);
  if (i < 0) return undefined;
  const x = place(i);
  const undefinedThere = f.undefinedAt(Float64Array.from(x));
  if (!undefinedThere) return undefined;
  const point = f.variables.map((name, k) => `${name} = ${written(x[k] ?? Number.NaN)}`).join(', ');
  return shared[language].noValue(point, sentence(undefinedValue[language](undefinedThere)));
}
