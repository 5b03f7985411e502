import { type HeightField, heightAt, type Slopes, tallestOf } from './height-field.ts';
import type { Rgb, TerrainColours } from './terrain-colours.ts';
import { contourStep, contoursPerMain, edgeFade, fade, halfWidth, lightFrom, relief, skyShare, tintContours } from './terrain-light.ts';
import type { TerrainView } from './terrain-view.ts';

/** RGBA, row by row. */
export interface Picture {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Which valley each start of a grid over −reach … reach leads to, `count` × `count`, row-major, y outer. */
export interface Basins {
  readonly reach: number;
  readonly count: number;
  readonly valleys: ArrayLike<number>;
}

export interface TerrainPaint {
  /** In pixels of the picture. */
  readonly view: TerrainView;
  readonly field: HeightField;
  readonly slopes: Slopes;
  /** Units of the plane that a unit of height is drawn as. */
  readonly raise: number;
  readonly colours: TerrainColours;
  /** Pixels of the picture to one of the page: a line is as wide in each. */
  readonly density: number;
  readonly basins?: Basins | undefined;
}

const columnsASlice = 8;

/**
 * The lit ground, column by column from the eye on, so that what is nearer hides what is farther. Where it ends it fades into the page.
 * Yields the share that is done.
 */
export function* paintTerrain(picture: Picture, paint: TerrainPaint): Generator<number, void> {
  const column = columnPainter(picture, paint);
  for (let x = 0; x < picture.width; x++) {
    if (x > 0 && x % columnsASlice === 0) yield x / picture.width;
    column(x);
  }
}

function columnPainter({ data, width, height }: Picture, { view, field, slopes, raise, colours, density, basins }: TerrainPaint): (x: number) => void {
  const { scale, lift, middle, sinTurn, cosTurn, sinTilt, reach } = view;
  const { extent, values } = field;
  const { columns, rows } = extent;
  const perX = (columns - 1) / (extent.x[1] - extent.x[0]);
  const perY = (rows - 1) / (extent.y[1] - extent.y[0]);
  // Between two looks at how high the ground is, in pixels; each pixel between has its own place.
  const step = 1.6 / (scale * sinTilt);
  const far = Math.min(Math.SQRT2 * fade[1] * reach, middle.y / (scale * sinTilt));
  // Ground below the picture can still stand up into it.
  const nearest = Math.max(-Math.SQRT2 * fade[1] * reach, (middle.y - height - lift * tallestOf(field)) / (scale * sinTilt));
  const isCoarse = density < 0.5;
  const thickness = Math.max(0.8, density);
  const edge = edgeFade * density;
  const reach4 = reach ** 4;
  const flat = lightFrom[2];
  const shading = raise * relief.steepness;
  const { tints, line } = colours;
  const painted = basins && painter(basins, colours);
  const isOn = (u: number, v: number) => u >= extent.x[0] && u < extent.x[1] && v >= extent.y[0] && v < extent.y[1];
  const opacityOf = (u: number, v: number) => opacityAt((u * u * u * u + v * v * v * v) / reach4);
  /** Red, green, blue and opacity, 0 … 255. */
  const seen = new Float64Array(4);

  /** The ground at (u, v), which lies on the field. */
  const sample = (u: number, v: number): void => {
    const atX = (u - extent.x[0]) * perX;
    const atY = (v - extent.y[0]) * perY;
    const c = Math.floor(atX);
    const r = Math.floor(atY);
    const index = r * columns + c;
    const right = atX - c;
    const up = atY - r;
    const h = between(values, index, columns, right, up);
    const gx = between(slopes.x, index, columns, right, up);
    const gy = between(slopes.y, index, columns, right, up);
    const rightwards = gx * cosTurn - gy * sinTurn;
    const away = gx * sinTurn + gy * cosTurn;
    const contour = h / contourStep;

    let tint = 0;
    while (tint < tintContours.length && contour >= (tintContours[tint] as number)) tint++;
    const { colour, shade } = tints[tint] as (typeof tints)[number];
    const a = -shading * rightwards;
    const b = -shading * away;
    const lit = (a * lightFrom[0] + b * lightFrom[1] + lightFrom[2]) / Math.sqrt(a * a + b * b + 1);
    const bright = Math.min(shade[1], Math.max(shade[0], 1 + relief.strength * (lit - flat)));
    let red = colour[0] * bright;
    let green = colour[1] * bright;
    const sky = 1 + skyShare * (bright - 1);
    let blue = colour[2] * sky;
    if (painted) {
      const share = painted.at(u, v);
      red += share * (painted.colour[0] * bright - red);
      green += share * (painted.colour[1] * bright - green);
      blue += share * (painted.colour[2] * sky - blue);
    }

    // How much the height changes from a pixel to the next, along the ground as it is seen.
    const upwards = Math.max(0.25 * scale * sinTilt, scale * sinTilt + lift * away);
    const alongX = (rightwards / scale) * (1 - (away * lift) / upwards);
    const alongY = away / upwards;
    const perPixel = Math.sqrt(alongX * alongX + alongY * alongY) / contourStep;
    const nearest = Math.round(contour);
    // In a coarse picture the others would be rows of beads.
    if (nearest > 0 && (!isCoarse || nearest % contoursPerMain === 0)) {
      const main = nearest % contoursPerMain === 0;
      const distance = Math.abs(contour - nearest) / Math.max(1e-6, perPixel);
      const cover = Math.min(1, Math.max(0, (main ? halfWidth.main : halfWidth.other) * thickness + 0.5 - distance));
      // Where they crowd they would be one dark spot.
      const room = Math.min(1, Math.max(0.15, 0.4 / (perPixel * density) - 0.6));
      const share = cover * room * (main ? colours.mainLineShare : colours.lineShare);
      red += share * (line[0] - red);
      green += share * (line[1] - green);
      blue += share * (line[2] - blue);
    }
    seen[0] = red;
    seen[1] = green;
    seen[2] = blue;
    seen[3] = 255 * opacityOf(u, v);
  };

  return (x) => {
    const across = (x + 0.5 - middle.x) / scale;
    const sides = Math.min(1, (x + 0.5) / edge, (width - x - 0.5) / edge);
    let top = height;
    let isBefore = false;
    for (let away = nearest; away <= far; away += step) {
      const u = across * cosTurn + away * sinTurn;
      const v = away * cosTurn - across * sinTurn;
      const y = middle.y - scale * sinTilt * away - lift * heightAt(field, u, v);
      // What has faded wholly hides nothing.
      if (y >= top || !isOn(u, v) || opacityOf(u, v) < 0.002) {
        isBefore = false;
        continue;
      }
      const to = Math.max(0, Math.ceil(y - 0.5));
      for (let pixel = Math.min(height - 1, Math.ceil(top - 0.5) - 1); pixel >= to; pixel--) {
        // Between the step before and this one, where both are of one slope: a wall that faces the eye is many pixels high.
        const back = isBefore ? step * Math.max(0, 1 - (top - pixel - 0.5) / (top - y)) : 0;
        sample(u - back * sinTurn, v - back * cosTurn);
        const rim = Math.min(sides, (pixel + 0.5) / edge, (height - pixel - 0.5) / edge);
        const at = 4 * (pixel * width + x);
        data[at] = seen[0] as number;
        data[at + 1] = seen[1] as number;
        data[at + 2] = seen[2] as number;
        data[at + 3] = (seen[3] as number) * (rim < 1 ? rim * rim * (3 - 2 * rim) : 1);
      }
      top = y;
      isBefore = true;
      if (top <= 0) break;
    }
  };
}

/** Of an array of rows, `right` and `up` of the way to the next column and row. */
function between(array: ArrayLike<number>, index: number, columns: number, right: number, up: number): number {
  const first = array[index] as number;
  const below = first + right * ((array[index + 1] as number) - first);
  const second = array[index + columns] as number;
  const above = second + right * ((array[index + columns + 1] as number) - second);
  return below + up * (above - below);
}

/** Of the ground, by the fourth power of how far it lies from the middle, in reaches: round the square of the starts. */
function opacityAt(power: number): number {
  if (power <= fade[0] ** 4) return 1;
  const gone = Math.min(1, (power ** 0.25 - fade[0]) / (fade[1] - fade[0]));
  return 1 - gone * gone * (3 - 2 * gone);
}

/** The colour of the valley to which a place leads, smooth between the starts that were tried, and how much of it the ground takes. */
function painter({ reach, count, valleys }: Basins, { valleys: styles, paintShare }: TerrainColours) {
  const colour = [0, 0, 0];
  return {
    colour: colour as unknown as Rgb,
    at(u: number, v: number): number {
      const [atX, atY] = [((u + reach) / (2 * reach)) * (count - 1), ((v + reach) / (2 * reach)) * (count - 1)];
      if (!(atX >= 0 && atX < count - 1 && atY >= 0 && atY < count - 1)) return 0;
      const [c, r] = [Math.floor(atX), Math.floor(atY)];
      const [right, up] = [atX - c, atY - r];
      colour.fill(0);
      let total = 0;
      for (let corner = 0; corner < 4; corner++) {
        const [dx, dy] = [corner & 1, corner >> 1];
        const style = styles[valleys[(r + dy) * count + c + dx] as number];
        const weight = (dx ? right : 1 - right) * (dy ? up : 1 - up);
        if (!style) continue;
        total += weight;
        for (let k = 0; k < 3; k++) colour[k] = (colour[k] as number) + weight * (style.paint[k] as number);
      }
      if (total > 0) for (let k = 0; k < 3; k++) colour[k] = (colour[k] as number) / total;
      return total * paintShare;
    },
  };
}
