import { renderFigures, renderPdf } from "@neurofront/report";
import type { ReportInput } from "@neurofront/report";

/** Forms of a figure. */
export type FigureKind = "svg" | "pdf";

/** A file before it is written; its name is our own, without folders. */
export interface NewFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Figures with the numbers behind them, and what a reader of the PDFs must know. */
export async function figureFiles(
  input: ReportInput,
  kinds: readonly FigureKind[],
): Promise<{ readonly files: readonly NewFile[]; readonly notes: readonly string[] }> {
  const files: NewFile[] = [];
  const notes: string[] = [];
  for (const { id, svg, csv } of await renderFigures(input)) {
    if (kinds.includes("svg")) files.push({ name: `${id}.svg`, content: svg });
    if (kinds.includes("pdf")) {
      const { bytes, replaced } = await renderPdf(svg);
      files.push({ name: `${id}.pdf`, content: bytes });
      if (replaced.length > 0)
        notes.push(`${id}.pdf: Helvetica has no ${replaced.join(" ")}; base letters or question marks stand there`);
    }
    files.push({ name: `${id}.csv`, content: csv });
  }
  return { files, notes };
}
