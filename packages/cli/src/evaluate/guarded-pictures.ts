import { extname } from "node:path";
import type { CandidateRecord } from "@neurofront/core";
import { modelNames, packParcel } from "@neurofront/study";
import type { RunnableStudy } from "@neurofront/study";
import type { LoadedPlugin } from "../plugins/load-plugin.ts";
import { ThreadEndedError, inGuardedThread } from "./guarded-thread.ts";
import { picturesOf } from "./pictures.ts";
import type { Pictures } from "./pictures.ts";
import type { PicturesThreadData } from "./pictures-thread.ts";
import { threadLimits } from "./study-threads.ts";
import type { ComputeOptions } from "./study-threads.ts";

/** Where designs are that pictures are made of. */
export interface PicturedArchive {
  readonly path: string;
  readonly candidates: readonly CandidateRecord[];
}

/**
 * What the models say around the best designs of an archive, computed in a thread where models do not ship, because only a thread can be
 * ended that hangs or takes all memory.
 *
 * @returns why they are not there, where a model did so; all that was assessed is in the archive then
 */
export async function guardedPictures(
  runnable: RunnableStudy,
  extra: readonly LoadedPlugin[],
  archive: PicturedArchive,
  options: ComputeOptions,
  wanted: readonly (keyof Pictures)[] = ["sensitivities", "exploration"],
): Promise<Partial<Pictures> | string> {
  const plugins = extra.flatMap(({ located }) => located ?? []);
  if (options.threads === 0 || plugins.length === 0 || plugins.length < extra.length) {
    const recordsOf = (search: string) => archive.candidates.filter((record) => record.search === search);
    return picturesOf(runnable, recordsOf, wanted);
  }
  const data: PicturesThreadData = { parcel: packParcel(runnable), plugins, archive: archive.path, wanted };
  const module = new URL(`./pictures-thread${extname(import.meta.url)}`, import.meta.url);
  try {
    return await inGuardedThread(module, data, threadLimits(options));
  } catch (error) {
    if (!(error instanceof ThreadEndedError)) throw error;
    const own = new Set(extra.map(({ plugin }) => plugin.id));
    const suspects = runnable.resolved.technologies
      .filter(({ neuron, synapse, interconnect }) =>
        [neuron, synapse, interconnect].some(({ plugin }) => own.has(plugin)),
      )
      .map((technology) => `${technology.name} (${modelNames(technology)})`);
    return `${error.message}, at a design beside those of ${suspects.join(" or ")}`;
  }
}
