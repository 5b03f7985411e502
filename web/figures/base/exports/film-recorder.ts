import { filmed } from '../../../draw/near-window.ts';
import { seenBox } from '../../../draw/place.ts';

export interface FilmSource {
  /** As they lie on the page, on the colour of the page. */
  readonly canvases: readonly HTMLCanvasElement[];
  readonly background: string;
  /** What moves, from its beginning to its end; it may end earlier once `signal` is aborted. */
  readonly play: (signal: AbortSignal) => Promise<void>;
}

export interface VideoKind {
  readonly type: string;
  readonly ending: string;
}

/** Milliseconds. */
const longest = 15_000;
/** The end stands still for as long, so that it is seen. */
const still = 800;
const betweenPictures = 100;
const bitsPerSecond = 8_000_000;

/** Plays it once and records it meanwhile: as `kind`, or as PNG pictures in a zip file. Throws Error where the browser records nothing. */
export async function recordFilm(source: FilmSource, kind: VideoKind | undefined): Promise<Blob> {
  const sheet = new Sheet(source);
  const take = kind ? video(sheet.canvas, kind) : pictures(sheet.canvas);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), longest);
  let frame = requestAnimationFrame(function next() {
    sheet.draw();
    take.drawn();
    frame = requestAnimationFrame(next);
  });
  for (const canvas of source.canvases) canvas.setAttribute(filmed, '');
  try {
    await source.play(stop.signal);
    await new Promise((resolve) => setTimeout(resolve, still));
  } finally {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    for (const canvas of source.canvases) canvas.removeAttribute(filmed);
  }
  const blob = await take.end();
  if (blob.size === 0) throw new Error('the browser recorded nothing.');
  return blob;
}

/** All canvases of the film on one, which lies on no page. */
class Sheet {
  readonly canvas = document.createElement('canvas');
  #context: CanvasRenderingContext2D;
  #source: FilmSource;
  #boxes: readonly (readonly [x: number, y: number, width: number, height: number])[];

  constructor(source: FilmSource) {
    const context = this.canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('This browser gives no 2D canvas.');
    this.#context = context;
    this.#source = source;
    const boxes = source.canvases.map(seenBox);
    const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
    const [right, bottom] = [Math.max(...boxes.map((box) => box.left + box.width)), Math.max(...boxes.map((box) => box.top + box.height))];
    // As fine as the finest of them.
    const scale = Math.max(...source.canvases.map(({ width }, i) => width / (boxes[i]?.width ?? 1)));
    // Encoders want even numbers.
    const pixels = (length: number) => 2 * Math.ceil((length * scale) / 2);
    this.canvas.width = pixels(right - left);
    this.canvas.height = pixels(bottom - top);
    this.#boxes = boxes.map((box) => [(box.left - left) * scale, (box.top - top) * scale, box.width * scale, box.height * scale]);
    this.draw();
  }

  draw(): void {
    this.#context.fillStyle = this.#source.background;
    this.#context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    this.#source.canvases.forEach((canvas, i) => {
      const box = this.#boxes[i];
      if (box && canvas.width > 0 && canvas.height > 0) this.#context.drawImage(canvas, ...box);
    });
  }
}

interface Take {
  /** The sheet shows the next frame. */
  drawn(): void;
  end(): Promise<Blob>;
}

function video(canvas: HTMLCanvasElement, { type }: VideoKind): Take {
  const recorder = new MediaRecorder(canvas.captureStream(), { mimeType: type, videoBitsPerSecond: bitsPerSecond });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const ended = new Promise<Blob>((resolve, reject) => {
    recorder.addEventListener('stop', () => resolve(new Blob(parts, { type })));
    recorder.addEventListener('error', () => reject(new Error('the browser could not record it.')));
  });
  recorder.start();
  return {
    drawn: () => {},
    end: () => {
      if (recorder.state !== 'inactive') recorder.stop();
      for (const track of recorder.stream.getTracks()) track.stop();
      return ended;
    },
  };
}

function pictures(canvas: HTMLCanvasElement): Take {
  const taken: Promise<Uint8Array>[] = [];
  let last = Number.NEGATIVE_INFINITY;
  return {
    drawn: () => {
      const now = performance.now();
      if (now - last < betweenPictures) return;
      last = now;
      taken.push(pictureOf(canvas));
    },
    end: async () => {
      const { zipSync } = await import('fflate');
      const files = (await Promise.all(taken)).map((bytes, i) => [`frame-${String(i + 1).padStart(3, '0')}.png`, bytes] as const);
      // They are packed already.
      return new Blob([zipSync(Object.fromEntries(files), { level: 0 }) as Uint8Array<ArrayBuffer>], { type: 'application/zip' });
    },
  };
}

async function pictureOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the browser gave no picture.');
  return new Uint8Array(await blob.arrayBuffer());
}
