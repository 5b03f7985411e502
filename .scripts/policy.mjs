/**
 * What a page of the site may load: files of `own` alone. A page says so itself (a static host sends no such header), and the test server says it again.
 * @param {string} own sources, as a policy names them
 */
const policyOf = (own) =>
  [
    `default-src ${own}`,
    `script-src ${own} 'wasm-unsafe-eval'`,
    // Lit's styles are constructed sheets, but a style attribute places what is drawn.
    `style-src ${own} 'unsafe-inline'`,
    `img-src ${own} blob: data:`,
    // A worker of a sandboxed frame begins as one line at a data: address (web/engine/client/workers.ts).
    `worker-src ${own} blob: data:`,
    `connect-src ${own}`,
    `font-src ${own} data:`,
  ].join('; ');

export const contentSecurityPolicy = policyOf("'self'");

/**
 * That of embed.html. A frame with `sandbox` has an origin that is equal to none, and in WebKit 'self' then matches nothing; which host the site will
 * stand on is not known when it is built. So the page begins with any host, but nothing inline, and public/own-host.js narrows that to its own before anything else runs.
 */
export const framePolicy = policyOf('http: https:');

/**
 * Such a page gets no header beside its own policy: where there are two both must allow.
 * @param {string} path of a page, as it is asked for
 */
export const bringsOwnPolicy = (path) => /\/embed\.html(?:[?#]|$)/.test(path);
