import type { ReportInput } from "../report-input.ts";

/** One of several archives, as a comparison reads it. */
export interface ComparedArchive extends ReportInput {
  /** What messages and tables call it; different for every archive. */
  readonly label: string;
}
