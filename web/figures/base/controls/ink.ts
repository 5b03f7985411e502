import { type PadPoint, padSize, type Stroke } from './strokes.ts';

/** Pixels along each side of the ink that the engine gets. */
export const inkSide = 160;
/** Of a stroke, in units of the pad: in MNIST a stroke is about an eighth as wide as its digit is high. */
const inkWidth = 8;

/** Strokes as a pen of that width leaves them; `scale` is a unit of the pad in pixels. */
export function drawStrokes(context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, strokes: readonly Stroke[], scale: number, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = inkWidth * scale;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const stroke of strokes) {
    const [first, ...others] = stroke;
    if (!first) continue;
    context.beginPath();
    context.moveTo(first[0] * scale, first[1] * scale);
    // A dot is a line to where it is.
    for (const [x, y] of others.length > 0 ? others : [first]) context.lineTo(x * scale, y * scale);
    context.stroke();
  }
}

/** The drawing as bytes for the engine: 0 paper, 255 full ink, inkSide × inkSide. */
export function inkOf(strokes: readonly Stroke[]): Uint8Array {
  const context = new OffscreenCanvas(inkSide, inkSide).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives no 2D canvas.');
  drawStrokes(context, strokes, inkSide / padSize, '#000');
  const { data } = context.getImageData(0, 0, inkSide, inkSide);
  const ink = new Uint8Array(inkSide * inkSide);
  // Not by Uint8Array.from, which calls for each pixel: this is done at every move of the pen.
  for (let i = 0; i < ink.length; i++) ink[i] = data[4 * i + 3] as number;
  return ink;
}

/** The pen of a reader who draws by keys: a ring, filled while it writes. */
export function drawPen(context: CanvasRenderingContext2D, [x, y]: PadPoint, down: boolean, scale: number, colour: string): void {
  context.beginPath();
  context.arc(x * scale, y * scale, (inkWidth / 2) * scale + 2, 0, 2 * Math.PI);
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.stroke();
  if (!down) return;
  context.fillStyle = colour;
  context.fill();
}
