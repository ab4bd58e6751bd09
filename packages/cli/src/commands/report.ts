import { existsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compareTechnologies, renderReport } from "@neurofront/report";
import type { Catalog } from "@neurofront/study";
import { DRAWING, reportPictures } from "../report-pictures.ts";
import { readArchive } from "../archive-input.ts";
import { comparisonText } from "../summary.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { wrapText } from "../wrapped-text.ts";

/** Write the report of an archive again; default beside the archive. */
export async function reportCommand(
  archivePath: string,
  out: string | undefined,
  catalog: Catalog,
  terminal: Terminal,
): Promise<void> {
  const input = readArchive(archivePath);
  const path = out ?? join(dirname(archivePath), "report.html");
  if (!existsSync(dirname(path))) throw new UsageError(`${dirname(path)}: there is no such folder for the report`);
  terminal.err.write(`${DRAWING}\n`);
  const pictures = await reportPictures(input, archivePath, catalog);
  writeFileSync(path, await renderReport({ ...input, ...pictures.found }));
  terminal.out.write(`${comparisonText(compareTechnologies(input), input, terminal.columns)}\n\nreport   ${path}\n`);
  if (pictures.found === undefined)
    terminal.out.write(
      `\n${wrapText(`the report has no sensitivities and no device views: ${pictures.reason}`, terminal.columns)}\n`,
    );
}
