import { placeIn } from '../../draw/place.ts';

const svg = 'http://www.w3.org/2000/svg';

/** A sheet over the page to draw on: each figure has its own, and keeps it while another one is shown. It scrolls with the page. */
export class Pen {
  readonly #sheet = document.createElementNS(svg, 'svg');
  readonly #drawings = new Map<Element, SVGGElement>();
  #drawing: SVGGElement | undefined;
  #stroke: { readonly pointer: number; readonly line: SVGPolylineElement } | undefined;

  constructor() {
    this.#sheet.classList.add('pen-sheet');
    this.#sheet.setAttribute('aria-hidden', 'true');
    this.#sheet.addEventListener('pointerdown', this.#begin);
    this.#sheet.addEventListener('pointermove', this.#go);
    for (const end of ['pointerup', 'pointercancel'] as const) this.#sheet.addEventListener(end, this.#end);
    document.body.append(this.#sheet);
  }

  get down(): boolean {
    return this.#sheet.classList.contains('down');
  }

  /** While it is down the figure under it hears nothing. */
  set down(down: boolean) {
    this.#sheet.classList.toggle('down', down);
  }

  show(figure: Element): void {
    let drawing = this.#drawings.get(figure);
    if (!drawing) {
      drawing = document.createElementNS(svg, 'g');
      this.#drawings.set(figure, drawing);
      this.#sheet.append(drawing);
    }
    this.#drawing?.setAttribute('visibility', 'hidden');
    drawing.removeAttribute('visibility');
    this.#drawing = drawing;
  }

  undo(): void {
    this.#drawing?.lastElementChild?.remove();
  }

  wipe(): void {
    this.#drawing?.replaceChildren();
  }

  #begin = (event: PointerEvent): void => {
    if (!this.down || this.#stroke || !event.isPrimary) return;
    event.preventDefault();
    const line = document.createElementNS(svg, 'polyline');
    this.#drawing?.append(line);
    this.#stroke = { pointer: event.pointerId, line };
    this.#sheet.setPointerCapture(event.pointerId);
    this.#add(event);
  };

  #go = (event: PointerEvent): void => {
    if (event.pointerId !== this.#stroke?.pointer) return;
    // What the pointer did between two frames, too, or a quick circle would have corners.
    for (const each of event.getCoalescedEvents?.() ?? [event]) this.#add(each);
  };

  #end = (event: PointerEvent): void => {
    if (event.pointerId === this.#stroke?.pointer) this.#stroke = undefined;
  };

  #add(event: PointerEvent): void {
    const { x, y } = placeIn(this.#sheet, event);
    const line = this.#stroke?.line;
    const points = line?.getAttribute('points') ?? '';
    // A tap is a dot: a line of one point twice.
    const point = `${x.toFixed(1)},${y.toFixed(1)}`;
    line?.setAttribute('points', points === '' ? `${point} ${point}` : `${points} ${point}`);
  }
}
