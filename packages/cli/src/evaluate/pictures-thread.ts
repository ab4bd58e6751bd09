import { Archive } from "@neurofront/archive";
import { unpackParcel } from "@neurofront/study";
import type { RunnableStudy, StudyParcel } from "@neurofront/study";
import { composeCatalog } from "../composition.ts";
import { loadPlugin } from "../plugins/load-plugin.ts";
import type { LocatedPlugin } from "../plugins/locate-plugin.ts";
import { answerOfThread } from "./answer-of-thread.ts";
import { picturesOf } from "./pictures.ts";
import type { Pictures } from "./pictures.ts";

/** What the models are asked for around the designs of an archive. */
export interface PicturesThreadData {
  readonly parcel: StudyParcel;
  /** Let in by the person at the terminal already. */
  readonly plugins: readonly LocatedPlugin[];
  /** Path of the archive. */
  readonly archive: string;
  readonly wanted: readonly (keyof Pictures)[];
}

async function pictured(
  { parcel, plugins, archive, wanted }: PicturesThreadData,
  onProgress: () => void,
): Promise<Partial<Pictures>> {
  const extra = await Promise.all(plugins.map((located) => loadPlugin(located)));
  const runnable = telling(await unpackParcel(parcel, composeCatalog(extra), true), onProgress);
  onProgress();
  const opened = Archive.open(archive);
  try {
    return picturesOf(runnable, (search) => opened.candidates(search), wanted);
  } finally {
    opened.close();
  }
}

/** A study whose neurons tell whenever they are asked: every assessment begins with that. */
function telling(runnable: RunnableStudy, tell: () => void): RunnableStudy {
  const models = [...runnable.models].map(([name, parts]) => {
    const { neuron } = parts;
    const characterize: typeof neuron.characterize = (...given) => {
      tell();
      return neuron.characterize(...given);
    };
    return [name, { ...parts, neuron: { ...neuron, characterize } }] as const;
  });
  return { ...runnable, models: new Map(models) };
}

await answerOfThread(pictured);
