import type { Workbox } from 'workbox-window';
import { languages } from '../i18n/language.ts';
import { page } from '../i18n/page.ts';

/** In milliseconds: by then the figures of the first screen are there, on a slow machine too, and the reader reads. */
const figuresFirst = 4000;

/** Keeps the built site for visits without a network, and offers a new version when there is one. */
export async function keepForOffline(): Promise<void> {
  // A page from a disk has its files at hand; a frame in another's page is not a visit.
  if (!import.meta.env.PROD || !location.protocol.startsWith('http') || !('serviceWorker' in navigator)) return;
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  await new Promise((resolve) => setTimeout(resolve, figuresFirst));
  try {
    await register();
  } catch {
    // Service workers, or all storage, may be forbidden: the page is then read from the network, as any other.
  }
}

async function register(): Promise<void> {
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox('./service-worker.js');
  workbox.addEventListener('waiting', () => offer(workbox));
  await workbox.register();
}

function offer(workbox: Workbox): void {
  const notice = document.createElement('div');
  notice.className = 'new-version';
  notice.setAttribute('role', 'status');
  for (const language of languages) {
    const words = page[language];
    const line = document.createElement('p');
    line.lang = language;
    line.append(
      `${words.newVersion} `,
      button(words.takeVersion, () => take(workbox)),
      button(words.later, () => notice.remove()),
    );
    notice.append(line);
  }
  document.body.append(notice);
}

function take(workbox: Workbox): void {
  workbox.addEventListener('controlling', () => location.reload());
  workbox.messageSkipWaiting();
}

function button(label: string, action: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  element.addEventListener('click', action);
  return element;
}
