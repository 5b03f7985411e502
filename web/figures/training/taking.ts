import { FileError } from '../../engine/api/file-problem.ts';
import type { SavedNet } from '../../engine/api/net-file.ts';
import type { PointRunData } from '../../engine/protocol/run-types.ts';
import { hiddenRule } from '../learning/rules.ts';
import type { OwnImages } from './data-source.ts';
import { allNames, listOf, mostClasses, mostPoints, namesAttribute, ownPointsOf } from './own-points.ts';
import { isOfImages, pixels, type State } from './state.ts';

// What the state becomes with what a reader has brought. Each throws FileError where it cannot be used; nothing has been changed then.

export type Change = Readonly<Record<string, string | number | boolean | null>>;

/** max_parameters of the engine's nets. */
const mostParameters = 50_000_000;
/** What fits another kind of data goes back to that kind's own defaults. */
const otherKind: Change = { 'hidden-size': null, 'batch-size': null, activation: null, 'weight-init': null };

export function withPoints(state: State, data: Required<PointRunData>, file: string): Change {
  const { labels, names } = data;
  if (labels.length > mostPoints) throw new FileError({ code: 'too many points', file, found: labels.length, most: mostPoints });
  if (names.length > mostClasses) throw new FileError({ code: 'too many classes', file, found: names.length, most: mostClasses, names: names.slice(0, mostClasses) });
  return { ...(isOfImages(state.data) && otherKind), data: 'points', points: listOf(ownPointsOf(data)), classes: namesAttribute(names) };
}

export function withImages(state: State, { data, shape: [rows, columns] }: OwnImages, file: string): Change {
  const hidden = isOfImages(state.data) ? state.hiddenSize : hiddenRule.fallback;
  const found = parametersOf(rows * columns, hidden, data.classes?.length ?? 0);
  if (found > mostParameters) throw new FileError({ code: 'too many weights', file, inputs: rows * columns, hidden, found, most: mostParameters });
  return { ...(!isOfImages(state.data) && otherKind), data: 'files', scale: null, upright: null };
}

/** `images`: the reader's, for a state whose data they are. */
export function withNet(state: State, images: OwnImages | undefined, net: SavedNet, file: string): Change {
  const { inputSize: inputs, hiddenSize: hidden, outputSize: classes, activation } = net;
  const { inputs: dataInputs, classes: dataClasses } = sizesOf(state, images);
  if (inputs !== dataInputs || classes !== dataClasses) throw new FileError({ code: 'other data', file, inputs, classes, dataInputs, dataClasses });
  const dataNames = classesOf(state, images);
  const names = net.classes ?? dataNames;
  if (names.some((name, k) => name !== dataNames[k])) throw new FileError({ code: 'other classes', file, names, dataNames });
  const { highest } = hiddenRule;
  if (hidden > highest) throw new FileError({ code: 'array shape', file, array: 'W1', found: `(${inputs}, ${hidden})`, expected: `(${inputs}, 1 … ${highest})` });
  const scale = state.data === 'files' ? net.pixelScale : undefined;
  return { 'hidden-size': hidden, ...(activation && { activation }), ...(scale !== undefined && { scale }) };
}

const parametersOf = (inputs: number, hidden: number, classes: number) => (inputs + 1) * hidden + (hidden + 1) * classes;

/** Of a net for the data of the state. */
function sizesOf(state: State, images: OwnImages | undefined): { readonly inputs: number; readonly classes: number } {
  const [rows, columns] = images?.shape ?? [0, 0];
  const inputs = state.data === 'digits' ? pixels : state.data === 'files' ? rows * columns : 2;
  return { inputs, classes: classesOf(state, images).length };
}

/** What the classes of the data are called. */
function classesOf({ data, points, classNames }: State, images: OwnImages | undefined): readonly string[] {
  switch (data) {
    case 'digits':
      return Array.from({ length: 10 }, (_, digit) => String(digit));
    case 'files':
      return images?.data.names ?? (images?.data.classes ?? []).map(String);
    case 'points':
      return allNames(classNames).slice(
        0,
        points.reduce((most, [, , label]) => Math.max(most, label + 1), 0),
      );
    default:
      return ['0', '1'];
  }
}
