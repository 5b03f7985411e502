type Canvas2D = CanvasRenderingContext2D;

/**
 * The part of a canvas' context that can be saved as SVG, too: lines, areas, text, clips. A function of draw/ that takes this paints no pixels;
 * one that does takes CanvasRenderingContext2D.
 */
export interface DrawContext extends DrawPath {
  get fillStyle(): Canvas2D['fillStyle'];
  set fillStyle(colour: string);
  get strokeStyle(): Canvas2D['strokeStyle'];
  set strokeStyle(colour: string);
  lineWidth: number;
  lineCap: CanvasLineCap;
  lineJoin: CanvasLineJoin;
  globalAlpha: number;
  font: string;
  fontKerning: CanvasFontKerning;
  textAlign: CanvasTextAlign;
  get textBaseline(): CanvasTextBaseline;
  set textBaseline(baseline: 'alphabetic' | 'middle' | 'top');
  save(): void;
  restore(): void;
  beginPath(): void;
  clip(): void;
  fill(rule?: CanvasFillRule): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
  measureText(text: string): { readonly width: number };
  setLineDash(dash: readonly number[]): void;
}

export interface DrawPath {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
  rect(x: number, y: number, width: number, height: number): void;
  /** Clockwise. */
  arc(x: number, y: number, radius: number, from: number, to: number): void;
}
