import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RequestProxy {
  /** Host and port. */
  readonly address: string;
  offline: boolean;
  /** Requests that have not been answered. */
  readonly open: number;
  close(): Promise<void>;
}

export interface Ears {
  onRequest(url: string): void;
  onError(message: string): void;
  /** What is to run before all other scripts of a page. */
  script(): string;
}

/**
 * Everything that a browser asks of any server comes through here. WebKit's driver tells nothing of requests and errors and takes no script for a page
 * to come; so this is where they are heard, and where the script is put into the pages, with its hash in their policy.
 */
export async function startProxy(ears: Ears): Promise<RequestProxy> {
  const open = new Set<ServerResponse>();
  const server = createServer((asked, response) => {
    const url = asked.url ?? '';
    ears.onRequest(url);
    open.add(response);
    response.on('close', () => open.delete(response));
    const fail = (reason: string) => {
      if (!response.destroyed && !url.endsWith('/favicon.ico')) ears.onError(`Failed to load resource: ${reason} (${url})`);
      response.destroy();
    };
    if (proxy.offline) return fail('no network');
    const passed = request(url, { method: asked.method, headers: { ...asked.headers, 'accept-encoding': 'identity' } }, (answer) => {
      const status = answer.statusCode ?? 502;
      if (status >= 400 && !url.endsWith('/favicon.ico')) ears.onError(`Failed to load resource: ${status} (${url})`);
      if (/^text\/html/.test(answer.headers['content-type'] ?? '') && status === 200) passOnPage(answer, response, ears.script()).catch((error) => fail(String(error)));
      else answer.pipe(response.writeHead(status, answer.headers));
    });
    passed.on('error', (error) => fail(error.message));
    response.on('close', () => passed.destroy());
    asked.pipe(passed);
  });
  // Of what is encrypted no more is to be seen than the host, and the sites of the tests have none of it.
  server.on('connect', ({ url }, socket) => {
    ears.onRequest(`https://${url}/`);
    socket.destroy();
  });
  server.on('upgrade', ({ url }, socket) => {
    ears.onRequest(url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: RequestProxy = {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    offline: false,
    get open() {
      return open.size;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return proxy;
}

async function passOnPage(answer: IncomingMessage, response: ServerResponse, script: string): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  const page = Buffer.from(withScript(Buffer.concat(parts).toString(), script));
  const headers: NodeJS.Dict<string | string[]> = { ...answer.headers, 'content-length': String(page.length) };
  const policy = headers['content-security-policy'];
  if (typeof policy === 'string') headers['content-security-policy'] = allowing(policy, script);
  response.writeHead(200, headers).end(page);
}

/** Before everything else of the page. */
export function withScript(page: string, script: string): string {
  const [start = ''] = /^\s*(<!doctype[^>]*>)?\s*(<html[^>]*>)?\s*(<head[^>]*>)?/i.exec(page) ?? [];
  return `${start}<script>${script.replaceAll('</', '<\\/')}</script>${page.slice(start.length)}`;
}

function allowing(policy: string, script: string): string {
  const hash = createHash('sha256').update(script.replaceAll('</', '<\\/')).digest('base64');
  return policy.replace(/\b(script-src|script-src-elem)\b(?![^;]*'unsafe-inline')([^;]*)/g, `$1$2 'sha256-${hash}'`);
}
