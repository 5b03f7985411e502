// An exception of JavaScript that leaves C++ (the caller's own stack was full, there was no memory for a result) runs the destructors on its
// way, but the stack of the engine stays as deep as it was: after some 100,000 of them every call would fail. So each function of the module
// puts back the stack that it found.

import type { EngineModule, Stack } from './module-types.ts';

type Call = (this: unknown, ...given: unknown[]) => unknown;

/** The same module, whose functions leave the stack as they found it. The methods of its classes are replaced in place. */
export function keepingStack(module: EngineModule & Stack): EngineModule {
  const keeping = (call: Call): Call =>
    function (...given) {
      const stack = module.stackSave();
      try {
        return call.apply(this, given);
      } catch (error) {
        module.stackRestore(stack);
        throw error;
      }
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
function isClass(value: { prototype?: unknown }): value is { prototype: Record<string, Call> } {
  return typeof value.prototype === 'object' && value.prototype !== null && 'delete' in value.prototype;
}
