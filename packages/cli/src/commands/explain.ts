import { Archive } from "@neurofront/archive";
import { explanationOf } from "@neurofront/report";
import type { Explanation, ExplanationSection } from "@neurofront/report";
import { findCandidate } from "../candidate-input.ts";
import { textTable } from "../text-table.ts";
import type { Terminal } from "../terminal.ts";
import { wrapText } from "../wrapped-text.ts";

/**
 * Show every number of one candidate, split by part, with formulas, parameters and sources.
 *
 * @param name `technology/accounting/number`, or `technology/accounting` for the best one
 * @throws UsageError when the archive holds no such candidate
 */
export function explainCommand(archivePath: string, name: string, terminal: Terminal): void {
  const archive = Archive.open(archivePath);
  try {
    const study = archive.study();
    const record = findCandidate(archive, study, name);
    const verified = archive
      .verifications()
      .find(({ search, candidate }) => search === record.search && candidate === record.candidate);
    terminal.out.write(`${explanationText(explanationOf(study, record, verified?.assessment), terminal.columns)}\n`);
  } finally {
    archive.close();
  }
}

function explanationText({ title, subtitle, sections }: Explanation, width: number | undefined): string {
  return [`${title}\n${subtitle}`, ...sections.map((section) => sectionText(section, width))].join("\n\n");
}

function sectionText({ title, lines, tables }: ExplanationSection, width: number | undefined): string {
  const body = [
    ...(lines.length === 0 ? [] : [lines.map((line) => wrapText(line, width, "  ")).join("\n")]),
    ...tables.map(({ head, rows, numeric }) => textTable(head, rows, { right: numeric, width })),
  ];
  return `${title}\n${"=".repeat(title.length)}\n${body.join("\n\n")}`;
}
