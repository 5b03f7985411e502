import type { HeightField, Slopes } from './height-field.ts';
import type { Basins, TerrainPaint } from './terrain.ts';
import type { TerrainColours } from './terrain-colours.ts';
import { contourStep, contoursPerMain, edgeFade, fade, halfWidth, lightFrom, relief, skyShare, tintContours } from './terrain-light.ts';
import type { Size } from './view.ts';

const number = (value: number) => value.toFixed(6);
const numbers = (values: readonly number[]) => values.map(number).join();

const vertexShader = `#version 300 es
in vec3 ground;
uniform ivec2 grid;
uniform vec4 extent, eye, place;
uniform vec2 size;
out vec3 lie;
out vec2 at;
void main() {
  vec2 share = vec2(gl_VertexID % grid.x, gl_VertexID / grid.x) / vec2(grid - 1);
  at = mix(extent.xy, extent.zw, share);
  float right = at.x * eye.y - at.y * eye.x;
  float away = at.x * eye.x + at.y * eye.y;
  lie = vec3(ground.x, ground.y * eye.y - ground.z * eye.x, ground.y * eye.x + ground.z * eye.y);
  vec2 pixel = vec2(place.y + place.x * right, place.z - place.x * eye.z * away - place.w * lie.x);
  gl_Position = vec4(2.0 * pixel.x / size.x - 1.0, 1.0 - 2.0 * pixel.y / size.y, away / 16.0, 1.0);
}`;

/** Line by line what `sample` of terrain.ts does. */
const fragmentShader = `#version 300 es
precision highp float;
in vec3 lie;
in vec2 at;
uniform vec4 eye, place, paint, tints[3];
uniform vec2 size, shades[3];
uniform vec3 line;
uniform vec2 lineShares;
uniform float reach, density, shading;
uniform sampler2D basins;
out vec4 pixel;
void main() {
  float power = dot(at * at, at * at) / (reach * reach * reach * reach);
  float opacity = 1.0 - smoothstep(${number(fade[0])}, ${number(fade[1])}, sqrt(sqrt(power)));
  if (opacity < 0.002) discard;
  vec2 slope = lie.yz;
  float contour = lie.x / ${number(contourStep)};
  int tint = contour < ${number(tintContours[0])} ? 0 : contour < ${number(tintContours[1])} ? 1 : 2;
  float lit = dot(vec3(-shading * slope, 1.0), vec3(${numbers(lightFrom)})) / sqrt(shading * shading * dot(slope, slope) + 1.0);
  float bright = clamp(1.0 + ${number(relief.strength)} * (lit - ${number(lightFrom[2])}), shades[tint].x, shades[tint].y);
  vec3 light = vec3(bright, bright, 1.0 + ${number(skyShare)} * (bright - 1.0));
  vec3 colour = tints[tint].rgb * light;
  vec2 start = (at / paint.x + 1.0) / 2.0;
  if (paint.x > 0.0 && start == clamp(start, 0.0, 1.0)) {
    vec4 valley = texture(basins, (start * (paint.y - 1.0) + 0.5) / paint.y);
    colour = mix(colour, valley.rgb / max(valley.a, 0.001) * light, valley.a * paint.z);
  }
  float upwards = max(0.25 * place.x * eye.z, place.x * eye.z + place.w * slope.y);
  vec2 along = vec2(slope.x / place.x * (1.0 - slope.y * place.w / upwards), slope.y / upwards);
  float perPixel = max(1e-6, length(along) / ${number(contourStep)});
  float nearest = round(contour);
  if (nearest > 0.0) {
    bool main = mod(nearest, ${number(contoursPerMain)}) == 0.0;
    float half_width = (main ? ${number(halfWidth.main)} : ${number(halfWidth.other)}) * max(0.8, density);
    float cover = clamp(half_width + 0.5 - abs(contour - nearest) / perPixel, 0.0, 1.0);
    float room = clamp(0.4 / (perPixel * density) - 0.6, 0.15, 1.0);
    colour = mix(colour, line, cover * room * (main ? lineShares.y : lineShares.x));
  }
  vec2 rims = min(gl_FragCoord.xy, size - gl_FragCoord.xy) / (${number(edgeFade)} * density);
  float rim = clamp(min(rims.x, rims.y), 0.0, 1.0);
  opacity *= rim * rim * (3.0 - 2.0 * rim);
  pixel = vec4(colour * opacity, opacity);
}`;

const rowEnd = 0xffff;

/**
 * The ground as paintTerrain paints it, by the graphics processor (WebGL 2): a mesh of the points of the field, at most 65,535. Guards the state of
 * one context.
 */
export class TerrainGl {
  readonly canvas: OffscreenCanvas;
  /** The browser plays the graphics processor itself: a picture takes it tens of milliseconds. */
  readonly isPlayed: boolean;
  #gl: WebGL2RenderingContext;
  #program: WebGLProgram;
  #count = 0;
  #field: HeightField | undefined;
  #basins: { readonly of: Basins; readonly colours: TerrainColours } | undefined;

  private constructor(gl: WebGL2RenderingContext, program: WebGLProgram, isPlayed: boolean) {
    this.isPlayed = isPlayed;
    this.#gl = gl;
    this.#program = program;
    this.canvas = gl.canvas as OffscreenCanvas;
    gl.useProgram(program);
    gl.enable(gl.DEPTH_TEST);
  }

  /** undefined where the browser gives no WebGL 2. */
  static create(): TerrainGl | undefined {
    const gl = new OffscreenCanvas(1, 1).getContext('webgl2', { antialias: false, preserveDrawingBuffer: true });
    const program = gl && programOf(gl);
    return gl && program ? new TerrainGl(gl, program, playedBy.test(rendererOf(gl))) : undefined;
  }

  /** False once the browser has taken the context away: then nothing can be painted any more. */
  get works(): boolean {
    return !this.#gl.isContextLost();
  }

  /** Paints `canvas` anew, with so many pixels. */
  paint(size: Size, { view, field, slopes, raise, colours, density, basins }: TerrainPaint): void {
    const gl = this.#gl;
    if (this.canvas.width !== size.width) this.canvas.width = size.width;
    if (this.canvas.height !== size.height) this.canvas.height = size.height;
    this.#setField(field, slopes);
    if (basins) this.#setBasins(basins, colours);
    const at = (name: string) => gl.getUniformLocation(this.#program, name);
    const { x, y, columns, rows } = field.extent;
    gl.viewport(0, 0, size.width, size.height);
    gl.uniform2i(at('grid'), columns, rows);
    gl.uniform4f(at('extent'), x[0], y[0], x[1], y[1]);
    gl.uniform4f(at('eye'), view.sinTurn, view.cosTurn, view.sinTilt, 0);
    gl.uniform4f(at('place'), view.scale, view.middle.x, view.middle.y, view.lift);
    gl.uniform2f(at('size'), size.width, size.height);
    gl.uniform1f(at('reach'), view.reach);
    gl.uniform1f(at('density'), density);
    gl.uniform1f(at('shading'), raise * relief.steepness);
    gl.uniform4fv(
      at('tints'),
      colours.tints.flatMap(({ colour }) => [...unit(colour), 1]),
    );
    gl.uniform2fv(
      at('shades'),
      colours.tints.flatMap(({ shade }) => shade),
    );
    gl.uniform3fv(at('line'), unit(colours.line));
    gl.uniform2f(at('lineShares'), colours.lineShare, colours.mainLineShare);
    gl.uniform4f(at('paint'), basins?.reach ?? 0, basins?.count ?? 0, colours.paintShare, 0);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    gl.drawElements(gl.TRIANGLE_STRIP, this.#count, gl.UNSIGNED_SHORT, 0);
  }

  /** What tells whether that which was painted last is there; to fetch it earlier is to wait for it. */
  finished(): () => boolean {
    const gl = this.#gl;
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
    // Of a context that is lost no fence is ever signalled.
    return () => !fence || !this.works || gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED;
  }

  #setField(field: HeightField, slopes: Slopes): void {
    if (field === this.#field) return;
    this.#field = field;
    const gl = this.#gl;
    const { columns, rows } = field.extent;
    const points = new Float32Array(3 * columns * rows);
    for (let i = 0; i < columns * rows; i++) points.set([field.values[i] as number, slopes.x[i] as number, slopes.y[i] as number], 3 * i);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, points, gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 3, gl.FLOAT, false, 0, 0);
    const strips = stripsOf(columns, rows);
    this.#count = strips.length;
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, strips, gl.STATIC_DRAW);
  }

  /** A texel a start: the paint of its valley; none where it leads to none. */
  #setBasins(basins: Basins, colours: TerrainColours): void {
    if (this.#basins?.of === basins && this.#basins.colours === colours) return;
    this.#basins = { of: basins, colours };
    const gl = this.#gl;
    const texels = new Uint8Array(4 * basins.count ** 2);
    for (let i = 0; i < basins.count ** 2; i++) {
      const valley = colours.valleys[basins.valleys[i] as number];
      if (valley) texels.set([...valley.paint, 255], 4 * i);
    }
    gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, basins.count, basins.count, 0, gl.RGBA, gl.UNSIGNED_BYTE, texels);
    for (const [name, value] of [
      [gl.TEXTURE_MIN_FILTER, gl.LINEAR],
      [gl.TEXTURE_MAG_FILTER, gl.LINEAR],
      [gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE],
      [gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE],
    ] as const)
      gl.texParameteri(gl.TEXTURE_2D, name, value);
  }
}

/** A strip of triangles between each two rows of points. */
function stripsOf(columns: number, rows: number): Uint16Array {
  const strips: number[] = [];
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column < columns; column++) strips.push(row * columns + column, (row + 1) * columns + column);
    strips.push(rowEnd);
  }
  return Uint16Array.from(strips);
}

/** Programs that play a graphics processor. What `failIfMajorPerformanceCaveat` asks a browser it answers wrongly: Chromium gives SwiftShader. */
const playedBy = /swiftshader|llvmpipe|softpipe|software|basic render/i;

function rendererOf(gl: WebGL2RenderingContext): string {
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL;
  return String(gl.getParameter(unmasked ?? gl.RENDERER));
}

const unit = (colour: readonly number[]) => colour.map((channel) => channel / 255);

/** undefined, with a warning, where the browser cannot use it. */
function programOf(gl: WebGL2RenderingContext): WebGLProgram | undefined {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertexShader],
    [gl.FRAGMENT_SHADER, fragmentShader],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) return undefined;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.bindAttribLocation(program, 0, 'ground');
  gl.linkProgram(program);
  if (gl.getProgramParameter(program, gl.LINK_STATUS)) return program;
  const logs = [gl.getProgramInfoLog(program), ...(gl.getAttachedShaders(program) ?? []).map((shader) => gl.getShaderInfoLog(shader))];
  console.warn('The ground is painted without WebGL:', ...logs.filter(Boolean));
  return undefined;
}
