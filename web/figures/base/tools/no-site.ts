/** In the place of site.ts where the page is one file, from which no other page can take anything. */
export const site: URL | undefined = undefined;
