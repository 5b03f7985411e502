import type { DrawPath } from './draw-context.ts';

/** Shapes that are told apart without colour. */
export type MarkerShape = 'disc' | 'square' | 'triangle' | 'diamond';

/** Adds the outline to a path; all shapes of one radius look equally large. */
export function traceMarker(path: DrawPath, shape: MarkerShape, x: number, y: number, radius: number): void {
  switch (shape) {
    case 'disc':
      path.moveTo(x + radius, y);
      path.arc(x, y, radius, 0, 2 * Math.PI);
      break;
    case 'square':
      path.rect(x - 0.89 * radius, y - 0.89 * radius, 1.78 * radius, 1.78 * radius);
      break;
    case 'triangle':
      traceCorners(path, x, y, 1.35 * radius, [-90, 30, 150]);
      break;
    case 'diamond':
      traceCorners(path, x, y, 1.25 * radius, [-90, 0, 90, 180]);
      break;
  }
}

/** A triangle with its tip at (x, y), pointing in the direction `angle` (radians, clockwise from the right). */
export function traceArrowhead(path: DrawPath, x: number, y: number, angle: number, length: number): void {
  const corner = (turn: number) => [x - length * Math.cos(angle + turn), y - length * Math.sin(angle + turn)] as const;
  path.moveTo(x, y);
  path.lineTo(...corner(0.45));
  path.lineTo(...corner(-0.45));
  path.closePath();
}

function traceCorners(path: DrawPath, x: number, y: number, radius: number, degrees: readonly number[]): void {
  degrees.forEach((degree, i) => {
    const angle = (degree * Math.PI) / 180;
    const [cornerX, cornerY] = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    if (i === 0) path.moveTo(cornerX, cornerY);
    else path.lineTo(cornerX, cornerY);
  });
  path.closePath();
}
