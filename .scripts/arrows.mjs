// Which folder may use which: page, embed → figures → draw, engine → (Embind module) → bindings → native.
import { dirname, join } from 'node:path/posix';

/** @type {Record<string, readonly string[]>} */
const mayUse = {
  'web/page': ['web/page', 'web/figures', 'web/draw', 'web/engine', 'web/i18n'],
  'web/embed': ['web/embed', 'web/figures', 'web/draw', 'web/engine', 'web/i18n'],
  'web/figures': ['web/figures', 'web/draw', 'web/engine', 'web/i18n'],
  'web/draw': ['web/draw'],
  'web/engine': ['web/engine', '#module', '#digits'],
  'web/i18n': ['web/i18n'],
  'native/bindings': ['native/bindings', 'native/include', '<emscripten/'],
  'native/cli': ['native/cli', 'native/include'],
  // Each kernel is measured beside its plain twin.
  'native/bench': ['native/bench', 'native/include', 'native/src'],
  'native/src': ['native/src', 'native/include'],
  'native/include': ['native/include'],
};

/**
 * A folder with rooms, the earlier first: a room uses itself and those before it. Those in one place of the row do not know one another.
 * A folder of a house that is no room is free: whatever the kernels make fast may use them.
 */
const houses = [
  { room: /^native\/(?:include\/downhill|src)\/([^/]+)\//, row: ['support', 'data', 'loss', 'calculus', 'descent', 'net', 'surface', 'errata'].map((room) => [room]) },
  { room: /^web\/engine\/([^/]+)\//, row: [['api'], ['protocol'], ['data'], ['client', 'worker']] },
  {
    room: /^web\/figures\/base\/([^/]+)\//,
    row: ['style', 'surroundings', 'work', 'state', 'controls', 'ghosts', 'exports', 'tools', 'tasks', 'element', 'plane'].map((room) => [room]),
  },
  { room: /^web\/figures\/(base|learning)\//, row: [['base'], ['learning']] },
];

/** What runs in a worker alone. */
const ofWorkers = 'web/engine/worker/';

/** What is not the project's own and yet not for every folder. */
const guarded = ['#module', '#digits', '<emscripten/'];

/**
 * @param {ReadonlyMap<string, string>} sources text by path, relative to the repository's root
 * @returns {string[]} one line for each use that an arrow forbids
 */
export function wrongArrows(sources) {
  return [...sources].flatMap(([file, text]) => {
    const folder = folderOf(file);
    const allowed = folder && mayUse[folder];
    if (!allowed) return [];
    const uses = /\.[ch]pp$/.test(file) ? includesOf(file, text, sources) : importsOf(file, text);
    return uses.flatMap((used) => {
      if (figureOf(used, sources) && folder === 'web/figures' && figureOf(used, sources) !== figureOf(file, sources))
        return [`${file}: uses ${used}; figures do not know one another`];
      const wrong = wrongRoom(file, used);
      if (wrong) return [`${file}: uses ${used}; ${wrong}`];
      const place = folderOf(used) ?? guarded.find((start) => used.startsWith(start));
      return place && !allowed.includes(place) ? [`${file}: uses ${used}; ${folder} may use ${allowed.join(', ')} alone`] : [];
    });
  });
}

/** @param {string} path */
const folderOf = (path) => /^(web|native|tests)\/[^/]+(?=\/)/.exec(path)?.[0];

/**
 * @param {string} file
 * @param {string} used
 */
function wrongRoom(file, used) {
  // A worker's script is started, not used.
  if (/\?worker\b/.test(used)) return undefined;
  if (used.startsWith(ofWorkers) && folderOf(file) !== folderOf(used)) return `${ofWorkers} runs in workers alone`;
  for (const { room, row } of houses) {
    const [from = '', to = ''] = [file, used].map((path) => room.exec(path)?.[1]);
    const place = row.findIndex((rooms) => rooms.includes(from));
    const usedPlace = row.findIndex((rooms) => rooms.includes(to));
    if (place === -1 || usedPlace === -1 || from === to) continue;
    if (place === usedPlace) return `${from} and ${to} do not know each other`;
    if (place < usedPlace) return `${from} comes before ${to}`;
  }
  return undefined;
}

/**
 * The id of the figure that a file belongs to: web/figures/<id>/, with the element itself in <id>-figure.ts. Other folders there are shared.
 * @param {string} path
 * @param {ReadonlyMap<string, string>} sources
 */
function figureOf(path, sources) {
  const id = /^web\/figures\/([^/]+)\//.exec(path)?.[1];
  return id && sources.has(`web/figures/${id}/${id}-figure.ts`) ? id : undefined;
}

/**
 * @param {string} file
 * @param {string} text
 */
function importsOf(file, text) {
  const specifiers = [...text.matchAll(/(?:\bfrom|\bimport|\bimport\s*\(|\bnew URL\()\s*['"]([^'"\n]+)['"]/g)].map(([, specifier = '']) => specifier);
  return specifiers.map((specifier) => (specifier.startsWith('.') ? join(dirname(file), specifier) : specifier));
}

/**
 * @param {string} file
 * @param {string} text
 * @param {ReadonlyMap<string, string>} sources
 */
function includesOf(file, text, sources) {
  const includes = [...text.matchAll(/^\s*#\s*include\s*([<"])([^>"]+)[>"]/gm)];
  return includes.map(([, open, name = '']) => {
    const places = [...(open === '"' ? [dirname(file)] : []), 'native/include', 'native/src'];
    return places.map((place) => join(place, name)).find((path) => sources.has(path)) ?? `${open}${name}`;
  });
}
