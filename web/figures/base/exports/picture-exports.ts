import type { Size } from '../../../draw/view.ts';
import type { SharedStrings } from '../../../i18n/shared.ts';
import { type DrawLines, type FigureExport, pictureExport, vectorExport } from './export.ts';

export interface Pictures {
  readonly root: ParentNode;
  /** Without a view there is nothing to show. */
  readonly plots: readonly { readonly id: string; readonly view: unknown }[];
  /** Those that can be saved as SVG, too. */
  readonly vectors: readonly { readonly id: string; readonly drawLines?: DrawLines | undefined; readonly size: Size | undefined }[];
  readonly background: string;
  /** Of the figure: what the files are called. */
  readonly name: string;
}

/** Each canvas that is shown and has something to show. */
export function pictureExports(words: SharedStrings, { root, plots, vectors, background, name }: Pictures): FigureExport[] {
  const empty = plots.filter(({ view }) => view === undefined).map(({ id }) => id);
  const canvases = [...root.querySelectorAll('canvas')].filter((canvas) => canvas.checkVisibility() && !empty.includes(canvas.id));
  return canvases.flatMap((canvas) => {
    const [title, suffix] = canvases.length === 1 ? ['', ''] : [canvas.dataset.title ?? canvas.id, `-${canvas.id}`];
    const named = (kind: 'png' | 'svg', label: string) => ({ id: `${kind}-${canvas.id}`, label, filename: `${name}${suffix}.${kind}` });
    const picture = pictureExport(canvas, background, named('png', words.picture(title)));
    const { drawLines, size } = vectors.find(({ id }) => id === canvas.id) ?? {};
    return drawLines && size ? [picture, vectorExport(drawLines, size, background, named('svg', words.vectorPicture(title)))] : [picture];
  });
}
