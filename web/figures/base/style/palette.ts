type Pair = readonly [light: string, dark: string];

/** The colours of the page and its figures. A page of somebody else's changes one by `--downhill-` and its name. */
export const palette = {
  ink: ['#24211c', '#ece7dc'],
  muted: ['#6a645a', '#a8a194'],
  grid: ['#e3ddd1', '#35353a'],
  background: ['#fffdf8', '#17181b'],
  raised: ['#f5f1e7', '#222327'],
  accent: ['#b23a1e', '#ff9166'],
  accent2: ['#1d5c8f', '#7fb8ea'],
} as const satisfies Readonly<Record<string, Pair>>;

/** CSS declarations for the root of a page of ours: `--downhill-ink: …`. */
export const pageColours = (): string => declarations((name, colour) => `--downhill-${name}: ${colour};`);

/** CSS declarations for a figure, which takes the colours of the page around it if that has any: `--ink: …`. */
export const figureColours = (): string => declarations((name, colour) => `--${name}: var(--downhill-${name}, ${colour});`);

function declarations(declaration: (name: string, colour: string) => string): string {
  return Object.entries<Pair>(palette)
    .map(([name, [light, dark]]) => declaration(name, `light-dark(${light}, ${dark})`))
    .join('\n');
}
