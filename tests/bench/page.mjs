// One program in a page. It is opened once; then its measurements are called by name.

/** @type {Record<string, (settings: object) => unknown>} */
let measurements = {};

const bench = {
  /**
   * @param {{ program: string, scripts: readonly string[], data: string, place: object }} what addresses from the server's root
   */
  async open({ program, scripts, data, place }) {
    for (const script of scripts) await load(script);
    const { open } = await import(/* @vite-ignore */ program);
    /** @type {import('./files.mjs').Read} */
    const read = async (name) => {
      const response = await fetch(data + name);
      if (!response.ok) throw new Error(`${data}${name}: status ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    };
    measurements = await open({ ...place, read });
  },

  /**
   * @param {string} name
   * @param {object} settings
   */
  call: (name, settings) => measurements[name]?.(settings),
};

/** @param {string} address */
function load(address) {
  const script = document.createElement('script');
  script.src = address;
  return new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${address} could not be loaded`));
    document.head.append(script);
  });
}

Object.assign(globalThis, { bench });
