// The peers are scripts that leave a global; their own types are not installed where the sources are checked.
// biome-ignore lint/suspicious/noExplicitAny: of TensorFlow.js
declare const tf: any;
// biome-ignore lint/suspicious/noExplicitAny: of ConvNetJS
declare const convnetjs: any;
