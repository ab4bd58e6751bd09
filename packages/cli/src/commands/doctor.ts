import type { Catalog } from "@neurofront/study";
import { cacheFolder } from "../cache/cache-folder.ts";
import {
  cacheCheck,
  folderChecks,
  machineChecks,
  nodeCheck,
  pluginCheck,
  programChecks,
  sqliteCheck,
} from "../doctor/checks.ts";
import type { Terminal } from "../terminal.ts";
import { textTable } from "../text-table.ts";

/** What `neurofront doctor` takes. */
export interface DoctorOptions {
  /** Folder that runs would write into; default out. */
  readonly out?: string;
}

/** Something that neurofront needs is wrong. */
class DoctorError extends Error {
  override readonly name = "DoctorError";
}

/**
 * Look at everything that runs need, and say what to do where it is missing.
 *
 * @throws DoctorError when something needed is wrong
 */
export async function doctorCommand(
  { out = "out" }: DoctorOptions,
  open: () => Promise<Catalog>,
  terminal: Terminal,
): Promise<void> {
  const checks = [
    nodeCheck(),
    sqliteCheck(out),
    ...machineChecks(),
    ...folderChecks(out),
    cacheCheck(cacheFolder({})),
    await pluginCheck(open),
    ...programChecks(),
  ];
  const rows = checks.map(({ verdict, subject, found, advice }) => [
    verdict,
    subject,
    advice === undefined ? found : `${found}; ${advice}`,
  ]);
  terminal.out.write(`${textTable(["", "what", "found"], rows, { width: terminal.columns })}\n`);
  const wrong = checks.filter(({ verdict }) => verdict === "wrong");
  if (wrong.length > 0) throw new DoctorError(`wrong: ${wrong.map(({ subject }) => subject).join(", ")}`);
}
