import { Archive } from "@neurofront/archive";
import { unknownName } from "@neurofront/report";
import type { ReportInput } from "@neurofront/report";
import { UsageError } from "./usage-error.ts";

/**
 * Everything that reports and exports read of an archive.
 *
 * @throws ArchiveError when it cannot be read
 * @throws UsageError when it names a metric or an accounting that there is not
 */
export function readArchive(path: string): ReportInput {
  const archive = Archive.open(path);
  try {
    const study = archive.study();
    const unknown = unknownName(study);
    if (unknown !== undefined)
      throw new UsageError(`${path} names ${JSON.stringify(unknown)}, which is no metric and no accounting here`);
    return {
      study,
      candidates: archive.candidates(),
      verifications: archive.verifications(),
      notes: archive.notes(),
      asynchronous: archive.asynchronousSearches(),
      samples: archive.samples(),
    };
  } finally {
    archive.close();
  }
}
