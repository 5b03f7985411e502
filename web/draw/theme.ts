/** The colours and the type of a picture, as CSS values. */
export interface DrawTheme {
  readonly dark: boolean;
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  readonly background: string;
  readonly accent: string;
  readonly accent2: string;
  /** A CSS family list. */
  readonly font: string;
  /** In pixels. */
  readonly fontSize: number;
}

/** The CSS families for the name of a variable, in italics. The first is the site's own (figures/base/surroundings/variable-fonts.ts). */
export const variableFont = "'Downhill Math', Cambria, 'STIX Two Text', Georgia, 'DejaVu Serif', serif";

export function fontOf(theme: DrawTheme, style = ''): string {
  return `${style} ${theme.fontSize}px ${theme.font}`.trim();
}
