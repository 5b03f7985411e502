import { html, nothing, type TemplateResult } from 'lit';
import { placeIn } from '../../draw/place.ts';
import type { Camera } from '../../draw/relief-projection.ts';
import type { Basins } from '../../draw/terrain.ts';
import { groundAt } from '../../draw/terrain-view.ts';
import type { Size } from '../../draw/view.ts';
import type { Engine } from '../../engine/api/api.ts';
import type { Problem } from '../../i18n/shared.ts';
import { type ValleysStrings, valleys } from '../../i18n/valleys.ts';
import { EngineFigure } from '../base/element/engine-figure.ts';
import { picture } from '../base/element/plot.ts';
import { type FigureExport, tableExport } from '../base/exports/export.ts';
import type { Point } from '../base/state/reading.ts';
import type { Task, TaskWords } from '../base/tasks/task.ts';
import type { LoadedCode } from '../base/tools/tools.ts';
import { SlicedWork } from '../base/work/sliced-work.ts';
import { basinsWork, type Landscape, landscapeOf, pointOn, type Terrain, terrainWork, type Walk } from './compute.ts';
import { Drag } from './drag.ts';
import { ringHandle, turnHandle } from './handles.ts';
import { cameraBetween, eased, Motion } from './motion.ts';
import { endsList, walkColumns } from './read-out.ts';
import { type Content, Scene, type SceneWalk } from './scene.ts';
import { dozen, onRidge } from './starts.ts';
import { mapCamera, placedStart, readState, type State, stateAttributes, turnedBy, withWalker } from './state.ts';
import { valleysStyles } from './styles.ts';
import { judgeNeighbours, pointText, showNeighbours } from './tasks.ts';
import { Walkers } from './walkers.ts';

/** Milliseconds. */
const lengths = { tip: 420, uncover: 2000 };
/** Degrees to a pixel. */
const turning = { turn: 0.35, tilt: 0.25 };

/** The opening: a terrain with four valleys and walkers that feel the slope alone. */
export class ValleysFigure extends EngineFigure {
  static override readonly stateAttributes = stateAttributes;
  static override styles = [EngineFigure.styles, valleysStyles];

  protected override readonly plots = [picture('plot', (context, size) => this.#draw(context, size))];
  #state: State = readState(this.attribute);
  #landscape: Landscape | undefined;
  #terrainWork = new SlicedWork<Terrain>(this);
  #basinsWork = new SlicedWork<Basins>(this);
  #terrain: Terrain | undefined;
  #basins: Basins | undefined;
  #scene = new Scene(this);
  #motion = new Motion(this, this.redraw, (name) => this.#ended(name));
  #walkers = new Walkers(this.#motion);
  /** From where the eye comes while it tips. */
  #from: Camera = mapCamera;
  #picture = new Drag({
    takes: ({ pointerType }) => pointerType !== 'touch',
    move: (right, down, event) => (this.#state.map ? this.#moveRing(event) : this.#turn({ turn: turning.turn * right, tilt: turning.tilt * down })),
    release: () => (this.#state.map ? this.#drop(this.#walkers.ring) : this.redraw()),
  });
  #ringDrag = new Drag({
    begin: (event) => event.stopPropagation(),
    move: (_right, _down, event) => this.#moveRing(event),
    release: () => this.#drop(this.#walkers.ring),
  });
  #turnDrag = new Drag({
    begin: (event) => event.stopPropagation(),
    move: (right, down) => this.#turn({ turn: turning.turn * right, tilt: turning.tilt * down }),
    release: () => this.redraw(),
  });

  get #words(): ValleysStrings {
    return valleys[this.language];
  }

  protected readState(): readonly Problem[] {
    const [{ map }, seen] = [this.#state, this.#camera];
    this.#state = readState(this.attribute);
    if (this.#state.map !== map && this.#terrain) this.#tip(seen);
    return this.#state.problems;
  }

  protected compute(engine: Engine): void {
    this.#landscape ??= landscapeOf(engine);
    const landscape = this.#landscape;
    const isFirst = this.#terrain === undefined;
    this.#terrain = this.#terrainWork.of('', () => terrainWork(engine, landscape));
    this.#basins = this.#state.painted ? this.#basinsWork.of('', () => basinsWork(engine, landscape)) : undefined;
    const { walkers, blind } = this.#state;
    this.#walkers.compute(engine, landscape, walkers);
    if (!this.#terrain) return;
    if (isFirst && !this.reducedMotion && walkers.length === 0 && !blind) this.#walkers.open();
    this.#walkers.meet(walkers, { still: this.reducedMotion, filming: this.taskBook.filming });
  }

  #ended(name: string): void {
    if (name === 'uncover') this.change({ blind: null });
    this.requestUpdate();
  }

  protected override visibilityChanged(): void {
    super.visibilityChanged();
    if (!this.visible) this.#motion.finish();
  }

  protected override async playOnce(signal: AbortSignal): Promise<void> {
    this.#motion.finish();
    this.#walkers.again(this.#state.walkers);
    signal.addEventListener('abort', () => this.#motion.finish(), { once: true });
    await this.#motion.over;
  }

  protected override halt(): void {
    this.#motion.finish();
  }

  override reset(): void {
    this.#walkers.ring = onRidge;
    super.reset();
  }

  #drop(at: Point): void {
    const start = placedStart(...at);
    this.#walkers.drop(start);
    this.change({ walkers: withWalker(this.#state.walkers, start) });
  }

  #turn(more: { readonly turn: number; readonly tilt: number }): void {
    this.change({ ...turnedBy(this.#state.camera, more) });
  }

  #tip(from: Camera): void {
    if (this.reducedMotion) return;
    this.#from = from;
    this.#motion.begin('tip', lengths.tip);
  }

  /** The ground under the pointer. */
  #groundUnder(event: MouseEvent): Point | undefined {
    const picture = this.renderRoot.querySelector('.scene');
    const { view } = this.#scene;
    if (!picture || !view || !this.#terrain) return undefined;
    const at = groundAt(view, this.#terrain.field, placeIn(picture, event));
    return at && placedStart(...at);
  }

  #moveRing(event: PointerEvent): void {
    this.#walkers.ring = this.#groundUnder(event) ?? this.#walkers.ring;
    this.requestUpdate();
  }

  #click(event: MouseEvent, drag: Drag): void {
    event.stopPropagation();
    // The browser makes a click of a key press on a button, too.
    if (event.detail === 0 || drag.dragged) return;
    const at = this.#groundUnder(event);
    if (at) this.#drop(at);
  }

  #draw(context: CanvasRenderingContext2D, size: Size): void {
    const content = this.#content();
    if (!content) return;
    this.#scene.draw(context, size, this.drawTheme, content);
    const ring = this.renderRoot.querySelector<HTMLElement>('#ring');
    const { x, y } = this.#scene.pixelOf(content.terrain, this.#walkers.ring);
    if (ring) ring.style.translate = `calc(${x}px - 50%) calc(${y}px - 50%)`;
  }

  #content(): Content | undefined {
    const [terrain, landscape] = [this.#terrain, this.#landscape];
    if (!terrain || !landscape) return undefined;
    const { map } = this.#state;
    const focused = this.renderRoot.querySelector('#ring')?.matches(':focus-visible') ?? false;
    return {
      terrain,
      basins: this.#basins,
      minima: landscape.minima,
      minimumNames: landscape.minima.map(pointText),
      camera: this.#camera,
      moving: this.#motion.isRunning('tip') || this.#turnDrag.active || (this.#picture.active && !map),
      walks: this.#sceneWalks(),
      ring: { at: this.#walkers.ring, focused, cue: this.#cue() },
      blind: this.#blindContent(landscape),
    };
  }

  get #camera(): Camera {
    const { map, camera } = this.#state;
    const to = map ? mapCamera : camera;
    return this.#motion.isRunning('tip') ? cameraBetween(this.#from, to, eased(this.#motion.share('tip') ?? 0)) : to;
  }

  /** The dozen step back once the reader has dropped some. While the ring is dragged, the walk from there is seen at once. */
  #sceneWalks(): SceneWalk[] {
    const { walkers } = this.#state;
    const shown = (starts: readonly Point[], ghost: boolean) => this.#walkers.from(starts).map((walk) => ({ walk, ghost, share: this.#motion.share(String(walk.start)) }));
    const dragged = this.#isPlacing ? this.#walkers.from([this.#walkers.ring]).map((walk) => ({ walk, ghost: false, share: 1 })) : [];
    return [...shown([...dozen, ...(walkers.length > 0 ? [] : [onRidge])], walkers.length > 0), ...shown(walkers, false), ...dragged];
  }

  get #isPlacing(): boolean {
    return this.#ringDrag.active || (this.#picture.active && this.#state.map);
  }

  #cue(): string {
    const { walkers, blind } = this.#state;
    if (walkers.length > 0 || this.#motion.share(String(onRidge)) === undefined || this.#isPlacing) return '';
    return blind ? this.#words.blindCue : this.#words.cue;
  }

  #blindContent({ f }: Landscape): Content['blind'] {
    if (!this.#state.blind) return undefined;
    const last = this.#state.walkers.at(-1);
    const [walk] = this.#walkers.from(last ? [last] : []);
    const share = walk && (this.#motion.share(String(last)) ?? 0);
    const [x0, x1] = walk && share !== undefined ? pointOn(walk, share) : this.#walkers.ring;
    const gradient = f.gradient(Float64Array.of(x0, x1));
    const isLevel = Math.hypot(...gradient) < 1;
    const uncovered = this.#motion.isRunning('uncover') ? eased(this.#motion.share('uncover') ?? 0) : 0;
    return { walk: walk && { walk, share, ghost: false }, uncovered, downhill: isLevel ? [0, 0] : [-(gradient[0] ?? 0), -(gradient[1] ?? 0)] };
  }

  protected override ownTasks(): readonly Task<readonly Walk[]>[] {
    return [
      {
        id: 'neighbours',
        judge: (trail) => judgeNeighbours(trail.at(-1) ?? [], this.#landscape?.minima ?? []),
        show: (film) => showNeighbours(film, (start) => this.#walkers.from([start])[0]?.valley ?? -1),
      },
    ];
  }

  protected override observed(): readonly Walk[] {
    return this.#walkers.own(this.#state.walkers, this.taskBook.filming);
  }

  protected override ownTaskWords(): Readonly<Record<string, TaskWords>> {
    return this.#words.tasks;
  }

  protected describe(): string {
    const [landscape, words] = [this.#landscape, this.#words];
    if (!landscape || !this.#terrain || this.#state.blind) return '';
    const walks = this.#counted();
    const ends = landscape.minima.map((at, i) => words.valley(pointText(at), words.walkers(walks.filter(({ valley }) => valley === i).length)));
    return words.description(words.walkers(walks.length), [...ends, this.#answer()].join(this.sharedWords.gap));
  }

  /** Those of the reader, or else the dozen. */
  #counted(): Walk[] {
    const { walkers } = this.#state;
    return this.#walkers.from(walkers.length > 0 ? walkers : dozen);
  }

  #answer(): string {
    const words = this.#words;
    const { walkers, blind } = this.#state;
    const walk = this.#walkers.from(walkers.slice(-1))[0];
    if (blind && (!walk || this.#motion.running)) return words.blindHint;
    if (blind) return words.blindAnswer;
    if (!walk) return words.invitation;
    if (this.#motion.isRunning(String(walk.start))) return words.walking;
    return words.ended(pointText(walk.start), walk.path.length / 2 - 1, pointText(this.#landscape?.minima[walk.valley] ?? [0, 0]));
  }

  protected async loadCode(): Promise<LoadedCode> {
    const { listingOf } = await import('./listing.ts');
    return () => this.#landscape && listingOf(this.#landscape.f.source, this.#state.walkers.at(-1) ?? this.#walkers.ring);
  }

  protected override exports(): FigureExport[] {
    const [landscape, words] = [this.#landscape, this.#words];
    const table =
      landscape && tableExport(() => walkColumns(this.#counted(), landscape.minima), { id: 'csv', label: this.sharedWords.table(words.table), filename: 'valleys.csv' });
    return table ? [...super.exports(), table] : super.exports();
  }

  #uncover = (): void => {
    const { blind } = this.#state;
    if (!blind) this.change({ blind: true });
    // A second press does not wait.
    else if (this.reducedMotion || this.#motion.isRunning('uncover')) {
      this.#motion.finish();
      this.change({ blind: null });
    } else this.#motion.begin('uncover', lengths.uncover);
  };

  protected override render(): TemplateResult {
    const words = this.#words;
    const { map, painted, blind, camera, walkers } = this.#state;
    const button = (id: string, label: string, press: () => void, pressed?: boolean) =>
      html`<button type="button" id=${id} aria-pressed=${pressed === undefined ? nothing : pressed ? 'true' : 'false'} @click=${press}>${label}</button>`;
    const stage = html`<div
        class="scene"
        @pointerdown=${this.#picture.down}
        @pointermove=${this.#picture.move}
        @pointerup=${this.#picture.up}
        @pointercancel=${this.#picture.up}
        @click=${(event: MouseEvent) => this.#click(event, this.#picture)}
      >
        <canvas id="plot" role="img" data-title=${words.plotName} aria-label=${words.plot} aria-describedby="description"></canvas>
        ${ringHandle({
          words,
          at: this.#walkers.ring,
          drag: this.#ringDrag,
          click: (event) => this.#click(event, this.#ringDrag),
          move: ([x0, x1]) => {
            this.#walkers.ring = placedStart(this.#walkers.ring[0] + x0, this.#walkers.ring[1] + x1);
            this.requestUpdate();
          },
          drop: () => this.#drop(this.#walkers.ring),
          focusChanged: this.redraw,
        })}
        ${map || blind ? nothing : turnHandle({ words, camera, drag: this.#turnDrag, turn: (more) => this.#turn(more) })}
      </div>
      ${endsList(words, this.#landscape?.minima, this.#counted(), !blind)}
      <div class="act">
        <p class="answer">${this.#answer()}</p>
        <div class="row">
          ${button('map', map ? words.terrain : words.map, () => this.change({ map: !map }))}
          ${button('paint', words.paint, () => this.change({ painted: !painted }), painted)}
          ${button('blind', blind ? words.uncover : words.blind, this.#uncover)}
          <button type="button" id="clear" ?disabled=${walkers.length === 0} @click=${() => this.change({ walkers: null })}>${words.clear}</button>
        </div>
      </div>`;
    return this.frame({ stage, caption: words.caption });
  }
}

if (!customElements.get('downhill-valleys')) customElements.define('downhill-valleys', ValleysFigure);
