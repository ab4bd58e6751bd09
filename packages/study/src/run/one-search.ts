import type { Archive } from "@neurofront/archive";
import type { RunnableStudy } from "../resolve.ts";
import type { Search } from "../search-start.ts";
import { searchAsynchronously } from "./asynchronous-search.ts";
import type { Computing } from "./asynchronous-search.ts";
import { LateArchive } from "./late-archive.ts";
import { endingAfter } from "./search-session.ts";
import type { OnProgress } from "./search-session.ts";
import { searchWork } from "./search-work.ts";
import { complete } from "./work.ts";

/**
 * Do a search to its end.
 *
 * @param isAsynchronous whether it goes on without batches
 * @throws ModelError when models fail on too many candidates
 * @throws the reason of the signal that stops or ends it
 */
export async function runSearch(
  runnable: RunnableStudy,
  search: Search,
  archive: Archive,
  onProgress: OnProgress,
  computing: Computing,
  isAsynchronous: boolean,
): Promise<void> {
  if (isAsynchronous) return searchAsynchronously(runnable, search, archive, onProgress, computing);
  const { evaluator, signal, ending } = computing;
  const late = new LateArchive(archive);
  const flush = (): void => late.flush();
  // Where nobody computes meanwhile, it is written less often.
  const meanwhile = evaluator.slots() > 1 ? flush : undefined;
  try {
    await complete(
      searchWork(runnable, search, archive, endingAfter(onProgress, ending), late),
      evaluator,
      signal,
      meanwhile,
    );
  } finally {
    flush();
  }
}
