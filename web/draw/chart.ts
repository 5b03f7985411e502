import uPlot from 'uplot';
import { type DrawTheme, fontOf } from './theme.ts';
import { formatTick } from './ticks.ts';

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

/** x, then one array for each series. */
export type ChartData = readonly (readonly (number | null)[])[];

export interface Chart {
  /** Draws in the coming frame. A spec or theme that is another object makes the chart anew. */
  show(spec: ChartSpec, theme: DrawTheme, data: ChartData): void;
  /** For export. */
  readonly canvas: HTMLCanvasElement | undefined;
  dispose(): void;
}

/** A chart of curves that grow, as wide and as high as `host`, drawn by uPlot at most once a frame. */
export function attachChart(host: HTMLElement): Chart {
  let plot: uPlot | undefined;
  let made: { spec: ChartSpec; theme: DrawTheme } | undefined;
  let wanted: { spec: ChartSpec; theme: DrawTheme; data: ChartData } | undefined;
  let frame = 0;

  const draw = () => {
    frame = 0;
    const { clientWidth: width, clientHeight: height } = host;
    if (!wanted || width === 0 || height === 0) return;
    const { spec, theme, data } = wanted;
    if (!plot || made?.spec !== spec || made.theme !== theme) {
      plot?.destroy();
      plot = new uPlot(optionsOf(spec, theme, width, height), data as uPlot.AlignedData, host);
      made = { spec, theme };
      return;
    }
    if (plot.width !== width || plot.height !== height) plot.setSize({ width, height });
    plot.setData(data as uPlot.AlignedData);
  };
  const request = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const observer = new ResizeObserver(request);
  observer.observe(host);

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
      cancelAnimationFrame(frame);
      plot?.destroy();
      plot = undefined;
    },
  };
}

function optionsOf(spec: ChartSpec, theme: DrawTheme, width: number, height: number): uPlot.Options {
  const font = fontOf(theme);
  const axis = (label: string): uPlot.Axis => ({
    stroke: theme.muted,
    font,
    label,
    labelFont: font,
    labelSize: Math.round(1.5 * theme.fontSize),
    labelGap: 0,
    gap: 4,
    ticks: { stroke: theme.muted, width: 1, size: 5 },
    grid: { stroke: theme.grid, width: 1 },
    border: { show: true, stroke: theme.muted, width: 1 },
  });
  const format = spec.formatY ?? formatTick;
  return {
    width,
    height,
    pxAlign: 1,
    padding: [Math.ceil(0.5 * theme.fontSize), Math.ceil(1.8 * theme.fontSize), 0, 0],
    cursor: { show: false },
    legend: { show: false },
    scales: { x: { time: false, range: (_, lo, hi) => [Math.min(0, lo ?? 0), Math.max(1, hi ?? 1)] }, y: { distr: spec.log ? 3 : 1, range: rangeOf(spec) } },
    axes: [
      {
        ...axis(spec.x),
        grid: { show: false },
        size: Math.round(2 * theme.fontSize),
        space: 5 * theme.fontSize,
        values: (_, splits) => splits.map((value) => (Number.isInteger(value) ? formatTick(value) : '')),
      },
      { ...axis(spec.y), size: Math.round(3.4 * theme.fontSize), space: 2.4 * theme.fontSize, values: (_, splits) => splits.map((value) => (value === null ? '' : format(value))) },
    ],
    series: [
      {},
      ...spec.series.map(
        ({ label, colour, width: lineWidth, dash, dots = false }): uPlot.Series => ({
          label,
          stroke: colour,
          width: lineWidth,
          ...(lineWidth === 0 && { paths: () => null }),
          ...(dash && { dash: [...dash] }),
          points: { show: ({ data }) => dots && data[0].length <= mostDots, size: 5, fill: colour },
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
