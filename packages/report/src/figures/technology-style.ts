/** How a technology is drawn everywhere: colour and marker both, so that the figure reads in grey and for all eyes. */
export interface TechnologyStyle {
  /** A CSS colour that follows the page's light or dark scheme and falls back to the light one in a saved file. */
  readonly color: string;
  readonly symbol: (typeof SYMBOLS)[number];
}

const SYMBOLS = ["circle", "square", "triangle", "diamond", "star", "hexagon", "cross", "wye"] as const;

/**
 * Colours that colour-blind readers tell apart (Okabe and Ito, "Color Universal Design", 2008), on white, and lighter
 * shades of the same hues on black.
 */
export const TECHNOLOGY_COLORS: readonly { readonly light: string; readonly dark: string }[] = [
  { light: "#0072b2", dark: "#4aa8e8" },
  { light: "#d55e00", dark: "#ff8a45" },
  { light: "#009e73", dark: "#2fc59c" },
  { light: "#cc79a7", dark: "#e79bc5" },
  { light: "#b98500", dark: "#f0b429" },
  { light: "#56b4e9", dark: "#a5dcff" },
  { light: "#333333", dark: "#e0e0e0" },
];

/** The style of the technology at a place of the study's list. */
export function technologyStyle(index: number): TechnologyStyle {
  const slot = index % TECHNOLOGY_COLORS.length;
  return {
    color: `var(--technology-${slot}, ${TECHNOLOGY_COLORS[slot]!.light})`,
    symbol: SYMBOLS[index % SYMBOLS.length]!,
  };
}
