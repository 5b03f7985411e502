import { datasetClass } from './dataset.ts';
import { expressionClass } from './expression.ts';
import type { EngineModule } from './module-types.ts';
import { parameterPathClass } from './parameter-path.ts';
import { trainerClass } from './trainer.ts';
import { twoLayerNetClass } from './two-layer-net.ts';

/** The classes of one engine. Each engine has its own, so that an object of one is told from that of another. */
export function engineClasses(module: EngineModule) {
  const DatasetOfEngine = datasetClass();
  const NetOfEngine = twoLayerNetClass(module, DatasetOfEngine);
  return {
    module,
    Expression: expressionClass(module),
    Dataset: DatasetOfEngine,
    TwoLayerNet: NetOfEngine,
    Trainer: trainerClass(module, NetOfEngine, DatasetOfEngine),
    ParameterPath: parameterPathClass(module),
  };
}

export type Classes = ReturnType<typeof engineClasses>;
