import type { PreparedWorkload, ResolvedMeasured } from "@neurofront/core";
import { plainDocument } from "../document.ts";
import { withMeasured } from "../measured.ts";
import { checkStudyValue } from "../parse.ts";
import type { Catalog } from "../catalog.ts";
import { resolveStudy } from "../resolve.ts";
import type { RunnableStudy } from "../resolve.ts";
import type { StudyFile } from "../study-file.ts";
import type { StudyFiles } from "../study-files.ts";
import type { TrainingStore } from "../training-store.ts";

/** A study as it goes to those who compute for it: plain data, without code. */
export interface StudyParcel {
  readonly source: unknown;
  /** Of the resolved study: who makes another one of it has other plugins. */
  readonly hash: string;
  /** What the hash depends on besides the source, for messages. */
  readonly sourceHashes: Readonly<Record<string, string>>;
  readonly measured: readonly ResolvedMeasured[];
  readonly files: StudyFiles;
  /** Networks that have been trained, by key. */
  readonly trainings: readonly (readonly [key: string, workload: PreparedWorkload])[];
}

/** Someone else's plugins, engine or files differ from those of a study. */
export class ForeignStudyError extends Error {
  override readonly name = "ForeignStudyError";
}

/** Pack a study whose networks have been prepared. */
export function packParcel({ resolved, files, trainings }: RunnableStudy): StudyParcel {
  const { source, hash, sourceHashes, measured = [] } = resolved;
  return { source, hash, sourceHashes, measured, files, trainings: [...trainings.all()] };
}

/**
 * Make a study ready to run from its parcel, without training anything that the parcel holds.
 *
 * @param isChecked whether the study comes from where it was checked against the same catalog, and not from anyone
 * @throws StudyError when the plugins of the catalog cannot run it
 * @throws ForeignStudyError when they make another study of it
 */
export async function unpackParcel(parcel: StudyParcel, catalog: Catalog, isChecked = false): Promise<RunnableStudy> {
  const texts = new Map(parcel.measured.map(({ file, text }) => [file, text]));
  const whole = withMeasured(catalog, plainDocument(parcel.source, "the study"), (file) => {
    const text = texts.get(file);
    return text === undefined ? { ok: false, problem: `names ${file}, which was not sent` } : { ok: true, text };
  });
  const trained = new Map(parcel.trainings);
  const store: TrainingStore = { read: (key) => trained.get(key), write: () => undefined };
  const known = { files: parcel.files, trainings: store };
  const parsed = isChecked
    ? { file: "the study", study: parcel.source as StudyFile }
    : checkStudyValue(parcel.source, "the study", whole);
  const runnable = await resolveStudy(parsed, whole, ".", known);
  const { hash, sourceHashes, technologies } = runnable.resolved;
  if (hash !== parcel.hash) throw new ForeignStudyError(differenceText(parcel.sourceHashes, sourceHashes));
  for (const technology of technologies) await runnable.trainings.prepareAll(technology, store);
  return runnable;
}

function differenceText(theirs: StudyParcel["sourceHashes"], ours: StudyParcel["sourceHashes"]): string {
  const shown = (hash: string | undefined): string => hash?.slice(0, 12) ?? "none";
  const different = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].filter(
    (part) => theirs[part] !== ours[part],
  );
  return different.length === 0
    ? "the study resolves to another one here: a plugin has another version with the same sources, or its files differ"
    : `the sources differ from those of the study: ${different
        .map((part) => `${part} is ${shown(ours[part])} here and ${shown(theirs[part])} there`)
        .join("; ")}; install the same versions of neurofront and of the plugins on both`;
}
