/**
 * What is gained where candidates take very different times: `node bench/asynchronous.ts`. Threads wait for each candidate where they
 * would compute, log-normally distributed; the same search in batches and asynchronously, by turns, each against the least possible: the
 * sum of the waits shared out among the threads. What a candidate costs the thread that decides shows at short waits, and on a loaded
 * machine.
 */
import { loadavg } from "node:os";
import { threadEvaluator } from "@neurofront/evaluators";
import { Archive } from "@neurofront/archive";
import { assessor, checkStudyValue, resolveStudy, runStudy, searchesOf } from "@neurofront/study";
import { composeCatalog } from "../packages/cli/src/composition.ts";
import { firstDesign } from "../packages/study/src/search-start.ts";
import { studyOf } from "./evaluators/study-of.ts";
import { waitOf_ms } from "./evaluators/waiting-thread.ts";
import type { WaitingThreadData } from "./evaluators/waiting-thread.ts";

const CANDIDATES = 200;
const ROUNDS = 5;
/** Of the logarithm of a wait: one in twenty takes five times the median. */
const SPREAD = 1;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const catalog = composeCatalog();
const runnable = await resolveStudy(checkStudyValue(studyOf(CANDIDATES), "study.json", catalog), catalog);
const [search] = searchesOf(runnable.resolved);
const { technology, accounting, name } = search!;
const design = firstDesign(runnable, search!);
const answer = assessor(runnable)({
  search: name,
  technology: technology.name,
  accounting,
  candidate: 0,
  design,
  chips: { from: 0, to: 0 },
});

for (const [threads, mean_ms] of [
  [2, 5],
  [2, 50],
  [8, 50],
] as const) {
  const data: WaitingThreadData = { answer, wait_ms: mean_ms, spread: SPREAD };
  const evaluator = await threadEvaluator(threads, {
    module: new URL("./evaluators/waiting-thread.ts", import.meta.url),
    data,
    timeLimit_s: 60,
    heapLimit_MB: 512,
    modelsOf: () => "the benchmark",
  });
  const time_ms = async (asynchronous: boolean): Promise<number> => {
    const archive = Archive.create(":memory:", runnable.resolved);
    const begun_ms = performance.now();
    await runStudy(runnable, archive, () => undefined, { evaluator, asynchronous });
    archive.close();
    return performance.now() - begun_ms;
  };
  const waits_ms = Array.from({ length: CANDIDATES }, (_, candidate) => waitOf_ms(data, candidate));
  const least_ms = waits_ms.reduce((sum, wait_ms) => sum + wait_ms, 0) / threads;
  const rounds: { batches_ms: number; asynchronous_ms: number }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const times = { batches_ms: await time_ms(false), asynchronous_ms: await time_ms(true) };
    if (round > 0) rounds.push(times);
  }
  await evaluator.close();
  const ratio = median(rounds.map(({ batches_ms, asynchronous_ms }) => asynchronous_ms / batches_ms));
  const [batches, asynchronous] = (["batches_ms", "asynchronous_ms"] as const).map((key) =>
    (median(rounds.map((times) => times[key])) / least_ms).toFixed(2),
  );
  console.log(
    `${threads} threads, ${mean_ms} ms a candidate: asynchronous ${ratio.toFixed(2)} of the time of batches; ${asynchronous} and ${batches} of the least possible`,
  );
}
console.log(
  `load of the machine: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(", ")}`,
);
