// The data set that all programs learn from, as files in build/bench/data.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { inRepository } from '../../.scripts/root.mjs';
import { names } from './files.mjs';
import { inputSize } from './settings.mjs';

export const dataFolder = 'build/bench/data/';
const imagesHeader = 16;

/** @typedef {{ name: string, count: number, density: number }} Data density: the share of the pixels that are not 0 */

/**
 * @param {string | undefined} mnist a folder with MNIST's training files, gzipped or not; the project's own digits otherwise
 * @returns {Data}
 */
export function prepareData(mnist) {
  const { images, labels } = mnist === undefined ? ownDigits() : { images: idxFile(mnist, 'train-images-idx3-ubyte'), labels: idxFile(mnist, 'train-labels-idx1-ubyte') };
  const pixels = images.subarray(imagesHeader);
  const count = pixels.length / inputSize;
  if (!Number.isInteger(count) || count !== images.readUInt32BE(4)) throw new Error(`${mnist}: the images are not ${inputSize} pixels each`);
  writeData(names.images, images);
  writeData(names.labels, labels);
  return {
    name: mnist === undefined ? `${count} digits` : `MNIST, ${count} digits`,
    count,
    density: pixels.reduce((sum, pixel) => sum + (pixel === 0 ? 0 : 1), 0) / pixels.length,
  };
}

/** @param {{ parameters: readonly number[], indices: readonly number[] }} start */
export function writeStart({ parameters, indices }) {
  writeData(names.parameters, new Uint8Array(Float32Array.from(parameters).buffer));
  writeData(names.batches, new Uint8Array(Uint32Array.from(indices).buffer));
}

/** The images and then the labels in one file. */
function ownDigits() {
  const both = gunzipSync(readFileSync(inRepository('build/data/digits.gz')));
  const end = imagesHeader + both.readUInt32BE(4) * inputSize;
  return { images: both.subarray(0, end), labels: both.subarray(end) };
}

/**
 * @param {string} folder
 * @param {string} name
 */
function idxFile(folder, name) {
  const file = [join(folder, name), join(folder, `${name}.gz`)].find((path) => existsSync(path));
  if (!file) throw new Error(`--mnist ${folder}: there is neither ${name} nor ${name}.gz`);
  const bytes = readFileSync(file);
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 */
function writeData(name, bytes) {
  mkdirSync(inRepository(dataFolder), { recursive: true });
  writeFileSync(inRepository(dataFolder, name), bytes);
}
