import { describe, expect, it } from 'vitest';
import { contrast, parseColour } from '../../../web/draw/colour.ts';
import { drape, pixelAt, traceDraped } from '../../../web/draw/draped.ts';
import { type HeightField, heightAt, slopesOf } from '../../../web/draw/height-field.ts';
import { type Picture, paintTerrain, type TerrainPaint } from '../../../web/draw/terrain.ts';
import { type Rgb, type TerrainColours, terrainColours } from '../../../web/draw/terrain-colours.ts';
import { groundAt, isHidden, project, terrainView } from '../../../web/draw/terrain-view.ts';

const css = ([red, green, blue]: Rgb) => `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)})`;
const blend = (a: Rgb, b: Rgb, share: number): Rgb => [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]), a[2] + share * (b[2] - a[2])];

/** log(1 + f) of Himmelblau's function. */
const himmelblau = (x: number, y: number) => Math.log1p((x * x + y - 11) ** 2 + (x + y * y - 7) ** 2);
const points = 121;
const along = (i: number) => -7.6 + (15.2 * i) / (points - 1);
const fieldOf = (height: (x: number, y: number) => number): HeightField => ({
  extent: { x: [-7.6, 7.6], y: [-7.6, 7.6], columns: points, rows: points },
  values: Float32Array.from({ length: points ** 2 }, (_, i) => height(along(i % points), along(Math.floor(i / points)))),
});
const field = fieldOf(himmelblau);
const flat = fieldOf(() => 0);
const frame = { reach: 5.25, tallest: 5.4, raise: 0.27 };
const size = { width: 240, height: 140 };

function painted(paint: Partial<TerrainPaint> & { ground?: HeightField; camera?: { turn: number; tilt: number } }): Picture {
  const { ground = field, camera = { turn: -24, tilt: 42 }, ...rest } = paint;
  const picture = { data: new Uint8ClampedArray(4 * size.width * size.height), ...size };
  const whole = {
    view: terrainView(size, camera, frame),
    field: ground,
    slopes: slopesOf(ground),
    raise: frame.raise,
    colours: terrainColours({ dark: false }),
    density: 1,
    ...rest,
  };
  for (const share of paintTerrain(picture, whole)) expect(share).toBeLessThan(1);
  return picture;
}

/** Of what is not fading into the page. */
function colours({ data }: Picture): Rgb[] {
  const all: Rgb[] = [];
  for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) all.push([data[i] as number, data[i + 1] as number, data[i + 2] as number]);
  return all;
}

describe.each([false, true])('the colours of a terrain, dark: %s', (dark) => {
  const scheme = terrainColours({ dark });
  const { tints, valleys, line, lineShare, mainLineShare } = scheme;

  it('have neighbouring tints 1.15 : 1 apart, and low is darker', () => {
    for (const [i, { colour }] of tints.slice(1).entries()) {
      expect(contrast(css(colour), css((tints[i] as (typeof tints)[number]).colour))).toBeGreaterThanOrEqual(1.15);
      expect(colour[1]).toBeGreaterThan((tints[i] as (typeof tints)[number]).colour[1]);
    }
  });

  it('let contours stand out by 1.8 and each fifth by 3, in light and in shade', () => {
    for (const { colour, shade } of tints) {
      for (const share of shade) {
        const ground = colour.map((channel) => Math.min(255, channel * share)) as unknown as Rgb;
        expect(contrast(css(ground), css(blend(ground, line, lineShare)))).toBeGreaterThanOrEqual(1.8);
        expect(contrast(css(ground), css(blend(ground, line, mainLineShare)))).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('let each walk stand out from every pixel of the lit ground by 4.5, however it is turned, and by 3 where the map is painted', () => {
    const plain: TerrainColours = { ...scheme, lineShare: 0, mainLineShare: 0 };
    const least = (pixels: readonly Rgb[], by: number) => {
      const distinct = [...new Set(pixels.map(css))];
      for (const { colour } of valleys) expect(Math.min(...distinct.map((ground) => contrast(colour, ground)))).toBeGreaterThanOrEqual(by);
    };
    for (const turn of [-24, 60, 150]) least(colours(painted({ colours: plain, camera: { turn, tilt: 42 } })), 4.5);
    least(colours(painted({ colours: plain, camera: { turn: 0, tilt: 90 } })), 4.5);
    for (const valley of [0, 1, 2, 3])
      least(colours(painted({ colours: plain, camera: { turn: 0, tilt: 90 }, basins: { reach: 5, count: 2, valleys: [valley, valley, valley, valley] } })), 3);
  });

  it('have no hue but for valleys', () => {
    for (const { colour } of tints) expect(Math.max(...colour) - Math.min(...colour)).toBeLessThan(35);
    expect(new Set(valleys.map(({ marker }) => marker)).size).toBe(4);
    expect(new Set(valleys.map(({ colour }) => parseColour(colour).join())).size).toBe(4);
  });
});

describe('the picture of the ground', () => {
  it('fades into the page at its edges and beyond the part that is shown', () => {
    const { data } = painted({ camera: { turn: 0, tilt: 90 } });
    const opacity = (x: number, y: number) => data[4 * (y * size.width + x) + 3];
    expect(opacity(120, 70)).toBe(255);
    expect(opacity(120, 0)).toBeLessThan(30);
    expect(opacity(2, 70)).toBe(0);
  });

  it('is painted by the valleys, each quarter in its own colour', () => {
    const { data } = painted({ camera: { turn: 0, tilt: 90 }, ground: flat, basins: { reach: 5, count: 2, valleys: [0, 1, 2, 3] } });
    const at = (x: number, y: number) => [...data.subarray(4 * (y * size.width + x), 4 * (y * size.width + x) + 3)];
    const corners = [at(64, 110), at(176, 110), at(64, 30), at(176, 30)];
    expect(new Set(corners.map(String)).size).toBe(4);
    // The first is red, the second blue, the third green.
    expect(corners[0]?.[0]).toBeGreaterThan(corners[0]?.[2] ?? 255);
    expect(corners[1]?.[2]).toBeGreaterThan(corners[1]?.[0] ?? 255);
    expect(corners[2]?.[1]).toBeGreaterThan(corners[2]?.[0] ?? 255);
  });

  it('is one even tint where the ground is level', () => expect(new Set(colours(painted({ ground: flat })).map(String)).size).toBe(1));

  it('is darker in the shade of a slope that faces away from the upper left', () => {
    const ridge = fieldOf((x) => 2.4 - 0.4 * Math.abs(x));
    const { data } = painted({ ground: ridge, camera: { turn: 0, tilt: 90 }, colours: { ...terrainColours({ dark: false }), lineShare: 0, mainLineShare: 0 } });
    const bright = (x: number) => data[4 * (70 * size.width + x)] as number;
    expect(bright(108)).toBeGreaterThan(bright(132) + 5);
  });
});

describe('a terrain as it is seen', () => {
  const view = terrainView(size, { turn: 33, tilt: 45 }, frame);

  it('is a map from straight above: as long one way as the other, x1 upwards', () => {
    const map = terrainView(size, { turn: 0, tilt: 90 }, frame);
    const [middle, right, up] = [project(map, 0, 0, 3), project(map, 1, 0, 3), project(map, 0, 1, 3)];
    expect(right.x - middle.x).toBeCloseTo(middle.y - up.y, 9);
    expect(middle.x).toBeCloseTo(120, 9);
  });

  it('gives back the place that is seen at a pixel', () => {
    for (const [x, y] of [
      [0, 0],
      [3.4, -1.2],
      [-4.6, 2.2],
    ] as const) {
      expect(isHidden(view, field, x, y)).toBe(false);
      const found = groundAt(view, field, project(view, x, y, heightAt(field, x, y)));
      expect(Math.hypot((found?.[0] ?? 9) - x, (found?.[1] ?? 9) - y)).toBeLessThan(0.06);
    }
  });

  it('has nothing above it', () => expect(groundAt(terrainView(size, { turn: 0, tilt: 30 }, frame), flat, { x: 120, y: -200 })).toBeUndefined());

  it('hides what lies behind a wall, and not what lies before it', () => {
    const wall = fieldOf((_, y) => (Math.abs(y) < 0.3 ? 12 : 0));
    const low = terrainView(size, { turn: 0, tilt: 35 }, frame);
    expect([isHidden(low, wall, 0, 1), isHidden(low, wall, 0, -1)]).toEqual([true, false]);
    expect(isHidden(terrainView(size, { turn: 0, tilt: 90 }, frame), wall, 0, 1)).toBe(false);
  });
});

describe('a line that is draped over the ground', () => {
  const view = terrainView(size, { turn: 0, tilt: 35 }, frame);
  const wall = fieldOf((_, y) => (Math.abs(y) < 0.3 ? 12 : 0));
  const draped = drape(view, wall, [0, -1, 0, 2]);

  it('follows the ground between its corners', () => {
    const top = Math.min(...Array.from({ length: draped.at.length }, (_, i) => draped.pixels[2 * i + 1] as number));
    expect(top).toBeLessThan(Math.min(pixelAt(draped, 0).y, pixelAt(draped, 1).y) - 5);
  });

  it('knows where it is half way, and what of it is hidden', () => {
    expect(pixelAt(draped, 0.5).x).toBeCloseTo(120, 3);
    expect([pixelAt(draped, 0).hidden, pixelAt(draped, 0.7).hidden]).toEqual([false, true]);
  });

  it('is traced as far as it is walked, what is hidden apart from the rest', () => {
    const traced = (corner: number, hidden: boolean) => {
      const calls: number[] = [];
      traceDraped({ moveTo: () => {}, lineTo: (_: number, y: number) => calls.push(y) } as unknown as CanvasPath, draped, corner, hidden);
      return calls.length;
    };
    expect(traced(0.2, true)).toBe(0);
    expect(traced(0.2, false)).toBeGreaterThan(2);
    expect(traced(1, true)).toBeGreaterThan(2);
    expect(traced(1, false)).toBeGreaterThan(traced(0.2, false));
  });
});
