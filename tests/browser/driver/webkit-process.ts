import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import { type Guarded, startGuarded } from './guarded.ts';

const { findFreePort } = createRequire(import.meta.url)('selenium-webdriver/net/portprober') as { findFreePort(host: string): Promise<number> };

/** A screen that nobody sees: WebKit knows no mode without one. */
export interface Screen {
  readonly display: string;
  end(): Promise<void>;
}

export async function startScreen(): Promise<Screen> {
  const server = startGuarded('Xvfb', ['-displayfd', '3', '-screen', '0', '2560x2560x24', '-nolisten', 'tcp']);
  const number = await new Promise<string>((resolve, reject) => {
    server.child.stdio[3]?.once('data', (data: Buffer) => resolve(String(data).trim()));
    server.child.once('exit', () => reject(new Error(`Xvfb did not start. ${server.complaints()}`)));
    setTimeout(() => reject(new Error(`Xvfb did not name its display within 30 seconds. ${server.complaints()}`)), 30_000).unref();
  }).catch(async (error) => {
    await server.end();
    throw error;
  });
  return { display: `:${number}`, end: server.end };
}

export interface Started {
  readonly driver: WebDriver;
  end(): Promise<void>;
}

/** A browser with a driver of its own, which is the only way to two of them at a time. `lang` is what LANG says to it; `proxy` is where it sends its requests. */
export async function startWebKit(screen: Screen, { lang, proxy }: { lang: string; proxy: string }): Promise<Started> {
  const port = await findFreePort('127.0.0.1');
  const service = startGuarded(webKitDriver(), [`--port=${port}`], { ...environment(), DISPLAY: screen.display, LANG: lang, LC_ALL: lang, LANGUAGE: '' });
  try {
    return await connect(service, `http://127.0.0.1:${port}`, proxy);
  } catch (error) {
    await service.end();
    throw new Error(`WebKit did not start: ${error instanceof Error ? error.message : error} ${service.complaints()}`);
  }
}

async function connect(service: Guarded, address: string, proxy: string): Promise<Started> {
  await answering(`${address}/status`, service);
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    proxy: { proxyType: 'manual', httpProxy: proxy, sslProxy: proxy },
    'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
  });
  const driver = await new Builder().disableEnvironmentOverrides().usingServer(address).withCapabilities(capabilities).build();
  await driver.manage().setTimeouts({ script: 120_000, pageLoad: 60_000 });
  return {
    driver,
    async end() {
      await driver.quit().catch(() => {});
      await service.end();
    },
  };
}

async function answering(url: string, service: Guarded): Promise<void> {
  for (const end = performance.now() + 30_000; !(await fetch(url).catch(() => undefined))?.ok; ) {
    if (performance.now() > end || service.child.exitCode !== null) throw new Error(`${webKitDriver()} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** WEBKIT_DRIVER, or Debian's. */
export const webKitDriver = (): string => process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver';

/** WEBKIT, or the browser that comes with Debian's WebKitGTK: /usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser, or as this machine and that version have it. */
function miniBrowser(): string {
  const below = (folder: string, wanted: RegExp) =>
    readdirSync(folder)
      .filter((name) => wanted.test(name))
      .map((name) => join(folder, name));
  const found =
    process.env.WEBKIT ??
    below('/usr/lib', /-linux-|^libexec$/)
      .flatMap((folder) => below(folder, /^webkit2?gtk-/))
      .map((folder) => join(folder, 'MiniBrowser'))
      .find(existsSync);
  if (!found) throw new Error('There is no /usr/lib/*/webkit2gtk-*/MiniBrowser. Install webkit2gtk-driver (npm test does), or name the browser in the variable WEBKIT.');
  return found;
}

/** Without these, buttons and the address line of the browser make its window at least 447 pixels wide. */
function environment(): NodeJS.ProcessEnv {
  const folder = join(import.meta.dirname, '../../../build/webkit');
  for (const version of ['gtk-3.0', 'gtk-4.0']) {
    mkdirSync(join(folder, version), { recursive: true });
    writeFileSync(join(folder, version, 'gtk.css'), '* { min-width: 0; min-height: 0; margin: 0; padding: 0; border: none; font-size: 1px; }\n');
  }
  // Root, and a container, has no sandbox for it. Layers that are put together by a GL without a graphics card take four times the work of painting.
  return { WEBKIT_DISABLE_COMPOSITING_MODE: '1', XDG_CONFIG_HOME: folder, GSETTINGS_BACKEND: 'memory', NO_AT_BRIDGE: '1', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
}
