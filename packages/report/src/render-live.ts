import { compareTechnologies } from "./comparison.ts";
import type { Comparison } from "./comparison.ts";
import type { ReportInput } from "./report-input.ts";

/** A figure for a page that draws it again while a study runs. */
export interface LiveFigure {
  /** Letters, digits and hyphens. */
  readonly id: string;
  readonly caption: string;
  /** One SVG element without inline style; colours follow the variables of the page. */
  readonly svg: string;
  /** The numbers behind it. */
  readonly csv: string;
  readonly notes: readonly string[];
}

/**
 * The figures that show how far a study is: the fronts of every accounting and the ledger of the best designs.
 *
 * Of a candidate that is not the best of its technology only metrics, objectives, violation and input voltage are used.
 * The drawing library is loaded only when this is called.
 */
export async function renderLiveFigures(
  input: ReportInput,
  comparison: Comparison = compareTechnologies(input),
): Promise<LiveFigure[]> {
  const { liveFigures } = await import("./live-figures.ts");
  return liveFigures(input, comparison);
}
