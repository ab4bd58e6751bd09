import { workerData } from "node:worker_threads";
import { Archive } from "@neurofront/archive";
import { wholeSearch } from "@neurofront/study";
import { threadServer } from "@neurofront/evaluators";
import type { ThreadResult, ThreadTask } from "@neurofront/evaluators";
import { BareLoop } from "./bare-loop.ts";
import type { BareTime } from "./bare-loop.ts";
import { smallAnswers, smallStudy } from "./small-study.ts";
import type { SmallThreadData } from "./small-study.ts";

async function serve(data: SmallThreadData): Promise<(task: ThreadTask) => ThreadResult | Promise<ThreadResult>> {
  const runnable = await smallStudy(data);
  return threadServer(smallAnswers(runnable, data), async (work) => {
    const bare = new BareLoop(runnable);
    const archive = Archive.openBeside(work.archivePath);
    try {
      return await wholeSearch(runnable, archive, data.isCompared ? bare.beside(work.evaluator) : work.evaluator, work);
    } finally {
      archive.close();
      work.tell(bare.time satisfies BareTime);
    }
  });
}

/** Computes candidates of the small closed forms, and whole searches of them. */
export default serve(workerData as SmallThreadData);
