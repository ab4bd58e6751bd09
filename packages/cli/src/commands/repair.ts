import { existsSync, mkdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { repairArchive } from "@neurofront/archive";
import { shownPath } from "../new-file.ts";
import { LARGEST_STUDY_BYTES, readBounded } from "../read-bounded.ts";
import type { Terminal } from "../terminal.ts";
import { counted } from "../counted.ts";

/** What `neurofront repair` takes. */
export interface RepairOptions {
  /** Folder of the copy; default the folder of the archive, with `-repaired`. */
  readonly out?: string;
}

/**
 * Write a copy of a damaged archive with all that is whole. The archive itself is left alone.
 *
 * @throws ArchiveError when nothing can be saved, or the copy exists already
 */
export function repairCommand(archivePath: string, { out }: RepairOptions, terminal: Terminal): void {
  const folder = out ?? `${dirname(resolve(archivePath))}-repaired`;
  const target = join(folder, "archive.sqlite");
  mkdirSync(folder, { recursive: true });
  const { kept, dropped, gaps } = repairArchive(archivePath, target, resolvedBeside(archivePath));
  const lines = Object.entries(kept).flatMap(([table, count]) => {
    const lost = dropped[table as keyof typeof dropped];
    return count + lost === 0
      ? []
      : [`${table.padEnd(12)} ${counted(count, "row")} kept${lost === 0 ? "" : `, ${lost} dropped`}`];
  });
  for (const [search, gap] of gaps)
    lines.push(`${search}: ${counted(gap, "candidate")} missing; a run assesses them again`);
  const study = basename(resolve(archivePath, "..")) || "study";
  terminal.out.write(
    `${lines.join("\n")}\n\narchive  ${shownPath(target)}\ngo on    neurofront run ${study}.json --out ${shownPath(folder)}   (with the path of your study file)\n`,
  );
}

/** The text of the resolved form that a run writes beside its archive. */
function resolvedBeside(archivePath: string): string | undefined {
  const path = join(dirname(archivePath), "resolved.json");
  return existsSync(path) ? readBounded(path, LARGEST_STUDY_BYTES)?.toString() : undefined;
}
