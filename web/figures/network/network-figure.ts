import { html, type TemplateResult } from 'lit';
import type { TileSheet } from '../../draw/image.ts';
import type { Rect, Size } from '../../draw/view.ts';
import type { Engine, TwoLayerNet } from '../../engine/api/api.ts';
import { type NetworkStrings, network } from '../../i18n/network.ts';
import type { Problem } from '../../i18n/shared.ts';
import { inkOf, inkSide } from '../base/controls/ink.ts';
import { decimals, percent } from '../base/controls/numbers.ts';
import { PadView } from '../base/controls/pad-view.ts';
import { drawingText } from '../base/controls/strokes.ts';
import { DigitsFigure } from '../base/element/digits-figure.ts';
import { picture } from '../base/element/plot.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import type { TaskWords } from '../base/tasks/task.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { Remembered } from '../base/work/remembered.ts';
import { SlicedWork } from '../base/work/sliced-work.ts';
import { chapterNet, learnt, learntNet, type Parts, partsOf } from '../learning/learnt-net.ts';
import { type Flow, flowOf, sigmoidCurve, unitOf } from './compute.ts';
import { drawNet, type NetPlaces, weightSheet } from './draw-net.ts';
import { drawSoftmaxPanel, drawUnitPanel } from './draw-panel.ts';
import { inputPart } from './input-part.ts';
import { outputButtons, unitButtons } from './net-parts.ts';
import { PassingLight } from './passing-light.ts';
import { says } from './says.ts';
import { readState, type State, stateAttributes } from './state.ts';
import { networkStyles } from './styles.ts';
import { outputColumns, softmaxTable, unitColumns, unitTable } from './tables.ts';
import { loudestTask, type Pointed } from './tasks.ts';
import { voicesFor } from './voices.ts';

/** Chapter 4.1: what the network does with a digit, from its 784 pixels through fifty hidden units to ten probabilities. */
export class NetworkFigure extends DigitsFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [DigitsFigure.styles, networkStyles];

  protected override readonly plots = [
    picture('net', (context) => this.#drawNet(context)),
    picture('panel', (context, size) => this.#drawPanel(context, size)),
    picture('pad', (context, size) => this.#pad.draw(context, size, this.drawTheme)),
  ];
  #state: State = readState(this.attribute);
  #parts: Parts | undefined;
  #learning = new SlicedWork<TwoLayerNet>(this);
  #untrained: TwoLayerNet | undefined;
  /** The net that is asked for has learnt. */
  #ready = false;
  #flows = new Remembered<Flow>();
  #flow: Flow | undefined;
  #x: Float32Array = new Float32Array();
  /** What flows through which net. */
  #key = '';
  #sigmoid: Float64Array | undefined;
  #sheets = new Remembered<TileSheet>();
  #drawings = new Remembered<Uint8Array>();
  #pad = new PadView({ strokes: () => this.#state.strokes, change: (state) => this.#feed(state), update: () => this.requestUpdate() });
  #reached = 0;
  #hovered: number | undefined;
  #light = new PassingLight(this, this.redraw);
  /** What the reader has pointed at, until it is judged. */
  #pointed: number | undefined;
  /** Of what the lines have been seen: to point at a hidden unit is then no guess. */
  #known = new Set<string>();

  constructor() {
    super();
    // Any press acts at once: the digit has then arrived.
    for (const type of ['pointerdown', 'keydown']) this.addEventListener(type, () => this.#light.arrive(), { capture: true });
  }

  get #words(): NetworkStrings {
    return network[this.language];
  }

  protected readState(): readonly Problem[] {
    this.#state = readState(this.attribute, this.#parts?.test.size);
    return this.#state.problems;
  }

  protected compute(engine: Engine): void {
    const digits = this.allDigits(engine);
    if (!digits) return;
    if (!this.#parts) {
      this.#parts = partsOf(digits);
      this.#state = readState(this.attribute, this.#parts.test.size);
    }
    const { train, test } = this.#parts;
    const { digit, net: wanted, source } = this.#state;
    this.#sigmoid ??= sigmoidCurve(engine);
    this.#untrained ??= chapterNet(engine, train, learnt.seed);
    const trained = this.#learning.of('net', () => learntNet(engine, train, learnt));
    const net = wanted === 'trained' ? (trained ?? this.#untrained) : this.#untrained;
    this.#ready = wanted === 'untrained' || trained !== undefined;
    const own = source === 'own';
    const drawing = own ? drawingText(this.#pad.strokes) : '';
    this.#key = `${net === trained} ${own ? `own ${drawing}` : digit}`;
    this.#flow = this.#flows.of([this.#key], () => {
      this.#x = own ? engine.inputsOfPixels(this.#drawn(engine, drawing)) : test.inputs(Uint32Array.of(digit));
      return flowOf(engine, net, this.#x);
    });
    if (this.#state.guess !== undefined) this.#known.add(this.#key);
    // A drawing flows as it grows; else a digit that comes anew is seen on its way.
    this.#light.follow(own ? 'own' : this.#key, own || this.reducedMotion);
  }

  #drawn(engine: Engine, drawing: string): Uint8Array {
    return this.#drawings.of([drawing], () => engine.digitFromDrawing(inkOf(this.#pad.strokes), inkSide, inkSide));
  }

  /** Another digit, or another net: what was pointed at is no longer meant. */
  #feed(state: Readonly<Record<string, string | number | null>>): void {
    this.#pointed = undefined;
    this.change({ ...state, guess: null });
  }

  #step(by: number): void {
    const count = this.#parts?.test.size ?? 1;
    this.#feed({ digit: (this.#state.digit + by + count) % count });
  }

  #pressUnit(unit: number): void {
    this.#reached = unit;
    this.#hovered = undefined;
    this.change({ unit: unit === this.#state.unit ? null : unit });
  }

  #hover(unit: number | undefined): void {
    this.#hovered = unit;
    this.requestUpdate();
  }

  #guess(unit: number): void {
    this.#pointed = this.#known.has(this.#key) ? undefined : unit;
    this.change({ guess: unit, unit: null });
  }

  /** What is spelled out, and listened to. */
  get #output(): number {
    return this.#state.output ?? this.#flow?.answer ?? 0;
  }

  get #open(): number | undefined {
    return this.#state.unit ?? this.#hovered;
  }

  protected override ownTasks() {
    return [loudestTask(() => this.#arrived)];
  }

  /** What has flowed through the net that is asked for. */
  get #arrived(): Flow | undefined {
    return this.#ready && this.#light.arrived ? this.#flow : undefined;
  }

  protected override observed(): Pointed | undefined {
    const unit = this.taskBook.filming ? this.#state.guess : this.#pointed;
    this.#pointed = undefined;
    const flow = this.#arrived;
    return flow && unit !== undefined ? { flow, unit } : undefined;
  }

  protected override ownTaskWords(): Readonly<Record<string, TaskWords>> {
    return { loudest: this.#words.task };
  }

  protected override get status(): string | TemplateResult {
    const { share } = this.#learning;
    return super.status || (share === undefined || this.#ready ? '' : this.#words.learning(Math.round(100 * share)));
  }

  #drawNet(context: CanvasRenderingContext2D): void {
    const flow = this.#flow;
    if (!flow) return;
    const theme = this.drawTheme;
    const { guess } = this.#state;
    const open = this.#open;
    drawNet(context, theme, placesIn(this.renderRoot), {
      x: this.#x,
      flow,
      sheet: this.#sheets.of([this.#key.startsWith('true'), theme.dark], () => weightSheet(theme, flow.W1)),
      voices: guess === undefined ? undefined : voicesFor(flow, this.#output),
      guess,
      open: open === undefined ? undefined : { unit: open, numbers: unitOf(flow, open) },
      output: this.#output,
      light: this.#light.share,
    });
  }

  #drawPanel(context: CanvasRenderingContext2D, size: Size): void {
    const flow = this.#flow;
    if (!flow || !this.#sigmoid) return;
    const unit = this.#open;
    const [theme, words, output] = [this.drawTheme, this.#words, this.#output];
    if (unit === undefined) drawSoftmaxPanel(context, size, theme, words, { flow, output });
    else drawUnitPanel(context, size, theme, words, { unit, numbers: unitOf(flow, unit), output, sigmoid: this.#sigmoid });
  }

  protected describe(): string {
    const flow = this.#flow;
    if (!flow) return '';
    const words = this.#words;
    const { net, unit } = this.#state;
    const read = words.description(this.#digitName, words.nets[net], flow.answer, percent(flow.y[flow.answer] as number, 1));
    if (unit === undefined) return read;
    const { z, contributions } = unitOf(flow, unit);
    return `${read}${this.sharedWords.gap}${words.openDescription(unit, decimals(z, 2), this.#output, decimals(contributions[this.#output] as number, 3))}`;
  }

  get #digitName(): string {
    const { source, digit } = this.#state;
    return source === 'own' ? this.#words.ownDigit : this.#words.digit(digit, this.#parts?.test.labels(Uint32Array.of(digit))[0] ?? 0);
  }

  protected async loadCode(): Promise<LoadedCode> {
    const { listingOf } = await import('./listing.ts');
    return () => listingOf(this.#state);
  }

  protected override exports(): FigureExport[] {
    const words = this.#words;
    return [
      ...super.exports(),
      tableExport(() => unitColumns(this.#flow, this.#output), { id: 'csv-units', label: this.sharedWords.table(words.unitsTable), filename: 'network-units.csv' }),
      tableExport(() => outputColumns(this.#flow), { id: 'csv-outputs', label: this.sharedWords.table(words.softmaxTable), filename: 'network-outputs.csv' }),
    ];
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const flow = this.#flow;
    const { unit, output } = this.#state;
    const stage = html`<div class="net ${this.#state.source}">
        <canvas id="net" role="img" data-title=${words.netName} aria-label=${words.netPicture} aria-describedby="description"></canvas>
        ${inputPart(words, {
          language: this.language,
          state: this.#state,
          digitName: this.#digitName,
          pad: this.#pad,
          step: (by) => this.#step(by),
          feed: (state) => this.#feed(state),
        })}
        <div>
          <p class="layer">${words.hidden}</p>
          ${unitButtons(words, {
            flow,
            open: unit,
            reached: unit ?? this.#reached,
            press: (each) => this.#pressUnit(each),
            focus: (each) => {
              this.#reached = each;
            },
            hover: (each) => this.#hover(each),
          })}
        </div>
        <div class="layer-outputs">
          <p class="layer">${words.output}</p>
          ${outputButtons(words, flow, output, (each) => this.change({ output: each === output ? null : each }))}
        </div>
      </div>
      ${says(words, {
        flow,
        learning: this.#ready ? undefined : (this.#learning.share ?? 0),
        state: this.#state,
        awaiting: this.#state.source === 'own' && this.#pad.strokes.length === 0,
        choose: (each) => this.#guess(each),
      })}
      <div class="spell">
        <canvas
          id="panel"
          role="img"
          data-title=${words.panelName}
          aria-label=${this.#open === undefined ? words.softmaxPicture(this.#output) : words.unitPicture(this.#open)}
          aria-describedby="description"
        ></canvas>
      </div>`;
    const bench = flow ? html`<div class="tables">${unitTable(words, flow, unit ?? 0, this.#output)} ${softmaxTable(words, flow, this.#output)}</div>` : html``;
    return this.frame({ stage, bench, caption: words.caption });
  }
}

/** Where the page has laid out what the canvas draws. */
function placesIn(root: ParentNode): NetPlaces {
  const rectOf = ({ offsetLeft: left, offsetTop: top, offsetWidth: width, offsetHeight: height }: HTMLElement): Rect => ({ left, top, width, height });
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)].map(rectOf);
  const [picture = { left: 0, top: 0, width: 0, height: 0 }] = all('.picture');
  const [units, outputs] = [all('.units button'), all('.outputs button')];
  const besides = (units[0]?.left ?? 0) >= picture.left + picture.width;
  return { direction: besides ? 'right' : 'down', picture, units, outputs };
}

if (!customElements.get('downhill-network')) customElements.define('downhill-network', NetworkFigure);
