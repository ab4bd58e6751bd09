import { compareTechnologies } from "./comparison.ts";
import type { Comparison } from "./comparison.ts";
import type { DesignData } from "./design-entry.ts";
import type { ReportInput } from "./report-input.ts";

/** A part of a page that draws figures again while a study runs. */
export type LivePart =
  | { readonly figure: LiveFigure }
  /** What the script of the page reads of the designs that are drawn; comes last. */
  | { readonly designs: DesignData };

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
 * Each figure is drawn when it is asked for, so that the first can be shown while the next is drawn. The drawing library is loaded
 * only when this is called.
 */
export async function renderLiveFigures(
  input: ReportInput,
  comparison: Comparison = compareTechnologies(input),
): Promise<Generator<LivePart, void>> {
  const { liveFigures } = await import("./live-figures.ts");
  return liveFigures(input, comparison);
}

/** Load the drawing library before the first figure is asked for, which saves it most of a second. */
export async function prepareLiveFigures(): Promise<void> {
  await import("./live-figures.ts");
}
