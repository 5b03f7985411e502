import { type Draped, drape, pixelAt } from '../../draw/draped.ts';
import { heightAt } from '../../draw/height-field.ts';
import type { Camera } from '../../draw/relief-projection.ts';
import type { Basins } from '../../draw/terrain.ts';
import { terrainColours } from '../../draw/terrain-colours.ts';
import { project, type TerrainFrame, type TerrainView, terrainView } from '../../draw/terrain-view.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import type { Size } from '../../draw/view.ts';
import type { Point } from '../base/state/reading.ts';
import { Remembered } from '../base/work/remembered.ts';
import type { WorkHost } from '../base/work/sliced-work.ts';
import { drawBlind } from './blind.ts';
import type { Terrain, Walk } from './compute.ts';
import { drawEnds, drawRing, drawWalks, type ShownWalk } from './draw.ts';
import { GroundPicture } from './ground-picture.ts';
import { drawMapAxes } from './map-axes.ts';
import { mapCamera, reach } from './state.ts';

/** The plane is seen a little beyond the starts; so many units of it high is a unit of log(1 + f). */
const frame: TerrainFrame = { reach: 5.25, tallest: 5.4, raise: 0.27 };

export interface Content {
  readonly terrain: Terrain;
  readonly basins: Basins | undefined;
  readonly minima: readonly Point[];
  readonly minimumNames: readonly string[];
  readonly camera: Camera;
  /** Another picture is coming in the next frame. */
  readonly moving: boolean;
  readonly walks: readonly SceneWalk[];
  readonly ring: { readonly at: Point; readonly focused: boolean; readonly cue: string };
  /** The walk that is walked blind, and how much of the ground is uncovered: 0 … 1. */
  readonly blind: { readonly walk: SceneWalk | undefined; readonly uncovered: number; readonly downhill: Point } | undefined;
}

export interface SceneWalk {
  readonly walk: Walk;
  /** How much of it is walked; undefined before it begins. */
  readonly share: number | undefined;
  readonly ghost: boolean;
}

/** The picture: ground, walks, ends, and the ring from which the next walk starts. */
export class Scene {
  /** In pixels of the page, once it is drawn. */
  view: TerrainView | undefined;
  #ground: GroundPicture;
  #draped = new Remembered<Map<string, Draped>>();

  constructor(host: WorkHost) {
    this.#ground = new GroundPicture(host);
  }

  draw(context: CanvasRenderingContext2D, size: Size, theme: DrawTheme, content: Content): void {
    const { terrain, camera, moving } = content;
    // Its colour would tell who walks blind where the walk ends.
    const basins = content.blind ? undefined : content.basins;
    const view = terrainView(size, camera, frame);
    this.view = view;
    const colours = terrainColours(theme);
    const density = context.getTransform().a;
    const bitmap = this.#ground.of(
      {
        key: [size.width, size.height, density, camera.turn, camera.tilt, theme.dark, basins !== undefined].join(),
        size,
        density,
        paint: (pixels, ofPage) => ({ view: terrainView(pixels, camera, frame), ...terrain, raise: frame.raise, colours, density: ofPage, basins }),
      },
      moving,
    );
    const ground = () => bitmap && context.drawImage(bitmap, 0, 0, size.width, size.height);
    const ring = { ...content.ring, at: this.pixelOf(terrain, content.ring.at) };
    const shown = (each: SceneWalk) => this.#shown(view, terrain, each);
    if (content.blind) {
      const { walk, uncovered, downhill } = content.blind;
      const walked = walk && shown(walk);
      const standing = walked?.steps === undefined ? ring.at : pixelAt(walked.draped, walked.steps);
      drawBlind(context, size, theme, colours, { ground, walk: walked, standing, uncovered, slope: this.#slope(view, downhill) });
    } else {
      ground();
      drawWalks(context, content.walks.map(shown), colours, theme);
      if (camera.tilt === mapCamera.tilt) drawMapAxes(context, view, theme, reach);
      drawEnds(context, view, terrain.field, content.minima, colours, theme, content.minimumNames);
    }
    drawRing(context, ring, theme);
  }

  /** Where a place of the ground is seen. */
  pixelOf({ field }: Terrain, [x, y]: Point): { readonly x: number; readonly y: number } {
    return this.view ? project(this.view, x, y, heightAt(field, x, y)) : { x: 0, y: 0 };
  }

  #shown(view: TerrainView, terrain: Terrain, { walk, share, ghost }: SceneWalk): ShownWalk {
    const all = this.#draped.of([view.size.width, view.size.height, view.camera.turn, view.camera.tilt], () => new Map());
    const name = String(walk.start);
    const draped = all.get(name) ?? drape(view, terrain.field, walk.path);
    all.set(name, draped);
    const steps = walk.path.length / 2 - 1;
    return { draped, valley: walk.valley, ghost, steps: share === undefined ? undefined : share * steps };
  }

  /** A direction of the plane as it is seen. */
  #slope({ sinTurn, cosTurn, sinTilt }: TerrainView, [x, y]: Point): Point {
    return [x * cosTurn - y * sinTurn, -sinTilt * (x * sinTurn + y * cosTurn)];
  }
}
