import { css, html, nothing, type TemplateResult } from 'lit';
import { squareView } from '../../../draw/axes.ts';
import type { DrawContext } from '../../../draw/draw-context.ts';
import type { Size, View } from '../../../draw/view.ts';
import type { Engine } from '../../../engine/api/api.ts';
import { type PlaneStrings, plane } from '../../../i18n/plane.ts';
import type { Problem } from '../../../i18n/shared.ts';
import { refusalLine } from '../controls/expression-choice.ts';
import type { HandleWords, PointHandle } from '../controls/point-handle.ts';
import { undefinedLine } from '../controls/undefined-line.ts';
import { EngineFigure } from '../element/engine-figure.ts';
import { Plot } from '../element/plot.ts';
import type { Notice } from '../element/state-figure.ts';
import { Remembered } from '../work/remembered.ts';
import { gridColumns, gridOver } from './field.ts';
import { FunctionChoice, type FunctionOfTwo } from './function-of-two.ts';
import type { Part } from './part.ts';
import { ViewMover } from './view-mover.ts';

/** Along each side, to find out whether f has a value everywhere. */
const undefinedSamples = 33;

export interface PlotWords {
  readonly label: string;
  /** A short one, for what is saved. */
  readonly name: string;
}

/** What the figures of an f(x0, x1) share: the choice of f, from the catalogue or typed, and the plot, with its zoom and one handle. */
export abstract class PlaneFigure extends EngineFigure {
  static override styles = [
    EngineFigure.styles,
    css`
      .plot {
        cursor: crosshair;
        touch-action: pan-y;
      }
      .plot.hand {
        cursor: move;
        touch-action: none;
      }
      .plot.hand .handle {
        pointer-events: none;
      }
      .view {
        margin-block-start: 0.5rem;
      }
      .icon {
        min-block-size: 2rem;
        inline-size: 2.5rem;
        padding: 0;
      }
    `,
  ];

  /** Of f over the plane. */
  protected readonly plane: Plot = new Plot({
    id: 'plot',
    lines: true,
    view: (size) => this.function && this.viewOf(size),
    draw: (context, view) => {
      if (this.engine && this.function) this.drawPlane(context, view, this.engine, this.function);
    },
  });
  protected override readonly plots: readonly Plot<unknown>[] = [this.plane];
  #choice: FunctionChoice | undefined;
  #undefined = new Remembered<string | undefined>();
  #mover = new ViewMover({
    view: () => this.plane.view,
    part: () => this.shownPart,
    show: ({ x0, x1 }) => this.change({ x0: x0.join(','), x1: x1.join(',') }),
    showAll: () => this.change({ x0: null, x1: null }),
    changed: () => this.requestUpdate(),
  });

  /** f is undefined until the engine is there. */
  protected abstract readStateOf(f: FunctionOfTwo | undefined): readonly Problem[];
  protected abstract computeOf(engine: Engine, f: FunctionOfTwo): void;
  protected abstract describeOf(f: FunctionOfTwo): string;
  protected abstract drawPlane(context: DrawContext, view: View, engine: Engine, f: FunctionOfTwo): void;
  /** What is shown now. */
  protected abstract get shownPart(): Part;
  /** The attributes that make no sense for another f, beside x0 and x1. */
  protected abstract readonly attributesOfFunction: readonly string[];

  protected get planeWords(): PlaneStrings {
    return plane[this.language];
  }

  /** The last f that could be used; undefined until the engine is there. */
  protected get function(): FunctionOfTwo | undefined {
    return this.#choice?.current;
  }

  /** Where the part that is shown lies on the canvas. */
  protected viewOf(size: Size): View {
    const { x0, x1 } = this.shownPart;
    return squareView(size, this.drawTheme, x0, x1);
  }

  protected readState(): readonly Problem[] {
    // The state is read for the f to be shown: its part of the plane is the default of x0 and x1.
    if (this.engine) {
      this.#choice ??= new FunctionChoice(this.engine);
      this.#choice.choose(this.attribute('f'));
    }
    return this.readStateOf(this.function);
  }

  protected compute(engine: Engine): void {
    if (this.function) this.computeOf(engine, this.function);
  }

  protected describe(): string {
    return this.function ? this.describeOf(this.function) : '';
  }

  protected override notices(): Notice[] {
    const lines = super.notices();
    const refusal = this.#choice?.refusal;
    if (refusal) lines.push(refusalLine(this.language, refusal, this.#choice?.current.source ?? ''));
    const undefinedThere = this.#undefinedLine();
    if (undefinedThere) lines.push(undefinedThere);
    return lines;
  }

  /** Where the part that is shown has places without a value. */
  #undefinedLine(): string | undefined {
    const { engine, language, function: f } = this;
    if (!engine || !f) return undefined;
    const { x0, x1 } = this.shownPart;
    return this.#undefined.of([f.source, x0, x1, language], () => {
      const grid = gridOver({ x: x0, y: x1 }, undefinedSamples, undefinedSamples);
      const [first, second] = gridColumns(grid);
      return undefinedLine(language, f.expression, engine.gradientField(f.expression, grid, 'exact').value, (i) => [Number(first?.values[i]), Number(second?.values[i])]);
    });
  }

  /** The plot with the buttons of the view below. */
  protected plot(words: PlotWords, handle: PointHandle, handleWords: HandleWords, leave?: () => void): TemplateResult {
    return html`<div>${this.plotAlone(words, handle, handleWords, leave)} ${this.viewButtons()}</div>`;
  }

  /** Zoom in and out, show the whole, move. */
  protected viewButtons(): TemplateResult {
    return this.#mover.buttons(this.planeWords);
  }

  /** The plot (its canvas is #plot) with a handle over it. */
  protected plotAlone({ label, name }: PlotWords, handle: PointHandle, handleWords: HandleWords, leave: () => void = () => {}): TemplateResult {
    const mover = this.#mover;
    const down = (event: PointerEvent) => {
      if (!mover.down(event)) handle.plotDown(event);
    };
    const move = (event: PointerEvent) => {
      if (!mover.move(event)) handle.plotMove(event);
    };
    const click = (event: MouseEvent) => {
      if (!mover.hand) handle.plotClick(event);
    };
    const up = (event: PointerEvent) => mover.up(event);
    return html`<div
        class=${mover.hand ? 'plot hand' : 'plot'}
        @pointerdown=${down}
        @pointermove=${move}
        @pointerup=${up}
        @pointercancel=${up}
        @pointerleave=${leave}
        @click=${click}
        @wheel=${mover.wheel}
      >
        <canvas id="plot" role="img" data-title=${name} aria-label=${label} aria-describedby="description"></canvas>
        ${handle.element(handleWords)}
      </div>`;
  }

  /** f from the catalogue, or typed. */
  protected functionControl(): TemplateResult {
    return html`${this.fieldControl()} ${this.expressionControl()}`;
  }

  /** f from the catalogue. */
  protected fieldControl(): TemplateResult {
    const { planeWords: words } = this;
    const shown = this.function;
    return html`<div class="control">
      <label for="choice">${words.function}</label>
      <select id="choice" ?disabled=${!this.engine} @change=${this.#chosen}>
        ${(this.engine?.scalarFields ?? []).map((field) => html`<option value=${field.source} .selected=${field === shown?.field}>${words.functionNames[field.name] ?? field.name}</option>`)}
        ${shown && !shown.field ? html`<option value=${shown.source} .selected=${true}>${words.ownFunction}</option>` : nothing}
      </select>
    </div>`;
  }

  /** f typed. */
  protected expressionControl(): TemplateResult {
    const { planeWords: words } = this;
    const typed = this.#choice?.refusal?.given ?? this.function?.source ?? this.attribute('f') ?? '';
    return html`<div class="control expression">
      <label for="expression">${words.expression}</label>
      <input
        id="expression"
        type="text"
        spellcheck="false"
        autocapitalize="off"
        autocomplete="off"
        title=${words.expressionHint}
        aria-invalid=${this.#choice?.refusal ? 'true' : 'false'}
        .value=${typed}
        ?disabled=${!this.engine}
        @change=${this.#chosen}
      />
    </div>`;
  }

  #chosen = (event: Event): void => this.#choose((event.target as HTMLInputElement | HTMLSelectElement).value);

  /** Another f is shown in its own part of the plane; one that cannot be used leaves everything as it is. */
  #choose(source: string): void {
    this.#choice?.choose(source);
    const outdated = this.#choice?.refusal ? [] : ['x0', 'x1', ...this.attributesOfFunction];
    this.change({ f: source, ...Object.fromEntries(outdated.map((name) => [name, null])) });
  }
}
