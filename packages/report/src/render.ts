import type { ReportInput } from "./report-input.ts";

/**
 * Write the report of a study as one self-contained HTML page: no network, no other file.
 *
 * The drawing library is loaded only when this is called, so that commands without a report start fast.
 */
export async function renderReport(input: ReportInput): Promise<string> {
  const { reportPage } = await import("./page.ts");
  return reportPage(input);
}
