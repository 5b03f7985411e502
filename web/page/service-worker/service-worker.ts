import { cleanupOutdatedCaches, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';

// After one visit the page works without a network: every file of the site is kept. A new version waits until the reader takes it.

declare const self: ServiceWorkerGlobalScope;
/** The files of the site with their hashes, put here when the site is built. */
declare const siteFiles: PrecacheEntry[];

cleanupOutdatedCaches();
// Language, theme and a figure's state in the address do not make another page of it.
precacheAndRoute(siteFiles, { ignoreURLParametersMatching: [/./] });

self.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting();
});
