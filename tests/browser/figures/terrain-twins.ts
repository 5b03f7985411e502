import { finished } from '../../../web/draw/finished.ts';
import { type HeightField, slopesOf } from '../../../web/draw/height-field.ts';
import { type Basins, paintTerrain } from '../../../web/draw/terrain.ts';
import { terrainColours } from '../../../web/draw/terrain-colours.ts';
import { TerrainGl } from '../../../web/draw/terrain-gl.ts';
import { terrainView } from '../../../web/draw/terrain-view.ts';

// A program for a page (terrain-twins.test.ts): the same ground painted by hand and by the graphics processor.

const points = 201;
const along = (i: number) => -7.6 + (15.2 * i) / (points - 1);
const himmelblau = (x: number, y: number) => Math.log1p((x * x + y - 11) ** 2 + (x + y * y - 7) ** 2);
const field: HeightField = {
  extent: { x: [-7.6, 7.6], y: [-7.6, 7.6], columns: points, rows: points },
  values: Float32Array.from({ length: points ** 2 }, (_, i) => himmelblau(along(i % points), along(Math.floor(i / points)))),
};
const basins: Basins = { reach: 5, count: 40, valleys: Uint8Array.from({ length: 1600 }, (_, i) => (i % 40 < 20 ? 0 : 1) + (i < 800 ? 0 : 2)) };

export interface Twins {
  /** undefined: this browser has no WebGL 2. */
  readonly difference?: Difference;
}

export interface Difference {
  /** Shares of the pixels that either twin paints whose colours differ by more than 8 and by more than 40 of 255. */
  readonly little: number;
  readonly much: number;
  readonly painted: number;
}

export interface Wish {
  readonly turn: number;
  readonly tilt: number;
  readonly dark: boolean;
  readonly coloured: boolean;
}

Object.assign(globalThis, {
  compareTwins({ turn, tilt, dark, coloured }: Wish): Twins {
    const gl = TerrainGl.create();
    if (!gl) return {};
    const size = { width: 480, height: 240 };
    const paint = {
      view: terrainView(size, { turn, tilt }, { reach: 5.25, tallest: 5.4, raise: 0.27 }),
      field,
      slopes: slopesOf(field),
      raise: 0.27,
      colours: terrainColours({ dark }),
      density: 1,
      basins: coloured ? basins : undefined,
    };
    gl.paint(size, paint);
    const picture = { data: new Uint8ClampedArray(4 * size.width * size.height), ...size };
    finished(paintTerrain(picture, paint));
    const sheet = new OffscreenCanvas(size.width, size.height).getContext('2d') as OffscreenCanvasRenderingContext2D;
    const pixelsOf = (draw: () => void) => {
      sheet.fillStyle = dark ? '#000' : '#fff';
      sheet.fillRect(0, 0, size.width, size.height);
      draw();
      return sheet.getImageData(0, 0, size.width, size.height).data;
    };
    const byGraphics = pixelsOf(() => sheet.drawImage(gl.canvas, 0, 0));
    const byHand = pixelsOf(() => {
      const image = new OffscreenCanvas(size.width, size.height);
      (image.getContext('2d') as OffscreenCanvasRenderingContext2D).putImageData(new ImageData(picture.data, size.width, size.height), 0, 0);
      sheet.drawImage(image, 0, 0);
    });
    let [little, much, painted] = [0, 0, 0];
    for (let i = 0; i < byHand.length; i += 4) {
      if (picture.data[i + 3] === 0) continue;
      painted++;
      const difference = Math.max(...[0, 1, 2].map((k) => Math.abs((byHand[i + k] as number) - (byGraphics[i + k] as number))));
      if (difference > 8) little++;
      if (difference > 40) much++;
    }
    return { difference: { little: little / painted, much: much / painted, painted: painted / (size.width * size.height) } };
  },
});
