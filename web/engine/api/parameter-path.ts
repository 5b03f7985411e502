import type { ParameterPath, PathOptions, PathPoint } from './api.ts';
import { index, options, typed } from './check.ts';
import { EngineObject, own, unwrap } from './handle.ts';
import type { EngineModule, RawPath } from './module-types.ts';

export function parameterPathClass(module: EngineModule) {
  return class PathOfEngine extends EngineObject<RawPath> implements ParameterPath {
    static override readonly kind = 'ParameterPath';

    constructor(given: PathOptions = {}) {
      super(unwrap(module.parameterPath(options('options', given, { capacity: index, stride: index }))), PathOfEngine);
    }

    get stride(): number {
      return unwrap(own(this, PathOfEngine).stride());
    }

    record(iteration: number, parameters: Float32Array): void {
      unwrap(own(this, PathOfEngine).record(index('iteration', iteration), typed('parameters', parameters, 'Float32Array')));
    }

    rewind(iteration: number): void {
      unwrap(own(this, PathOfEngine).rewind(index('iteration', iteration)));
    }

    points(): PathPoint[] {
      return unwrap(own(this, PathOfEngine).points());
    }
  };
}
