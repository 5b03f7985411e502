import type { Rgb } from './terrain-colours.ts';

// How the ground is lit and ruled: the same for each of its painters (terrain.ts, terrain-gl.ts).

/** Heights are logarithms: five contours to a factor of ten, each fifth a main one. */
export const contourStep = Math.log(10) / 5;
export const contoursPerMain = 5;
/** The tints change at these contours. */
export const tintContours: readonly [number, number] = [5, 10];
/** How much steeper the ground is lit than drawn, and how strongly. */
export const relief = { steepness: 1.7, strength: 0.5 };
/** The light is a little warmer than the sky, from which the shadows have theirs. */
export const skyShare = 0.7;
/** From the upper left, 40° above the ground: to the right, away from the eye, up. */
export const lightFrom: Rgb = [-Math.SQRT1_2 * Math.cos(0.698), Math.SQRT1_2 * Math.cos(0.698), Math.sin(0.698)];
/** The ground fades from this share of the reach to that. */
export const fade = [1, 1.42] as const;
/** And at the edges of the picture, in pixels of the page. */
export const edgeFade = 22;
/** Half as wide are a main contour and another one, in pixels of the page. */
export const halfWidth = { main: 0.75, other: 0.45 };
