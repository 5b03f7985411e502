/** What the site may load: its own files alone. The page says so itself (a static host sends no such header), and the test server says it again. */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  // Lit's styles are constructed sheets, but a style attribute places what is drawn.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  // A worker of a sandboxed frame begins as one line at a data: address (web/engine/workers.ts).
  "worker-src 'self' blob: data:",
  "connect-src 'self'",
  "font-src 'self'",
].join('; ');
