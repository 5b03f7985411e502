import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

/** A module of this folder as a program for a page; its exports are properties of the global variable `name`. */
export async function programOf(file: string, name: string): Promise<string> {
  const [bundle] = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2023', lib: { entry: join(import.meta.dirname, file), formats: ['iife'], name } },
  })) as Rolldown.RolldownOutput[];
  return bundle?.output[0].code ?? '';
}
