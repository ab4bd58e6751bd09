/**
 * What it costs to find, and to keep, an answer: `node bench/cache.ts`. A candidate is worth keeping where it takes ten times as long as to
 * be found (`WORTH_MS` in packages/study/src/evaluate/cached.ts).
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { ResultCache } from "@neurofront/cache";
import { cachedEvaluator, checkStudyValue, inProcessEvaluator, resolveStudy, searchesOf } from "@neurofront/study";
import type { AssessmentRequest, Evaluator } from "@neurofront/study";
import { composeCatalog } from "../packages/cli/src/composition.ts";
import { searchSpace } from "../packages/study/src/space.ts";

const CANDIDATES = 400;
/** As many as a search asks for at a time. */
const BATCH = 50;
const ROUNDS = 5;

const catalog = composeCatalog();
const path = join(import.meta.dirname, "../studies/spin-vs-cmos.json");
const study: unknown = JSON.parse(readFileSync(path, "utf8"));
const runnable = await resolveStudy(checkStudyValue(study, path, catalog), catalog);
const [search] = searchesOf(runnable.resolved);
const space = searchSpace(search!.technology);

/** Processor time in us of a candidate, the least of some rounds. */
async function cost_us(evaluatorOf: () => Evaluator, requests: readonly AssessmentRequest[]): Promise<number> {
  let least_us = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const evaluator = evaluatorOf();
    const before = process.cpuUsage();
    for (let from = 0; from < requests.length; from += BATCH)
      await evaluator.evaluate(requests.slice(from, from + BATCH));
    const { user, system } = process.cpuUsage(before);
    least_us = Math.min(least_us, (user + system) / requests.length);
  }
  return least_us;
}

const folder = mkdtempSync(join(tmpdir(), "neurofront-bench-cache-"));
console.log(`load ${loadavg()[0]!.toFixed(1)}; processor time a candidate, least of ${ROUNDS} rounds of ${CANDIDATES}`);
for (const chips of [0, 4]) {
  const requests = Array.from({ length: CANDIDATES }, (_, candidate): AssessmentRequest => ({
    search: search!.name,
    technology: search!.technology.name,
    accounting: search!.accounting,
    candidate,
    design: space.decode(space.dimensions.map((_dimension, k) => (candidate * (k + 1) * 0.618) % 1)),
    chips: { from: 0, to: chips },
  }));
  const answers = await inProcessEvaluator(runnable).evaluate(requests);
  const ready: Evaluator = {
    evaluate: (list) => Promise.resolve(list.map(({ candidate }) => answers[candidate]!)),
    slots: () => 1,
    close: () => Promise.resolve(),
  };
  const caches: ResultCache[] = [];
  const opened = (name: string): ResultCache => {
    const cache = new ResultCache(join(folder, name));
    caches.push(cache);
    return cache;
  };
  let round = 0;
  const cached = (store: ResultCache) => cachedEvaluator(runnable, ready, { store, computer: "here", worth_ms: 0 });
  const kept_us = await cost_us(() => cached(opened(`${chips}-${round++}`)), requests);
  const found_us = await cost_us(() => cached(opened(`${chips}-0`)), requests);
  const bare_us = await cost_us(() => inProcessEvaluator(runnable), requests.slice(0, BATCH));
  const bytes = caches[0]!.contents().groups[0]!.size_bytes / CANDIDATES;
  for (const cache of caches) cache.close();
  console.log(
    `${chips} chips: looked up in vain and kept ${kept_us.toFixed(0)} us, found ${found_us.toFixed(0)} us, computed ${bare_us.toFixed(0)} us; ${bytes.toFixed(0)} bytes`,
  );
}
rmSync(folder, { recursive: true });
