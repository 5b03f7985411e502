// An exception of JavaScript that leaves C++ (the caller's own stack was full, there was no memory for a result) runs the destructors on its
// way, but the stack of the engine stays as deep as it was: after some 100,000 of them every call would fail. So each function of the module
// begins with the stack that there was at first: calls do not nest, since nothing of the caller's runs within one. It is not put back at the
// end, where there may be no room for that either.

import type { EngineModule, Stack } from './module-types.ts';

type Call = (this: unknown, ...given: unknown[]) => unknown;

/** The same module, whose functions begin with an empty stack. The methods of its classes are replaced in place. */
export function keepingStack(module: EngineModule & Stack): EngineModule {
  const empty = module.stackSave();
  const keeping = (call: Call): Call =>
    function (...given) {
      module.stackRestore(empty);
      return call.apply(this, given);
    };
  const functions = Object.entries(module).filter((entry): entry is [string, Call] => typeof entry[1] === 'function');
  for (const { prototype } of functions.map(([, made]) => made).filter(isClass)) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (name !== 'constructor' && typeof value === 'function') prototype[name] = keeping(value);
    }
  }
  return Object.fromEntries(functions.filter(([, call]) => !isClass(call)).map(([name, call]) => [name, keeping(call)])) as unknown as EngineModule;
}

/** Embind's classes have delete(). */
function isClass(value: Call): value is Call & { prototype: Record<string, Call> } {
  const prototype: unknown = Reflect.get(value, 'prototype');
  return typeof prototype === 'object' && prototype !== null && 'delete' in prototype;
}
