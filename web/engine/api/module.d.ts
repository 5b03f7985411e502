// build/wasm/native/bindings/downhill-module.js, made by the CMake preset `wasm` (see "imports" in package.json).
declare module '#module' {
  const createModule: import('./module-types.ts').ModuleFactory;
  export default createModule;
}
