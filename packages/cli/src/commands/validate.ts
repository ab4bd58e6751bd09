import type { Catalog } from "@neurofront/study";
import { loadStudy } from "../study-input.ts";
import type { Terminal } from "../terminal.ts";
import { searchText } from "../summary.ts";

/**
 * Check a study without running it, and say what it would search.
 *
 * @throws StudyError when it is not legal
 */
export async function validateCommand(studyPath: string, catalog: Catalog, terminal: Terminal): Promise<void> {
  const { resolved } = await loadStudy(studyPath, catalog);
  terminal.out.write(`${studyPath} is a legal study: "${resolved.title}"\n${searchText(resolved, terminal.columns)}\n`);
}
