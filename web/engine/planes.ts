import type { Grid, ParameterPath, Plane, PlaneFunctions, RunSurfaceOptions, TwoLayerNet } from './api.ts';
import { type Given, grid, index, int, object, outOfRange, seed, typed } from './check.ts';
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
      unwrap(module.planeOfPrincipalComponents(typed('points', points, 'Float32Array'), int('parameterCount', parameterCount), seed('seed', ofDirections))),
    project: (given: Plane, points: Float32Array) => unwrap(module.project(plane('plane', given), typed('points', points, 'Float32Array'))),
    lossSurface: (net: TwoLayerNet, given: Plane, x: Float32Array, labels: Uint8Array, places: Grid) =>
      unwrap(module.lossSurface(rawOf(net), plane('plane', given), typed('x', x, 'Float32Array'), typed('labels', labels, 'Uint8Array'), grid('grid', places))),
    runSurface(net: TwoLayerNet, path: ParameterPath | Float32Array, x: Float32Array, labels: Uint8Array, given: RunSurfaceOptions) {
      const batch = [typed('x', x, 'Float32Array'), typed('labels', labels, 'Uint8Array')] as const;
      const options = surfaceOptions(given);
      return ArrayBuffer.isView(path)
        ? unwrap(module.runSurfaceOfPoints(rawOf(net), typed('path', path, 'Float32Array'), ...batch, options))
        : unwrap(module.runSurfaceOfPath(rawOf(net), EngineObject.rawOf('path', path, PathOfEngine), ...batch, options));
    },
  };
}

function plane(name: string, value: unknown): Plane {
  const given = object(name, value);
  return {
    centre: typed(`${name}.centre`, given.centre, 'Float32Array'),
    u: typed(`${name}.u`, given.u, 'Float32Array'),
    v: typed(`${name}.v`, given.v, 'Float32Array'),
  };
}

function surfaceOptions(value: unknown): Given {
  const given = object('options', value);
  return {
    columns: int('columns', given.columns),
    rows: int('rows', given.rows),
    seed: seed('seed', given.seed),
    plane: given.plane === undefined ? undefined : planeChoice(object('plane', given.plane)),
  };
}

function planeChoice({ kind, first, second }: Given): Given {
  switch (kind) {
    case 'path':
    case 'random':
    case 'principal':
      return { kind };
    case 'weights':
      return { kind, first: index('plane.first', first), second: index('plane.second', second) };
    default:
      throw outOfRange('plane.kind', kind, '"path", "weights", "random" or "principal"');
  }
}
