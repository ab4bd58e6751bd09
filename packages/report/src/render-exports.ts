import type { PdfFigure } from "./export/svg-pdf.ts";
import type { StandaloneFigure } from "./export/report-figures.ts";
import type { DataTable } from "./data-table.ts";
import type { ReportInput } from "./report-input.ts";

/** The figures of a report as SVG. Loads the drawing library only when called. */
export async function renderFigures(input: ReportInput): Promise<StandaloneFigure[]> {
  const { reportFigures } = await import("./export/report-figures.ts");
  return reportFigures(input);
}

/** A figure as PDF. Loads the PDF library only when called. */
export async function renderPdf(svg: string): Promise<PdfFigure> {
  const { svgPdf } = await import("./export/svg-pdf.ts");
  return svgPdf(svg);
}

/** A table as Parquet. Loads the Parquet library only when called. */
export async function renderParquet(table: DataTable): Promise<Uint8Array> {
  const { tableParquet } = await import("./export/table-parquet.ts");
  return tableParquet(table);
}
