import { expect, it } from 'vitest';
import { loadEngine } from '../../web/engine/api/downhill.ts';

it('memory that is shared with other threads is refused by name', async () => {
  await expect(loadEngine({ wasmBinary: new Uint8Array(new SharedArrayBuffer(8)) })).rejects.toThrow(/^wasmBinary .*an ArrayBuffer or a view of one/);
});

it('bytes that are no engine are refused, whatever view of them is given', async () => {
  for (const wasmBinary of [new ArrayBuffer(8), new Uint8Array(8), new DataView(new ArrayBuffer(8))])
    await expect(loadEngine({ wasmBinary })).rejects.toBeInstanceOf(WebAssembly.CompileError);
});
