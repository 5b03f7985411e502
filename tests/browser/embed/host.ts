import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

export interface Host {
  /** Its origin is not that of the site: another name and another port. */
  readonly address: string;
  /** What its page holds from now on, the head with it. */
  show(html: string): void;
}

/** Somebody's blog, on an origin of its own, for the tests of the describe block that calls this. */
export function blog(): Host {
  let page = '';
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(page);
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    get address() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    },
    show(html) {
      page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>A blog</title>${html}`;
    },
  };
}
