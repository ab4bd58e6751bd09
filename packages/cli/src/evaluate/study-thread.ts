import { workerData } from "node:worker_threads";
import { threadServer } from "@neurofront/evaluators";
import type { ThreadResult, ThreadTask } from "@neurofront/evaluators";
import { assessor, unpackParcel } from "@neurofront/study";
import type { StudyParcel } from "@neurofront/study";
import { composeCatalog } from "../composition.ts";
import { loadPlugin } from "../plugins/load-plugin.ts";
import type { LocatedPlugin } from "../plugins/locate-plugin.ts";

/** What a thread is given to compute for a study. Plugins are code, so they are loaded again; everything else is data. */
export interface StudyThreadData {
  readonly parcel: StudyParcel;
  /** Let in by the person at the terminal already. */
  readonly plugins: readonly LocatedPlugin[];
}

type Server = (task: ThreadTask) => ThreadResult;

async function serve({ parcel, plugins }: StudyThreadData): Promise<Server> {
  const extra = await Promise.all(plugins.map((located) => loadPlugin(located)));
  return threadServer(assessor(await unpackParcel(parcel, composeCatalog(extra), true)));
}

/** Computes the requests of one study in a thread. */
const server: Promise<Server> = serve(workerData as StudyThreadData);
export default server;
