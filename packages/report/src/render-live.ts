import { compareTechnologies } from "./comparison.ts";
import type { Comparison } from "./comparison.ts";
import type { DesignData } from "./design-entry.ts";
import type { ReportInput } from "./report-input.ts";

/** Figures for a page that draws them again while a study runs. */
export interface LiveFigures {
  readonly figures: readonly LiveFigure[];
  /** What the script of the page reads of the designs that are drawn. */
  readonly designs: DesignData;
}

/** A figure with its caption, the numbers behind it, and buttons that save both. */
export interface LiveFigure {
  /** Letters, digits and hyphens. */
  readonly id: string;
  /** One `figure` element without inline style; colours follow the variables of the page. */
  readonly markup: string;
}

/**
 * The figures that show how far a study is: fronts, parallel coordinates, the courses of the searches, the ledger of the best
 * designs.
 *
 * Of a candidate that is not the best of its technology only metrics, objectives, violations and searched parameters are used.
 * The drawing library is loaded only when this is called.
 */
export async function renderLiveFigures(
  input: ReportInput,
  comparison: Comparison = compareTechnologies(input),
): Promise<LiveFigures> {
  const { liveFigures } = await import("./live-figures.ts");
  return liveFigures(input, comparison);
}
