import type { Engine } from '../../web/engine/api/api.ts';
import { loadEngine } from '../../web/engine/api/downhill.ts';

/** An engine of its own, and its memory: those of other tests have grown. */
export async function engineWithMemory(): Promise<{ engine: Engine; memory: WebAssembly.Memory }> {
  const memories: WebAssembly.Memory[] = [];
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = (async (module: WebAssembly.Module, imports: WebAssembly.Imports) => {
    const instance = await instantiate(module, imports);
    memories.push(...Object.values(instance.exports).filter((entry) => entry instanceof WebAssembly.Memory));
    return instance;
  }) as typeof instantiate;
  const engine = await loadEngine().finally(() => {
    WebAssembly.instantiate = instantiate;
  });
  return { engine, memory: memories[0]! };
}
