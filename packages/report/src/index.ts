export { compareTechnologies } from "./comparison.ts";
export type { Comparison } from "./comparison.ts";
export type { ReportInput } from "./report-input.ts";
export { renderReport } from "./render.ts";
export { renderCurves } from "./render-curves.ts";
export type { CurvePanel, CurvePanels } from "./figures/curve-panels.ts";
export { csv } from "./csv.ts";
export { fullCitation } from "./bibtex.ts";
export { certaintyLines } from "./certainty-lines.ts";
