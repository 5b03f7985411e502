import type { ActivationName } from '../../../engine/api/api.ts';
import { jsonOf, netArrays, npzOf } from '../../../engine/api/net-file.ts';
import type { RunFacts } from '../../../engine/protocol/run-types.ts';
import type { SharedStrings } from '../../../i18n/shared.ts';
import type { FigureExport } from './export.ts';

export interface NetSource {
  readonly facts: RunFacts | undefined;
  parameters(): Promise<Float32Array>;
}

/** As `<figure>-net.json` and `.npz`. */
export function netExports(net: NetSource, activation: ActivationName, figure: string, labels: SharedStrings['netFiles']): FigureExport[] {
  const { facts } = net;
  if (!facts) return [];
  const { inputSize, hiddenSize, classes: outputSize, classNames: classes, inputScales, scale: pixelScale } = facts;
  const notes = { activation, classes, ...(inputScales && { inputScales }), ...(pixelScale && { pixelScale }) };
  const arrays = async () => {
    const parameters = await net.parameters();
    if (!parameters.every(Number.isFinite)) throw new Error(labels.broken);
    return netArrays({ inputSize, hiddenSize, outputSize }, parameters);
  };
  return [
    { id: 'net-json', label: labels.json, filename: `${figure}-net.json`, blob: async () => new Blob([jsonOf(await arrays(), notes)], { type: 'application/json' }) },
    { id: 'net-npz', label: labels.npz, filename: `${figure}-net.npz`, blob: async () => new Blob([npzOf(await arrays(), notes)], { type: 'application/zip' }) },
  ];
}
