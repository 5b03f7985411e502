import { createServer } from 'node:http';
import send from 'send';
import { bringsOwnPolicy, contentSecurityPolicy } from './policy.mjs';

/**
 * Serves a folder of static files as a static host does, under the site's content security policy.
 * @param {string} folder
 * @param {{ port?: number, host?: string, asked?: (path: string) => void, policy?: string | null }} [options] port 0: any that is free; a port that is taken: the next one that is free;
 *   asked: hears of each request; policy: a content security policy other than the site's, or none
 * @returns {Promise<{ address: string, close(): Promise<void> }>}
 */
export async function serve(folder, { port = 0, host = '127.0.0.1', asked, policy = contentSecurityPolicy } = {}) {
  const server = createServer((request, response) => {
    asked?.(request.url ?? '/');
    if (policy && !bringsOwnPolicy(request.url ?? '/')) response.setHeader('Content-Security-Policy', policy);
    answer(folder, request, response);
  });
  const taken = await listen(server, port, host);
  return {
    address: `http://${host === '127.0.0.1' ? 'localhost' : host}:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {string} folder
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function answer(folder, request, response) {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  // Figures in other people's pages, and in sandboxed frames, fetch their parts from here.
  response.setHeader('Access-Control-Allow-Origin', '*');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'only GET and HEAD');
  const path = (request.url ?? '/').replace(/[?#].*$/s, '');
  // A range, a file that has not changed, a reader who goes away in the middle of a download: send knows them all.
  send(request, path, { root: folder, dotfiles: 'allow', cacheControl: false })
    .on('headers', (/** @type {import('node:http').ServerResponse} */ answering) => answering.setHeader('Cache-Control', 'no-cache'))
    .on('directory', () => refuse(response, 404, `no ${path}`))
    .on('error', (/** @type {import('node:http').ServerResponse & { status?: number, message?: string }} */ error) => {
      if (response.headersSent) response.destroy();
      else refuse(response, error.status ?? 500, error.status === 404 ? `no ${path}` : (error.message ?? 'not to be read'));
    })
    .pipe(response);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} reason
 */
function refuse(response, status, reason) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${status}: ${reason}\n`);
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<number>} the port
 */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    let next = port;
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EADDRINUSE' || next >= port + 100) return reject(error);
      next++;
      server.listen(next, host);
    });
    server.on('listening', () => resolve(/** @type {import('node:net').AddressInfo} */ (server.address()).port));
    server.listen(next, host);
  });
}
