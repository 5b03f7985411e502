import { drawLabel, labelWidth, setAxisType } from '../../draw/axes.ts';
import { project, type TerrainView } from '../../draw/terrain-view.ts';
import type { DrawTheme } from '../../draw/theme.ts';
import { formatTick } from '../../draw/ticks.ts';

const marked = [-4, -2, 0, 2, 4];

/** Numbers along the lower and the left edge of the starts, within the map, which may fill the picture. */
export function drawMapAxes(context: CanvasRenderingContext2D, view: TerrainView, theme: DrawTheme, reach: number): void {
  const gap = 5;
  context.save();
  setAxisType(context, theme);
  context.fillStyle = theme.ink;
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = theme.background;
  const write = (text: string, x: number, y: number) => {
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  };
  context.textAlign = 'center';
  context.textBaseline = 'bottom';
  for (const value of marked) {
    const { x, y } = project(view, value, -reach, 0);
    write(formatTick(value), x, y - gap);
  }
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  // Where the outer ones would be lie x1 and the name of an end.
  for (const value of marked.slice(1, -1)) {
    const { x, y } = project(view, -reach, value, 0);
    write(formatTick(value), x + gap, y);
  }
  const [right, top] = [project(view, reach, -reach, 0), project(view, -reach, reach, 0)];
  drawLabel(context, theme, 'x0', right.x - gap - labelWidth(context, theme, 'x0'), right.y - 2 * gap);
  drawLabel(context, theme, 'x1', top.x + gap, top.y + gap + theme.fontSize);
  context.restore();
}
