import type { ActivationName, Dataset, NetOptions, NumericalGradientOptions, TwoLayerNet } from './api.ts';
import { copied, flag, int, number, options, outOfRange, seed, text, typed, word } from './check.ts';
import type { DatasetClass } from './dataset.ts';
import { EngineObject, own, unwrap } from './handle.ts';
import type { EngineModule, RawNet } from './module-types.ts';
import { jsonOf, type NetArray, type NetNotes, netArrays, npzOf, type SavedNet } from './net-file.ts';
import { savedAsJson, savedAsNpz } from './saved-net.ts';

/** The text of some 10,000,000 parameters. */
const longestJson = 2 ** 28;

const sizes = { inputSize: int, hiddenSize: int, outputSize: int };
const numericalGradientOptions = { h: number, method: word, parameters: (name: string, value: unknown) => copied(name, value, 'Uint32Array') };

/** What a file of the net holds. */
function saved(net: RawNet): [arrays: NetArray[], notes: NetNotes] {
  const sizesOfNet = { inputSize: unwrap(net.inputSize()), hiddenSize: unwrap(net.hiddenSize()), outputSize: unwrap(net.outputSize()) };
  return [netArrays(sizesOfNet, unwrap(net.getParameters())), { activation: unwrap(net.activation()) }];
}

export function twoLayerNetClass(module: EngineModule, DatasetOfEngine: DatasetClass) {
  return class NetOfEngine extends EngineObject<RawNet> implements TwoLayerNet {
    static override readonly kind = 'TwoLayerNet';

    static fromJson(json: string): TwoLayerNet {
      return NetOfEngine.#ofSaved(savedAsJson(text('text', json, longestJson)), {});
    }

    static fromNpz(bytes: Uint8Array, given: { activation?: ActivationName } = {}): TwoLayerNet {
      const otherwise = options('options', given, { activation: word });
      return NetOfEngine.#ofSaved(savedAsNpz(typed('bytes', bytes, 'Uint8Array')), otherwise as { activation?: ActivationName });
    }

    static #ofSaved({ inputSize, hiddenSize, outputSize, activation, parameters }: SavedNet, otherwise: { activation?: ActivationName }): TwoLayerNet {
      const net = new NetOfEngine({ inputSize, hiddenSize, outputSize, weightInitStd: 0, ...otherwise, ...(activation && { activation }) });
      net.setParameters(parameters);
      return net;
    }

    constructor(given: NetOptions) {
      const checked = options('options', given, { weightInitStd: number, xavier: flag, activation: word, seed }, sizes);
      super(unwrap(module.twoLayerNet(checked)), NetOfEngine);
    }

    get inputSize(): number {
      return unwrap(own(this, NetOfEngine).inputSize());
    }

    get hiddenSize(): number {
      return unwrap(own(this, NetOfEngine).hiddenSize());
    }

    get outputSize(): number {
      return unwrap(own(this, NetOfEngine).outputSize());
    }

    get parameterCount(): number {
      return unwrap(own(this, NetOfEngine).parameterCount());
    }

    get activation(): ActivationName {
      return unwrap(own(this, NetOfEngine).activation());
    }

    getParameters(): Float32Array {
      return unwrap(own(this, NetOfEngine).getParameters());
    }

    setParameters(parameters: Float32Array): void {
      unwrap(own(this, NetOfEngine).setParameters(typed('parameters', parameters, 'Float32Array')));
    }

    toJson(): string {
      return jsonOf(...saved(own(this, NetOfEngine)));
    }

    toNpz(): Uint8Array {
      return npzOf(...saved(own(this, NetOfEngine)));
    }

    predict(x: Float32Array): Float32Array {
      return unwrap(own(this, NetOfEngine).predict(typed('x', x, 'Float32Array')));
    }

    loss(x: Float32Array, labels: Uint8Array): number {
      return unwrap(own(this, NetOfEngine).loss(typed('x', x, 'Float32Array'), typed('labels', labels, 'Uint8Array')));
    }

    accuracy(data: Dataset): number {
      const examples = EngineObject.rawOf('data', data, DatasetOfEngine);
      return unwrap(module.evaluate(own(this, NetOfEngine), examples, 0, unwrap(examples.size()))).accuracy;
    }

    gradient(x: Float32Array, labels: Uint8Array): Float32Array {
      return unwrap(own(this, NetOfEngine).gradient(typed('x', x, 'Float32Array'), typed('labels', labels, 'Uint8Array')));
    }

    numericalGradient(x: Float32Array, labels: Uint8Array, given: NumericalGradientOptions = {}): Float64Array {
      const checked = options('options', given, numericalGradientOptions);
      // The engine takes no numbers for all of them; an empty list of the caller is a mistake.
      if (checked.parameters?.length === 0) throw outOfRange('parameters.length', 0, '1 or more');
      return unwrap(own(this, NetOfEngine).numericalGradient(typed('x', x, 'Float32Array'), typed('labels', labels, 'Uint8Array'), checked));
    }
  };
}

export type TwoLayerNetClass = ReturnType<typeof twoLayerNetClass>;
