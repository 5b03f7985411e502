// How this machine reaches the archive and the npm registry – mirrors, proxies, certificates, names – for another system on it.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where Debian's programs look for the certificates that they trust. */
const trusted = '/etc/ssl/certs/ca-certificates.crt';

/**
 * What a program prints; empty where there is no such program.
 * @param {string} program
 * @param {...string} args
 */
const ask = (program, ...args) => spawnSync(program, args, { encoding: 'utf8' }).stdout ?? '';

/** The archive and the one of security updates: those that this machine takes packages from, where it is a Debian; else Debian's own. */
export function debianMirrors() {
  const targets = ask('apt-get', 'indextargets', '--format', '$(SITE) $(LABEL)', 'Created-By: Packages').split('\n');
  /** @param {string} label */
  const siteOf = (label) => targets.find((line) => line.endsWith(` ${label}`))?.split(' ')[0];
  return { archive: siteOf('Debian') ?? 'http://deb.debian.org/debian', security: siteOf('Debian-Security') ?? 'http://deb.debian.org/debian-security' };
}

/** The variables by which programs find a proxy, apt's own for those that do not ask apt. */
export function proxyVariables() {
  const names = ['http_proxy', 'https_proxy', 'no_proxy'].flatMap((name) => [name, name.toUpperCase()]);
  const own = Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
  const proxyOfApt = /^Acquire::http::Proxy "([^"]+)";$/im.exec(ask('apt-config', 'dump', 'Acquire'))?.[1];
  return proxyOfApt && !own.http_proxy ? { ...own, http_proxy: proxyOfApt } : own;
}

/**
 * Gives a system, a folder, this machine's ways to the network. Its own certificates must be there (the package ca-certificates);
 * `update-ca-certificates` has to run in it after this.
 * @param {string} system
 * @returns {Record<string, string>} variables for the programs in it
 */
export function takeHostSettings(system) {
  for (const file of ['/etc/resolv.conf', '/etc/hosts'].filter(existsSync)) copyFileSync(file, join(system, file));
  takeAptSettings(system);
  takeCertificates(system);
  const npm = npmSettings();
  if (npm !== '') writeFileSync(join(system, 'root/.npmrc'), npm, { mode: 0o600 });
  return { ...proxyVariables(), ...(process.env.NODE_EXTRA_CA_CERTS ? { NODE_EXTRA_CA_CERTS: trusted } : {}) };
}

/**
 * How packages are acquired, alone: what else a machine's apt does (hooks, caches) is its own affair.
 * @param {string} system
 */
function takeAptSettings(system) {
  const settings = ask('apt-config', 'dump', 'Acquire')
    .split('\n')
    .filter((line) => !/::(IndexTargets|CompressionTypes|Changelogs|Languages|cdrom)\b|:: "|^Acquire "/.test(line));
  writeFileSync(join(system, 'etc/apt/apt.conf.d/90host'), settings.join('\n'));
  const named = settings.flatMap((line) => /"(\/[^"]+)";$/.exec(line)?.[1] ?? []);
  for (const path of [...named, '/etc/apt/auth.conf', '/etc/apt/auth.conf.d'].filter(existsSync)) {
    mkdirSync(dirname(join(system, path)), { recursive: true });
    cpSync(path, join(system, path), { recursive: true });
  }
}

/** @param {string} system */
function takeCertificates(system) {
  const known = new Set(certificatesIn(join(system, trusted)));
  const bundles = [trusted, process.env.NODE_EXTRA_CA_CERTS, ask('npm', 'config', 'get', 'cafile').trim()];
  const more = new Set(bundles.flatMap((file) => (file && existsSync(file) ? certificatesIn(file) : [])).filter((certificate) => !known.has(certificate)));
  const folder = join(system, 'usr/local/share/ca-certificates');
  mkdirSync(folder, { recursive: true });
  for (const [i, certificate] of [...more].entries()) writeFileSync(join(folder, `host-${i}.crt`), `${certificate}\n`);
}

/** @param {string} file */
const certificatesIn = (file) => readFileSync(file, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];

/** What npm's files of this machine and its variables say of the registry and the way to it, as another such file. */
function npmSettings() {
  const files = ['globalconfig', 'userconfig'].map((name) => ask('npm', 'config', 'get', name).trim()).filter((file) => file !== '' && existsSync(file));
  const lines = [
    ...files.flatMap((file) => readFileSync(file, 'utf8').split('\n')),
    ...Object.entries(process.env).flatMap(([name, value]) => (/^npm_config_/i.test(name) && value ? `${name.slice('npm_config_'.length).replaceAll('_', '-')}=${value}` : [])),
  ];
  return lines
    .filter((line) =>
      /^(\/\/|@[\w-]+:|(registry|(https?-)?proxy|no-?proxy|ca|cafile|cert|key|strict-ssl|(replace-registry|omit-lockfile-registry)-\w+|fetch-[\w-]+)\s*=)/.test(line),
    )
    .map((line) => line.replace(/^cafile\s*=.*/, `cafile=${trusted}`))
    .map((line) => `${line}\n`)
    .join('');
}
