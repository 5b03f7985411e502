import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Nginx {
  readonly address: string;
  /** One line an answer that was sent: its bytes, headers included, and the path. */
  log(): { readonly bytes: number; readonly path: string }[];
  stop(): Promise<void>;
}

/** Debian's nginx on loopback with the built site, set up word for word as web/README.md says, but for the folder and the port; `under` is a sub-folder. */
export async function startNginx({ under = '' } = {}): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'downhill-nginx-'));
  const www = join(folder, 'www');
  mkdirSync(join(www, under), { recursive: true });
  cpSync(join(root, 'dist/site'), join(www, under), { recursive: true });
  const readme = readFileSync(join(root, 'web/README.md'), 'utf8');
  const listing = (language: string, part: string) =>
    [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)].find(([, its, text]) => its === language && text?.includes(part))?.[2]?.replaceAll('/var/www/downhill', www) ?? '';
  execFileSync('sh', ['-ec', listing('sh', 'gzip -9')]);
  const port = await freePort();
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid nginx.pid; error_log stderr warn; worker_processes 1;
    events {}
    http {
      log_format bytes '$bytes_sent $uri'; access_log access.log bytes; sendfile on;
      ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path temp;`).join(' ')}
      ${listing('nginx', 'server {').replace('listen 80', `listen 127.0.0.1:${port}`)}
    }`,
  );
  const server = spawn('/usr/sbin/nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const address = `http://localhost:${port}/`;
  await answering(address, ended);
  return {
    address,
    log: () =>
      readFileSync(join(folder, 'access.log'), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => ({ bytes: Number.parseInt(line, 10), path: line.slice(line.indexOf(' ') + 1) })),
    async stop() {
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function answering(address: string, ended: Promise<void>): Promise<void> {
  const over = ended.then(() => {
    throw new Error('nginx ended before it answered');
  });
  const answers = async () => {
    for (;;) {
      if (await fetch(address).catch(() => undefined)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await Promise.race([answers(), over]);
}
