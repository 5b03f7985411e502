import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { bringsOwnPolicy, contentSecurityPolicy } from './policy.mjs';

/** @type {Record<string, string>} */
const mediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

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
    answer(folder, request, response).catch((/** @type {Error} */ error) => {
      console.error(`${request.url}: ${error.message}`);
      response.destroy(error);
    });
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
async function answer(folder, request, response) {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-cache');
  // Figures in other people's pages, and in sandboxed frames, fetch their parts from here.
  response.setHeader('Access-Control-Allow-Origin', '*');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'only GET and HEAD');
  const path = pathOf(request.url ?? '/');
  if (path === undefined) return refuse(response, 400, 'not a path');
  const file = join(folder, path.endsWith('/') ? join(path, 'index.html') : path);
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return refuse(response, 404, `no ${path}`);
  response.writeHead(200, { 'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream', 'Content-Length': found.size });
  if (request.method === 'HEAD') return void response.end();
  createReadStream(file)
    .on('error', (error) => response.destroy(error))
    .pipe(response);
}

/**
 * The decoded path, with no way out of the folder.
 * @param {string} url
 */
function pathOf(url) {
  try {
    const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
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
