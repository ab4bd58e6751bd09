import type { AnyDesign, PreparedWorkload } from "@neurofront/core";
import type { RunnableStudy } from "@neurofront/study";
import { composeCatalog } from "../composition.ts";
import { loadPlugin } from "../plugins/load-plugin.ts";
import type { LocatedPlugin } from "../plugins/locate-plugin.ts";
import { answerOfThread } from "./answer-of-thread.ts";

/** A network to train. */
export interface TrainingThreadData {
  /** Let in by the person at the terminal already. */
  readonly plugins: readonly LocatedPlugin[];
  /** Id of the workload's model. */
  readonly model: string;
  readonly design: AnyDesign;
  readonly seed: number;
  readonly files: RunnableStudy["files"];
}

async function trained(
  { plugins, model, design, seed, files }: TrainingThreadData,
  onProgress: () => void,
): Promise<PreparedWorkload> {
  const extra = await Promise.all(plugins.map((located) => loadPlugin(located)));
  const workload = composeCatalog(extra).workload.get(model)!;
  onProgress();
  return workload.model.prepare(design, seed, files);
}

await answerOfThread(trained);
