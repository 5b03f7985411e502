import type { Plugin } from 'vite';

const asks = "new Intl.NumberFormat(domEnv ? nav.language : 'en-US')";

/**
 * uPlot asks for number formats in the browser's language as it is loaded, and does not load where that is no language: "C", where a machine has no
 * locale. Our charts format their numbers themselves.
 */
export function uplotPlugin(): Plugin {
  return {
    name: 'downhill-uplot',
    transform: {
      filter: { id: /uPlot\.esm\.js$/ },
      handler(code) {
        if (!code.includes(asks)) throw new Error(`uPlot has no ${asks} any more: see whether web/uplot-plugin.ts is still needed`);
        return { code: code.replace(asks, "new Intl.NumberFormat('en')"), map: null };
      },
    },
  };
}
