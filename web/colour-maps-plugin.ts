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
      handler: (code) => ({ code: code.replaceAll(/(?<=^var [\w$]+ = |ramp\()(?=(?:new )?[\w$]+\()/gm, '/*#__PURE__*/ '), map: null }),
    },
  };
}
