import type { ActivationName, Dataset, ForwardPass, NetOptions, NumericalGradientOptions, SavedNetOptions, TwoLayerNet } from './api.ts';
import { copied, flag, number, options, outOfRange, seed, size, text, typed, word } from './check.ts';
import type { DatasetClass } from './dataset.ts';
import { EngineObject, own, unwrap } from './handle.ts';
import type { EngineModule, RawNet } from './module-types.ts';
import { activations, jsonOf, type NetArray, type NetNotes, netArrays, npzOf } from './net-file.ts';
import { savedAsJson, savedAsNpz } from './saved-net.ts';

/** The text of some 10,000,000 parameters. */
const longestJson = 2 ** 28;

const sizes = { inputSize: size, hiddenSize: size, outputSize: size };
const numericalGradientOptions = { h: number, method: word, parameters: (name: string, value: unknown) => copied(name, value, 'Uint32Array') };

/** Also where the file itself says it, and the engine is not asked for this one. */
function activationName(name: string, value: unknown): ActivationName {
  const given = word(name, value);
  const known = activations.find((each) => each === given);
  if (!known) throw outOfRange(name, given, '"sigmoid", "relu" or "tanh"');
  return known;
}

/** What a file of the net holds. */
function saved(net: RawNet): [arrays: NetArray[], notes: NetNotes] {
  const sizesOfNet = { inputSize: unwrap(net.inputSize()), hiddenSize: unwrap(net.hiddenSize()), outputSize: unwrap(net.outputSize()) };
  return [netArrays(sizesOfNet, unwrap(net.getParameters())), { activation: unwrap(net.activation()) }];
}

export function twoLayerNetClass(module: EngineModule, DatasetOfEngine: DatasetClass) {
  return class NetOfEngine extends EngineObject<RawNet> implements TwoLayerNet {
    static override readonly kind = 'TwoLayerNet';

    static fromJson(json: string, given: SavedNetOptions = {}): TwoLayerNet {
      const { activation } = options('options', given, { activation: activationName });
      return NetOfEngine.#ofSaved(savedAsJson(text('text', json, longestJson), activation));
    }

    static fromNpz(bytes: Uint8Array, given: SavedNetOptions = {}): TwoLayerNet {
      const { activation } = options('options', given, { activation: activationName });
      return NetOfEngine.#ofSaved(savedAsNpz(typed('bytes', bytes, 'Uint8Array'), activation));
    }

    static #ofSaved({ inputSize, hiddenSize, outputSize, activation, parameters }: ReturnType<typeof savedAsNpz>): TwoLayerNet {
      const net = new NetOfEngine({ inputSize, hiddenSize, outputSize, weightInitStd: 0, activation });
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

    forward(x: Float32Array): ForwardPass {
      return unwrap(own(this, NetOfEngine).forward(typed('x', x, 'Float32Array')));
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
