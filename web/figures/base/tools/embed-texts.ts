import { type FigureState, linkTo } from '../state/link.ts';
import type { Manner } from '../state/manners.ts';

// What an author pastes to have a figure elsewhere.

export interface Embedded {
  readonly site: URL;
  /** The kind of the figure: descent. */
  readonly id: string;
  readonly lang: string;
  /** Only where the figure does not follow the page around it. */
  readonly theme: string | null;
  readonly manners: readonly Manner[];
  readonly state: FigureState;
}

export interface FrameOptions {
  /** Told by screen readers. */
  readonly title: string;
  /** In CSS pixels: the one that the frame has where resize.js does not run. */
  readonly height: number;
}

/** The element, and the script that makes it one. */
export function tagText(it: Embedded): string {
  const { site, id } = it;
  const attributes = Object.entries(attributesOf(it));
  return `<script type="module" src="${address(site, 'embed.js')}"></script>
<downhill-${id}${attributes.map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escaped(value)}"`)).join('')}></downhill-${id}>`;
}

/** The frame, and the script that gives it the height of its figure. It may run scripts, save files and copy; no more. */
export function frameText(it: Embedded, { title, height }: FrameOptions): string {
  const { site, id } = it;
  const page = new URL('embed.html', site);
  page.search = new URLSearchParams({ figure: id, ...attributesOf(it) }).toString().replaceAll('%2C', ',');
  return `<iframe src="${escaped(page.href)}" title="${escaped(title)}" sandbox="allow-scripts allow-downloads" allow="clipboard-write" loading="lazy" style="width: 100%; height: ${Math.ceil(height)}px; border: 0"></iframe>
<script src="${address(site, 'resize.js')}"></script>`;
}

/** The figure in the chapter. */
export function chapterLink({ site, id, lang, state }: Omit<Embedded, 'manners'>): string {
  return linkTo(new URL(`?lang=${lang}`, site).href, id, state);
}

function attributesOf({ lang, theme, manners, state }: Embedded): Readonly<Record<string, string>> {
  return { lang, ...(theme !== null && { theme }), ...Object.fromEntries(manners.map((manner) => [manner, ''])), ...state };
}

function address(site: URL, file: string): string {
  return escaped(new URL(file, site).href);
}

/** For an attribute in quotes. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
