import type { Plugin } from 'vite';

/**
 * Marks what d3-scale-chromatic computes while it is loaded as free of side effects. Otherwise all of its colour maps are shipped for the three that
 * are used.
 */
export function colourMapsPlugin(): Plugin {
  return {
    name: 'downhill-colour-maps',
    apply: 'build',
    transform: {
      filter: { id: /d3-scale-chromatic\.mjs$/ },
      handler(code) {
        const marked = code.replaceAll(/(?<=^var [\w$]+ = |ramp\()(?=(?:new )?[\w$]+\()/gm, '/*#__PURE__*/ ');
        if (marked === code) throw new Error('d3-scale-chromatic is written in another way: see whether web/colour-maps-plugin.ts is still needed');
        return { code: marked, map: null };
      },
    },
  };
}
