// Getting the engine's .wasm: as bytes given by the caller, from a URL, or in Node from the file beside the module.

import { wrongType } from './check.ts';

/** Written so that a bundler sees it, ships the file and puts its address here. */
const besideThisModule = new URL('../../../build/wasm/native/bindings/downhill-module.wasm', import.meta.url);

/** What Node has more than a browser; its fetch has no file: URLs. No import: a bundler for browsers would stumble over it. */
interface Node {
  process?: { getBuiltinModule?(name: 'node:fs/promises'): { readFile(file: URL): Promise<Uint8Array<ArrayBuffer>> } };
}

export async function compiledEngine({ wasmUrl, wasmBinary }: { readonly wasmUrl?: unknown; readonly wasmBinary?: unknown }): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === 'undefined') throw new Error('the engine needs WebAssembly, which is not here');
  if (wasmBinary !== undefined) return WebAssembly.compile(wasmBinary instanceof ArrayBuffer ? wasmBinary : bytesOf(wasmBinary));
  const found = await engineAt(address(wasmUrl ?? besideThisModule));
  // While it comes, where its type lets the browser.
  if (found instanceof Response && isWasm(found)) return WebAssembly.compileStreaming(found);
  return WebAssembly.compile(found instanceof Response ? await found.arrayBuffer() : found);
}

/** The bytes of any view: V8 compiles no DataView. Nobody compiles memory that is shared with other threads. */
function bytesOf(view: unknown): Uint8Array<ArrayBuffer> {
  if (!ArrayBuffer.isView(view) || !(view.buffer instanceof ArrayBuffer)) throw wrongType('wasmBinary', view, 'an ArrayBuffer or a view of one');
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function address(given: unknown): URL {
  if (typeof given !== 'string' && !(given instanceof URL)) throw wrongType('wasmUrl', given, 'a string or a URL');
  return new URL(given, globalThis.document?.baseURI ?? globalThis.location?.href ?? import.meta.url);
}

const isWasm = ({ headers }: Response) => headers.get('Content-Type')?.toLowerCase() === 'application/wasm';

async function engineAt(url: URL): Promise<Response | BufferSource> {
  const files = url.protocol === 'file:' && (globalThis as Node).process?.getBuiltinModule?.('node:fs/promises');
  if (files) {
    return files.readFile(url).catch((cause: unknown) => {
      throw new Error(`the engine could not be read from ${url}`, { cause });
    });
  }
  const response = await fetch(url).catch((cause: unknown) => {
    throw new Error(`the engine could not be fetched from ${url}`, { cause });
  });
  if (!response.ok) throw new Error(`the engine could not be fetched from ${url}: status ${response.status} ${response.statusText}`.trimEnd());
  return response;
}
