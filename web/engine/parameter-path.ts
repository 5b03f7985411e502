import type { ParameterPath, PathOptions, PathPoint } from './api.ts';
import { index, options, typed } from './check.ts';
import { EngineObject, unwrap } from './handle.ts';
import type { EngineModule, RawPath } from './module-types.ts';

export function parameterPathClass(module: EngineModule) {
  return class PathOfEngine extends EngineObject<RawPath> implements ParameterPath {
    static override readonly kind = 'ParameterPath';

    constructor(given: PathOptions = {}) {
      super(unwrap(module.parameterPath(options('options', given, { capacity: index, stride: index }))), PathOfEngine);
    }

    get stride(): number {
      return unwrap(this.raw.stride());
    }

    record(iteration: number, parameters: Float32Array): void {
      unwrap(this.raw.record(index('iteration', iteration), typed('parameters', parameters, 'Float32Array')));
    }

    rewind(iteration: number): void {
      unwrap(this.raw.rewind(index('iteration', iteration)));
    }

    points(): PathPoint[] {
      return unwrap(this.raw.points());
    }
  };
}
