import { workerData } from "node:worker_threads";
import { threadServer } from "@neurofront/evaluators";
import type { ThreadResult, ThreadTask } from "@neurofront/evaluators";
import { assessor, unpackParcel } from "@neurofront/study";
import type { StudyParcel } from "@neurofront/study";
import { composeCatalog } from "../composition.ts";
import { loadPlugin } from "../plugins/load-plugin.ts";
import type { LocatedPlugin } from "../plugins/locate-plugin.ts";
import { searchServer } from "./search-of-thread.ts";
import type { ThreadSurroundings } from "./search-of-thread.ts";

/** What a thread is given to compute for a study. Plugins are code, so they are loaded again; everything else is data. */
export interface StudyThreadData {
  readonly parcel: StudyParcel;
  /** Let in by the person at the terminal already. */
  readonly plugins: readonly LocatedPlugin[];
  /** Where it may do whole searches as well. */
  readonly searches: ThreadSurroundings | undefined;
}

type Server = (task: ThreadTask) => ThreadResult | Promise<ThreadResult>;

async function serve({ parcel, plugins, searches }: StudyThreadData): Promise<Server> {
  const extra = await Promise.all(plugins.map((located) => loadPlugin(located)));
  const runnable = await unpackParcel(parcel, composeCatalog(extra), true);
  return threadServer(assessor(runnable), searches && searchServer(runnable, extra, searches));
}

/** Computes the requests of one study in a thread, and its searches. */
const server: Promise<Server> = serve(workerData as StudyThreadData);
export default server;
