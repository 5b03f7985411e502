import type { Grid, ParameterPath, Plane, PlaneFunctions, RunSurfaceOptions, TwoLayerNet } from './api.ts';
import { copied, fields, type Given, grid, index, int, object, options, read, seed, size, typed, word } from './check.ts';
import type { Classes } from './classes.ts';
import { EngineObject, unwrap } from './handle.ts';

export function planeFunctions({ module, TwoLayerNet: NetOfEngine, ParameterPath: PathOfEngine }: Classes): PlaneFunctions {
  const rawOf = (net: TwoLayerNet) => EngineObject.rawOf('net', net, NetOfEngine);
  return {
    ParameterPath: PathOfEngine,
    planeThrough: (start: Float32Array, between: Float32Array, now: Float32Array, ofDirections: number) =>
      unwrap(module.planeThrough(typed('start', start, 'Float32Array'), typed('between', between, 'Float32Array'), typed('now', now, 'Float32Array'), seed('seed', ofDirections))),
    planeOfWeights: (net: TwoLayerNet, first: number, second: number) => unwrap(module.planeOfWeights(rawOf(net), int('first', first), int('second', second))),
    planeOfRandomDirections: (net: TwoLayerNet, ofDirections: number) => unwrap(module.planeOfRandomDirections(rawOf(net), seed('seed', ofDirections))),
    planeOfPrincipalComponents: (points: Float32Array, parameterCount: number, ofDirections: number) =>
      unwrap(module.planeOfPrincipalComponents(typed('points', points, 'Float32Array'), size('parameterCount', parameterCount), seed('seed', ofDirections))),
    project: (given: Plane, points: Float32Array) => unwrap(module.project(plane('plane', given), typed('points', points, 'Float32Array'))),
    lossSurface(net: TwoLayerNet, given: Plane, x: Float32Array, labels: Uint8Array, places: Grid) {
      const on = plane('plane', given);
      const points = grid('grid', places);
      return unwrap(module.lossSurface(rawOf(net), on, typed('x', x, 'Float32Array'), typed('labels', labels, 'Uint8Array'), points));
    },
    runSurface(net: TwoLayerNet, path: ParameterPath | Float32Array, x: Float32Array, labels: Uint8Array, given: RunSurfaceOptions) {
      const checked = options('options', given, { plane: planeChoice }, { columns: size, rows: size, seed });
      const batch = [typed('x', x, 'Float32Array'), typed('labels', labels, 'Uint8Array')] as const;
      return ArrayBuffer.isView(path)
        ? unwrap(module.runSurfaceOfPoints(rawOf(net), typed('path', path, 'Float32Array'), ...batch, checked))
        : unwrap(module.runSurfaceOfPath(rawOf(net), EngineObject.rawOf('path', path, PathOfEngine), ...batch, checked));
    },
  };
}

const vector = (name: string, value: unknown) => copied(name, value, 'Float32Array');

const plane = (name: string, value: unknown): Plane => fields(name, value, { centre: vector, u: vector, v: vector });

function planeChoice(name: string, value: unknown): Given {
  const kind = word(`${name}.kind`, read(`${name}.kind`, object(name, value), 'kind'));
  // Which kinds there are, the engine says.
  const weights = kind === 'weights' ? { first: index, second: index } : {};
  return { ...options(name, value, {}, { kind: word, ...weights }), kind };
}
