import icon from '/icon.svg?url';

/** The folder of the site, whichever page this runs in; the icon lies there. Undefined where the page is a file of its own (no-site.ts). */
export const site: URL | undefined = new URL('./', new URL(icon, import.meta.url));
