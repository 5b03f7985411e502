import uPlot from 'uplot';
import { scaleOf, watchScale } from './place.ts';
import { type DrawTheme, fontOf } from './theme.ts';
import { formatTick } from './ticks.ts';
import type { Size } from './view.ts';

export interface ChartSeries {
  readonly label: string;
  readonly colour: string;
  /** In CSS pixels; 0: not drawn, but an edge of a band. */
  readonly width: number;
  readonly dash?: readonly number[];
  readonly dots?: boolean;
}

export interface ChartSpec {
  readonly x: string;
  readonly y: string;
  readonly series: readonly ChartSeries[];
  /** Filled between two series, by their numbers from 0. */
  readonly band?: { readonly upper: number; readonly lower: number; readonly colour: string };
  readonly log?: boolean;
  /** Of y; by default what the data span, from 0 on a linear scale. */
  readonly range?: readonly [number, number];
  readonly formatY?: (value: number) => string;
}

/** Of more the dots of a curve would run together. */
const mostDots = 80;
const smallestScale = 0.1;
const largestScale = 4;

/** x, then one array for each series. */
export type ChartData = readonly (readonly (number | null)[])[];

export interface Chart {
  /** Draws in the coming frame. A spec or theme that is another object makes the chart anew, as another scale of the page does. */
  show(spec: ChartSpec, theme: DrawTheme, data: ChartData): void;
  /** For export. */
  readonly canvas: HTMLCanvasElement | undefined;
  dispose(): void;
}

/** A chart of curves that grow, as wide and as high as `host` and as sharp as it is seen, drawn by uPlot at most once a frame. */
export function attachChart(host: HTMLElement): Chart {
  let plot: uPlot | undefined;
  let made: { spec: ChartSpec; theme: DrawTheme; scale: number } | undefined;
  let wanted: { spec: ChartSpec; theme: DrawTheme; data: ChartData } | undefined;
  let frame = 0;

  const draw = () => {
    frame = 0;
    const { clientWidth: width, clientHeight: height } = host;
    if (!wanted || width === 0 || height === 0) return;
    const { spec, theme, data } = wanted;
    const scale = scaleFor(host);
    const size = { width: Math.round(scale * width), height: Math.round(scale * height) };
    if (!plot || made?.spec !== spec || made.theme !== theme || made.scale !== scale) {
      plot?.destroy();
      plot = new uPlot(optionsOf(spec, theme, size, scale), data as uPlot.AlignedData, host);
      // uPlot knows of the device's pixels alone: the chart is made as large as it is seen, and laid out as large as the host is.
      Object.assign(plot.root.style, { position: 'absolute', inset: '0 auto auto 0', transformOrigin: '0 0', transform: scale === 1 ? '' : `scale(${1 / scale})` });
      made = { spec, theme, scale };
      return;
    }
    if (plot.width !== size.width || plot.height !== size.height) plot.setSize(size);
    plot.setData(data as uPlot.AlignedData);
  };
  const request = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const observer = new ResizeObserver(request);
  observer.observe(host);
  const stopWatching = watchScale(() => {
    if (made && made.scale !== scaleFor(host)) request();
  });

  return {
    show(spec, theme, data) {
      wanted = { spec, theme, data };
      request();
    },
    get canvas() {
      return plot?.ctx.canvas;
    },
    dispose() {
      observer.disconnect();
      stopWatching();
      cancelAnimationFrame(frame);
      plot?.destroy();
      plot = undefined;
    },
  };
}

/** As the page scales it, within what a browser can draw, and without the last digits, which may differ from frame to frame. */
function scaleFor(host: HTMLElement): number {
  return Math.min(largestScale, Math.max(smallestScale, Math.round(1000 * scaleOf(host)) / 1000));
}

/** `size` is as the chart is seen; the lengths of the spec and the theme are those of a page at scale 1. */
function optionsOf(spec: ChartSpec, theme: DrawTheme, size: Size, scale: number): uPlot.Options {
  // uPlot reads whole pixels alone.
  const fontSize = Math.max(1, Math.round(scale * theme.fontSize));
  const font = fontOf({ ...theme, fontSize });
  const axis = (label: string): uPlot.Axis => ({
    stroke: theme.muted,
    font,
    label,
    labelFont: font,
    labelSize: Math.round(1.5 * fontSize),
    labelGap: 0,
    gap: 4 * scale,
    ticks: { stroke: theme.muted, width: scale, size: 5 * scale },
    grid: { stroke: theme.grid, width: scale },
    border: { show: true, stroke: theme.muted, width: scale },
  });
  const format = spec.formatY ?? formatTick;
  return {
    ...size,
    pxAlign: 1,
    padding: [Math.ceil(0.5 * fontSize), Math.ceil(1.8 * fontSize), 0, 0],
    cursor: { show: false },
    legend: { show: false },
    scales: { x: { time: false, range: (_, lo, hi) => [Math.min(0, lo ?? 0), Math.max(1, hi ?? 1)] }, y: { distr: spec.log ? 3 : 1, range: rangeOf(spec) } },
    axes: [
      {
        ...axis(spec.x),
        grid: { show: false },
        size: Math.round(2 * fontSize),
        space: 5 * fontSize,
        values: (_, splits) => splits.map((value) => (Number.isInteger(value) ? formatTick(value) : '')),
      },
      { ...axis(spec.y), size: Math.round(3.4 * fontSize), space: 2.4 * fontSize, values: (_, splits) => splits.map((value) => (value === null ? '' : format(value))) },
    ],
    series: [
      {},
      ...spec.series.map(
        ({ label, colour, width, dash, dots = false }): uPlot.Series => ({
          label,
          stroke: colour,
          width: scale * width,
          ...(width === 0 && { paths: () => null }),
          ...(dash && { dash: dash.map((length) => scale * length) }),
          points: { show: ({ data }) => dots && data[0].length <= mostDots, size: 5 * scale, fill: colour },
        }),
      ),
    ],
    ...(spec.band && { bands: [{ series: [spec.band.upper + 1, spec.band.lower + 1] as [number, number], fill: spec.band.colour }] }),
  };
}

function rangeOf({ log, range }: ChartSpec): uPlot.Scale.Range {
  if (range) return [range[0], range[1]];
  if (!log) return (_, __, highest) => [0, highest > 0 ? 1.05 * highest : 1];
  return (_, lowest, highest) => {
    const lo = lowest > 0 ? lowest : 0.01;
    const hi = highest > lo ? highest : 10 * lo;
    return [10 ** Math.floor(Math.log10(lo)), 10 ** Math.ceil(Math.log10(hi))];
  };
}
