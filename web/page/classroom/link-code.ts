import { encode } from 'uqr';

/** The most modules on a side that a camera can tell apart on a projected picture. */
const mostModules = 77;

/** A QR code of the link as SVG, black on white in every theme; undefined if it would be too fine. */
export function linkCode(link: string): SVGSVGElement | undefined {
  const { data, size } = encode(link, { ecc: 'L', border: 4 });
  if (size > mostModules) return undefined;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('class', 'link-code');
  svg.setAttribute('shape-rendering', 'crispEdges');
  const modules = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  svg.innerHTML = `<rect width="${size}" height="${size}" fill="#fff"/><path d="${modules}"/>`;
  return svg;
}
