export { compareTechnologies } from "./comparison.ts";
export type { Comparison } from "./comparison.ts";
export type { AccountingComparison, BestRatio, TechnologyResult } from "./accounting-comparison.ts";
export type { LedgerStep, LedgerWalk, RatioStep, RatioWalk } from "./accounting-walk.ts";
export type { ViolationShare } from "./violation-shares.ts";
export type { ReportInput } from "./report-input.ts";
export { renderReport } from "./render.ts";
