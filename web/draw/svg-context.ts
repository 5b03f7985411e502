import type { DrawContext } from './draw-context.ts';
import type { Size } from './view.ts';

/** What a save keeps and a restore brings back, with the values that a context begins with. */
const initial: Style = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
};

interface Style extends Pick<DrawContext, 'lineWidth' | 'lineCap' | 'lineJoin' | 'globalAlpha' | 'font' | 'textAlign'> {
  fillStyle: string;
  strokeStyle: string;
  textBaseline: keyof typeof descents;
}

interface Saved {
  readonly style: Style;
  readonly dash: readonly number[];
  readonly clips: number;
}

const anchors: Readonly<Record<CanvasTextAlign, string>> = { left: 'start', start: 'start', center: 'middle', right: 'end', end: 'end' };
/** From the named line down to the baseline; not every viewer knows dominant-baseline. */
const descents = { alphabetic: '0', middle: '0.35em', top: '0.85em' } as const;

export type MeasureText = (font: string, text: string) => { readonly width: number };

/** Takes what the functions of draw/ paint on a canvas, and writes it as SVG. */
export class SvgContext implements DrawContext, Style {
  #size: Size;
  #measure: MeasureText;
  #dash: readonly number[] = [];
  /** Open <g> of the clips since the last save. */
  #clips = 0;
  #saved: Saved[] = [];
  #path: string[] = [];
  #elements: string[] = [];
  #clipCount = 0;
  fillStyle = initial.fillStyle;
  strokeStyle = initial.strokeStyle;
  lineWidth = initial.lineWidth;
  lineCap = initial.lineCap;
  lineJoin = initial.lineJoin;
  globalAlpha = initial.globalAlpha;
  font = initial.font;
  textAlign = initial.textAlign;
  textBaseline = initial.textBaseline;
  fontKerning: CanvasFontKerning = 'auto';

  constructor(size: Size, measure: MeasureText) {
    this.#size = size;
    this.#measure = measure;
  }

  /** The picture so far, on a background. */
  svg(background: string): string {
    const { width, height } = this.#size;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${escaped(background)}"/>${this.#elements.join('')}${'</g>'.repeat(this.#clips)}</svg>\n`;
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign, textBaseline } = this;
    this.#saved.push({ style: { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign, textBaseline }, dash: this.#dash, clips: this.#clips });
    this.#clips = 0;
  }

  restore(): void {
    const before = this.#saved.pop();
    if (!before) return;
    this.#elements.push('</g>'.repeat(this.#clips));
    Object.assign(this, before.style);
    this.#dash = before.dash;
    this.#clips = before.clips;
  }

  beginPath(): void {
    this.#path = [];
  }

  moveTo(x: number, y: number): void {
    this.#path.push(`M${short(x)} ${short(y)}`);
  }

  lineTo(x: number, y: number): void {
    this.#path.push(`${this.#path.length === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`);
  }

  closePath(): void {
    this.#path.push('Z');
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.push(`M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`);
  }

  /** Clockwise. A whole circle is two arcs: SVG has none that ends where it starts. */
  arc(x: number, y: number, radius: number, from: number, to: number): void {
    const parts = to - from > Math.PI ? 2 : 1;
    const at = (angle: number) => `${short(x + radius * Math.cos(angle))} ${short(y + radius * Math.sin(angle))}`;
    this.#path.push(`${this.#path.length === 0 ? 'M' : 'L'}${at(from)}`);
    for (let part = 1; part <= parts; part++) this.#path.push(`A${short(radius)} ${short(radius)} 0 0 1 ${at(from + ((to - from) * part) / parts)}`);
  }

  clip(): void {
    const id = `clip${this.#clipCount++}`;
    this.#elements.push(`<clipPath id="${id}"><path d="${this.#path.join('')}"/></clipPath><g clip-path="url(#${id})">`);
    this.#clips++;
  }

  fill(rule: CanvasFillRule = 'nonzero'): void {
    this.#paint(`fill="${escaped(this.fillStyle)}"${rule === 'evenodd' ? ' fill-rule="evenodd"' : ''}`);
  }

  stroke(): void {
    this.#paint(`fill="none" ${this.#strokeAttributes()}`);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const path = this.#path;
    this.#path = [];
    this.rect(x, y, width, height);
    this.fill();
    this.#path = path;
  }

  fillText(text: string, x: number, y: number): void {
    this.#write(text, x, y, `fill="${escaped(this.fillStyle)}"`);
  }

  strokeText(text: string, x: number, y: number): void {
    this.#write(text, x, y, `fill="none" ${this.#strokeAttributes()}`);
  }

  measureText(text: string): { readonly width: number } {
    return this.#measure(this.font, text);
  }

  setLineDash(dash: readonly number[]): void {
    this.#dash = dash;
  }

  #paint(attributes: string): void {
    if (this.#path.length > 0) this.#elements.push(`<path d="${this.#path.join('')}" ${attributes}${this.#opacity()}/>`);
  }

  #write(text: string, x: number, y: number, attributes: string): void {
    const { font, textAlign, textBaseline } = this;
    const place = `x="${short(x)}" y="${short(y)}" dy="${descents[textBaseline]}" text-anchor="${anchors[textAlign]}"`;
    this.#elements.push(`<text ${place} style="font:${escaped(font)}" ${attributes}${this.#opacity()}>${escaped(text)}</text>`);
  }

  #strokeAttributes(): string {
    const { strokeStyle, lineWidth, lineCap, lineJoin } = this;
    const dashes = this.#dash.length > 0 ? ` stroke-dasharray="${this.#dash.join(' ')}"` : '';
    return `stroke="${escaped(strokeStyle)}" stroke-width="${lineWidth}" stroke-linecap="${lineCap}" stroke-linejoin="${lineJoin}"${dashes}`;
  }

  #opacity(): string {
    return this.globalAlpha === 1 ? '' : ` opacity="${this.globalAlpha}"`;
  }
}

/** A hundredth of a pixel is fine enough. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
