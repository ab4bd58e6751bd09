import { existsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compareTechnologies, renderReport } from "@neurofront/report";
import { withPictures } from "../report-pictures.ts";
import { readArchive } from "../archive-input.ts";
import { comparisonText } from "../summary.ts";
import type { OpenedCatalog } from "../plugins/open-catalog.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { wrapText } from "../wrapped-text.ts";

/** Write the report of an archive again; default beside the archive. */
export async function reportCommand(
  archivePath: string,
  out: string | undefined,
  opened: OpenedCatalog,
  terminal: Terminal,
): Promise<void> {
  const input = readArchive(archivePath);
  const path = out ?? join(dirname(archivePath), "report.html");
  if (!existsSync(dirname(path))) throw new UsageError(`${dirname(path)}: there is no such folder for the report`);
  const { input: pictured, notes } = await withPictures(input, archivePath, opened, terminal);
  writeFileSync(path, await renderReport(pictured));
  terminal.out.write(`${comparisonText(compareTechnologies(input), input, terminal.columns)}\n\nreport   ${path}\n`);
  for (const note of notes) terminal.out.write(`\n${wrapText(note, terminal.columns)}\n`);
}
