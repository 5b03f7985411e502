import { type HeightField, heightAt } from './height-field.ts';
import { isHidden, type Pixel, project, type TerrainView } from './terrain-view.ts';

/** A line that lies on the ground of a landscape, as it is seen. */
export interface Draped {
  /** x and y in turn, in pixels. */
  readonly pixels: Float32Array;
  /** Whether what stands nearer to the eye hides each of them. */
  readonly hidden: Uint8Array;
  /** How far along the line each lies, in corners of the line: 1.5 is half way from the second to the third. */
  readonly at: Float32Array;
}

/** Of the plane, in its units: a line follows the ground at such places. */
const pieceLength = 0.11;

/** `line`: x and y of its corners in turn. */
export function drape(view: TerrainView, field: HeightField, line: ArrayLike<number>): Draped {
  const places: [x: number, y: number, at: number][] = [];
  for (let corner = 0; 2 * corner + 1 < line.length; corner++) {
    const [x, y] = [line[2 * corner] as number, line[2 * corner + 1] as number];
    const [nextX, nextY] = [line[2 * corner + 2] ?? x, line[2 * corner + 3] ?? y];
    const pieces = Math.max(1, Math.min(200, Math.ceil(Math.hypot(nextX - x, nextY - y) / pieceLength)));
    for (let i = 0; i < (2 * corner + 3 < line.length ? pieces : 1); i++) {
      const share = i / pieces;
      places.push([x + share * (nextX - x), y + share * (nextY - y), corner + share]);
    }
  }
  const draped: Draped = { pixels: new Float32Array(2 * places.length), hidden: new Uint8Array(places.length), at: new Float32Array(places.length) };
  places.forEach(([x, y, at], i) => {
    const pixel = project(view, x, y, heightAt(field, x, y));
    draped.pixels.set([pixel.x, pixel.y], 2 * i);
    draped.hidden[i] = isHidden(view, field, x, y) ? 1 : 0;
    draped.at[i] = at;
  });
  return draped;
}

/** Where the line is at so many corners; and whether that is hidden. */
export function pixelAt({ pixels, hidden, at }: Draped, corner: number): Pixel & { readonly hidden: boolean } {
  const last = at.length - 1;
  let i = 0;
  while (i < last && (at[i + 1] as number) <= corner) i++;
  const next = Math.min(last, i + 1);
  const span = (at[next] as number) - (at[i] as number);
  const share = span > 0 ? Math.min(1, Math.max(0, (corner - (at[i] as number)) / span)) : 0;
  const between = (k: 0 | 1) => (pixels[2 * i + k] as number) + share * ((pixels[2 * next + k] as number) - (pixels[2 * i + k] as number));
  return { x: between(0), y: between(1), hidden: hidden[i] === 1 };
}

/** Adds the line up to `corner` to the current path: only what is hidden of it, or only the rest. */
export function traceDraped(path: CanvasPath, draped: Draped, corner: number, hidden: boolean): void {
  const { pixels, at } = draped;
  let open = false;
  for (let i = 0; i + 1 < at.length && (at[i] as number) < corner; i++) {
    if ((draped.hidden[i] === 1) !== hidden) {
      open = false;
      continue;
    }
    if (!open) path.moveTo(pixels[2 * i] as number, pixels[2 * i + 1] as number);
    open = true;
    if ((at[i + 1] as number) <= corner) path.lineTo(pixels[2 * i + 2] as number, pixels[2 * i + 3] as number);
    else {
      const end = pixelAt(draped, corner);
      path.lineTo(end.x, end.y);
    }
  }
}
