import type { Engine } from '../../../web/engine/api/api.ts';
import type { Entry } from './catalogue.ts';

/** A call that is to be made; mischief changes it. */
export interface Call {
  readonly entry: Entry;
  receiver: object | undefined;
  readonly args: unknown[];
}

/** Makes it. `prototypes`: of the classes of the engine, by what the catalogue calls them. */
export function made(engine: Engine, prototypes: ReadonlyMap<string, object>, { entry, receiver, args }: Call): unknown {
  const { path, on } = entry;
  if (path.startsWith('new ')) return Reflect.construct(Reflect.get(engine, path.slice(4)), args);
  if (on === undefined) {
    const names = path.split('.');
    const holder = names.slice(0, -1).reduce<object>((object, name) => Reflect.get(object, name), engine);
    return Reflect.apply(Reflect.get(holder, names.at(-1)!), holder, args);
  }
  const { name, property } = memberOf(prototypes, entry);
  if (path.endsWith('=')) return Reflect.apply(property.set!, receiver, args);
  if (property.get) return Reflect.apply(property.get, receiver, args);
  if (typeof property.value !== 'function') throw new Error(`${path}: ${name} is no function`);
  return Reflect.apply(property.value, receiver, args);
}

function memberOf(prototypes: ReadonlyMap<string, object>, { path, on }: Entry): { name: string; property: PropertyDescriptor } {
  const name = path.slice(on!.length + 1).replace(/=$/, '');
  for (let object = prototypes.get(on!); object; object = Object.getPrototypeOf(object)) {
    const property = Object.getOwnPropertyDescriptor(object, name);
    if (property) return { name, property };
  }
  throw new Error(`${path}: there is no ${name}`);
}
