import type { FigureExport } from './export.ts';
import type { FilmSource, VideoKind } from './film-recorder.ts';

const kinds: readonly VideoKind[] = [
  { type: 'video/webm;codecs=vp9', ending: 'webm' },
  { type: 'video/webm', ending: 'webm' },
  { type: 'video/mp4', ending: 'mp4' },
];

/** What the browser records; undefined where it records no canvas. */
export function videoKind(): VideoKind | undefined {
  if (typeof MediaRecorder === 'undefined' || !('captureStream' in HTMLCanvasElement.prototype)) return undefined;
  return kinds.find(({ type }) => MediaRecorder.isTypeSupported(type));
}

/** A short film for slides; where the browser records none, its frames as PNG in a zip file. */
export function filmExport(source: FilmSource, name: string, words: { readonly label: string; readonly working: string }): FigureExport {
  const kind = videoKind();
  return {
    ...words,
    id: 'film',
    filename: kind ? `${name}.${kind.ending}` : `${name}-frames.zip`,
    blob: async () => {
      const { recordFilm } = await import('./film-recorder.ts');
      return recordFilm(source, kind);
    },
  };
}
