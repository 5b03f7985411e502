// The library: loadEngine() and the types of what it gives.

import createModule from '#module';
import type { Engine, LoadOptions } from './api.ts';
import { calculusFunctions } from './calculus.ts';
import { options } from './check.ts';
import { engineClasses } from './classes.ts';
import { datasetMakers } from './dataset.ts';
import { errataFunctions } from './errata.ts';
import { unwrap } from './handle.ts';
import { lossFunctions } from './losses.ts';
import type { EngineModule, Stack } from './module-types.ts';
import { netFunctions } from './nets.ts';
import { planeFunctions } from './planes.ts';
import { simpleNetFunctions } from './simple-net.ts';
import { keepingStack } from './stack.ts';
import { compiledEngine } from './wasm.ts';

export type * from './api.ts';

/**
 * An engine with memory of its own. The .wasm is taken from beside this module unless told otherwise.
 * Rejects with an Error that names the address if it cannot be fetched, WebAssembly.CompileError if it is not an engine.
 */
export async function loadEngine(given: LoadOptions = {}): Promise<Engine> {
  const asGiven = (_: string, value: unknown) => value;
  const checked = options('options', given, { wasmUrl: asGiven, wasmBinary: asGiven });
  return engineOf(keepingStack(await instantiated(await compiledEngine(checked))));
}

function instantiated(compiled: WebAssembly.Module): Promise<EngineModule & Stack> {
  return new Promise((resolve, reject) => {
    createModule({
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(compiled, imports).then(receive).catch(reject);
        return {};
      },
      locateFile: (path) => path,
    }).then(resolve, reject);
  });
}

function engineOf(module: EngineModule): Engine {
  const classes = engineClasses(module);
  return Object.freeze({
    version: unwrap(module.version()),
    ...lossFunctions(classes),
    ...calculusFunctions(classes),
    ...netFunctions(classes),
    ...planeFunctions(classes),
    TwoLayerNet: classes.TwoLayerNet,
    Dataset: Object.freeze(datasetMakers(module, classes.Dataset, classes.Expression)),
    Trainer: classes.Trainer,
    simpleNet: Object.freeze(simpleNetFunctions(module)),
    errata: Object.freeze(errataFunctions(classes)),
  });
}
