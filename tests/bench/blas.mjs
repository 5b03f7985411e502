// Where Debian puts NumPy and the libraries that multiply its matrices.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Debian's own Python: another one would not find Debian's NumPy. */
export const python = '/usr/bin/python3';
export const numpy = '/usr/lib/python3/dist-packages/numpy';

const folders = { openblas: 'openblas-pthread', reference: 'blas' };

/**
 * Each lies in a folder of its own; the search path for libraries says which one NumPy gets.
 * @param {keyof typeof folders} blas
 */
export function blasFolder(blas) {
  const machines = existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu')) : [];
  return machines.map((machine) => join('/usr/lib', machine, folders[blas])).find((folder) => existsSync(join(folder, 'libblas.so.3')));
}
