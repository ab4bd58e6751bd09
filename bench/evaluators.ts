/**
 * What it costs to have others compute: `node bench/evaluators.ts [candidates of the large study, default 1000000]`. Goals: two threads
 * 1.8 times as fast as none at 1 ms a candidate; under 20 us of processor time a candidate for the pool; two workers of a queue within
 * 15 % of two threads at 10 ms a candidate; a large study of closed forms in bounded memory, 20 000 candidates a second end to end on two
 * cores, and its ratio to a bare loop over the models. Speed-ups are those of one search, whose candidates are handed to threads, and of
 * a study of two searches, one in each thread. Candidates of the first three wait where one would compute, so that the ratios hold
 * on a loaded machine too; the first is done once more with candidates that compute, which says what two cores are worth.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { threadEvaluator } from "@neurofront/evaluators";
import { Archive } from "@neurofront/archive";
import {
  assessor,
  checkStudyValue,
  evaluatorHere,
  inProcessEvaluator,
  resolveStudy,
  runStudy,
  searchesOf,
} from "@neurofront/study";
import type { AssessmentRequest, Evaluator, RunnableStudy } from "@neurofront/study";
import { runStudy as runWhole } from "neurofront";
import type { StudyFile } from "neurofront";
import { composeCatalog } from "../packages/cli/src/composition.ts";
import { redisServer } from "../packages/cli/test/evaluate/redis-server.ts";
import { firstDesign } from "../packages/study/src/search-start.ts";
import { arithmetic, stepsOf } from "./evaluators/arithmetic.ts";
import type { BareOrder } from "./evaluators/bare-thread.ts";
import { BareLoop } from "./evaluators/bare-loop.ts";
import type { BareTime } from "./evaluators/bare-loop.ts";
import { smallAnswers, smallStudy } from "./evaluators/small-study.ts";
import type { SmallThreadData } from "./evaluators/small-study.ts";
import { studyOf } from "./evaluators/study-of.ts";
import type { WaitingThreadData } from "./evaluators/waiting-thread.ts";

/** As many as a search asks for at a time. */
const BATCH = 50;
const ROUNDS = 5;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const used_us = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return user + system;
};

const catalog = composeCatalog();
const runnableOf = async (evaluations: number) =>
  resolveStudy(checkStudyValue(studyOf(evaluations), "study.json", catalog), catalog);

const runnable = await runnableOf(BATCH);
const [search] = searchesOf(runnable.resolved);
const requests = Array.from({ length: BATCH }, (_, candidate): AssessmentRequest => ({
  search: search!.name,
  technology: search!.technology.name,
  accounting: search!.accounting,
  candidate,
  design: firstDesign(runnable, search!),
  chips: { from: 0, to: 0 },
}));
const answer = assessor(runnable)(requests[0]!);

/** Threads that wait, or compute so many steps, and then always give the same answer. */
async function waitingThreads(threads: number, wait_ms: number, steps = 0): Promise<Evaluator> {
  const data: WaitingThreadData = { answer, wait_ms, steps };
  return threadEvaluator(threads, {
    module: new URL("./evaluators/waiting-thread.ts", import.meta.url),
    data,
    timeLimit_s: 60,
    heapLimit_MB: 512,
    modelsOf: () => "the benchmark",
  });
}

/** Wall time of batches, milliseconds. */
async function batches_ms(evaluator: Evaluator, count: number): Promise<number> {
  const begun_ms = performance.now();
  for (let k = 0; k < count; k++) await evaluator.evaluate(requests);
  return (performance.now() - begun_ms) / count;
}

/** Two threads that are given all their work at once: no machine does better. */
function barePair() {
  const threads = [1, 2].map(() => new Worker(new URL("./evaluators/bare-thread.ts", import.meta.url)));
  return {
    async time_ms(order: BareOrder): Promise<number> {
      const begun_ms = performance.now();
      await Promise.all(
        threads.map((thread) => {
          thread.postMessage(order, []);
          return once(thread, "message");
        }),
      );
      return performance.now() - begun_ms;
    },
    close: () => Promise.all(threads.map((thread) => thread.terminate())),
  };
}

/** @param one computes one candidate in this thread */
async function speedUp(how: string, one: () => void, wait_ms: number, steps: number): Promise<void> {
  const [single, pair] = [await waitingThreads(1, wait_ms, steps), await waitingThreads(2, wait_ms, steps)];
  const threads = barePair();
  const ratios: { bare: number; single: number; limit: number }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const begun_ms = performance.now();
    for (let k = 0; k < 4 * BATCH; k++) one();
    const bare_ms = (performance.now() - begun_ms) / 4;
    const [single_ms, pair_ms] = [await batches_ms(single, 4), await batches_ms(pair, 4)];
    const limit_ms = (await threads.time_ms({ candidates: 2 * BATCH, wait_ms, steps })) / 4;
    if (round > 0) ratios.push({ bare: bare_ms / pair_ms, single: single_ms / pair_ms, limit: bare_ms / limit_ms });
  }
  await Promise.all([single.close(), pair.close(), threads.close()]);
  console.log(
    `speed-up of 2 threads at 1 ms of ${how} a candidate, batches of ${BATCH}: ` +
      `${median(ratios.map(({ bare }) => bare)).toFixed(2)} against a bare loop, ` +
      `${median(ratios.map((ratio) => ratio.single)).toFixed(2)} against 1 thread; goal 1.8; ` +
      `two bare threads, given everything at once, ${median(ratios.map(({ limit }) => limit)).toFixed(2)}`,
  );
}

/** Processor time of two messages, there and back, microseconds. */
async function messages_us(count: number): Promise<number> {
  const thread = new Worker(new URL("./evaluators/echo-thread.ts", import.meta.url));
  const exchange = async (): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    thread.once("message", resolve);
    thread.postMessage(0, []);
    await promise;
  };
  for (let k = 0; k < count; k++) await exchange();
  const before = process.cpuUsage();
  for (let k = 0; k < count; k++) await exchange();
  const each_us = used_us(before) / count;
  await thread.terminate();
  return each_us;
}

async function poolOverhead(): Promise<void> {
  const pool = await waitingThreads(2, 0);
  const times_us: number[] = [];
  // Code is compiled while it runs, for the first ten thousands of candidates.
  await batches_ms(pool, 1000);
  for (let round = 0; round < 4 * ROUNDS; round++) {
    const before = process.cpuUsage();
    await batches_ms(pool, 40);
    times_us.push(used_us(before) / (40 * BATCH));
  }
  await pool.close();
  console.log(
    `pool overhead, batches of ${BATCH}, answers of ${JSON.stringify(answer).length} bytes: ${median(times_us).toFixed(1)} us of processor time a candidate, both sides; ` +
      `two messages a batch alone are ${((await messages_us(2000)) / BATCH).toFixed(1)} of it; goal 20`,
  );
}

/** A run into a new archive. */
async function runInto(large: RunnableStudy, evaluator: Evaluator) {
  const candidates = large.resolved.budget.evaluations * searchesOf(large.resolved).length;
  const folder = mkdtempSync(join(tmpdir(), "neurofront-bench-"));
  const path = join(folder, "archive.sqlite");
  const archive = Archive.create(path, large.resolved);
  const memory_MB: number[] = [];
  let next = candidates / 10;
  const [before, begun_ms] = [process.cpuUsage(), performance.now()];
  await runStudy(
    large,
    archive,
    ({ totalDone }) => {
      if (totalDone < next) return;
      next += candidates / 10;
      memory_MB.push(process.memoryUsage().heapUsed / 1e6);
    },
    { evaluator },
  );
  const run = { candidates, memory_MB, used_us: used_us(before), time_ms: performance.now() - begun_ms };
  archive.close();
  const { size } = statSync(path);
  rmSync(folder, { recursive: true, force: true });
  return { ...run, size };
}

function tellLarge(what: string, run: Awaited<ReturnType<typeof runInto>>, bare: BareTime, threads: number): void {
  const { candidates, memory_MB, size } = run;
  const aSecond = (1e3 * candidates) / (run.time_ms - bare.time_ms / threads);
  const modelsASecond = (1e3 * bare.candidates) / bare.time_ms;
  console.log(
    `${candidates} candidates of ${what}: ${aSecond.toFixed(0)} a second end to end, ${(aSecond / modelsASecond).toFixed(2)} of the speed of a bare loop over ` +
      `the models in one thread, ${modelsASecond.toFixed(0)} a second; ` +
      `${(size / candidates).toFixed(0)} bytes each; heap ${memory_MB[0]!.toFixed(0)} MB at a tenth, ${memory_MB.at(-1)!.toFixed(0)} MB at the end`,
  );
}

/** A large study into a new archive, decided upon in this thread, beside the bare models in the same minutes. */
async function largeStudy(what: string, large: RunnableStudy, inner = inProcessEvaluator(large)): Promise<void> {
  const bare = new BareLoop(large);
  const { searchers: _none, ...handing } = inner;
  const run = await runInto(large, bare.beside(handing));
  tellLarge(what, run, bare.time, 1);
  const each_us = (run.used_us - bare.time.used_us) / run.candidates;
  console.log(
    `  ${each_us.toFixed(1)} us of processor time each, ${((each_us * bare.time.candidates) / bare.time.used_us).toFixed(2)} of that of the models`,
  );
}

/** Two threads for the small study. */
function smallThreads(data: SmallThreadData, onTold: (told: unknown) => void = () => undefined): Promise<Evaluator> {
  return threadEvaluator(2, {
    module: new URL("./evaluators/small-thread.ts", import.meta.url),
    data,
    timeLimit_s: 60,
    heapLimit_MB: 512,
    modelsOf: () => "the benchmark",
    onTold,
  });
}

/** The two searches of a large study beside each other; the bare models in the threads that do them, while both are busy. */
async function largeBeside(evaluations: number): Promise<void> {
  const bare: BareTime = { candidates: 0, time_ms: 0, used_us: 0 };
  const threads = await smallThreads({ evaluations, wait_ms: 0, steps: 0, isCompared: true }, (told) => {
    const { candidates, time_ms } = told as BareTime;
    bare.candidates += candidates;
    bare.time_ms += time_ms;
  });
  const run = await runInto(await smallStudy({ evaluations }), threads);
  await threads.close();
  tellLarge("small closed forms, a search in each of two threads (goal 20000 a second)", run, bare, 2);
}

/** A study of two searches, end to end: a thread for each, against this one. */
async function studySpeedUp(how: string, wait_ms: number, steps: number): Promise<void> {
  const data: SmallThreadData = { evaluations: 2000, wait_ms, steps, isCompared: false };
  const study = await smallStudy(data);
  const threads = await smallThreads(data);
  const here = evaluatorHere(smallAnswers(study, data));
  const ratios: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const ratio = (await runInto(study, here)).time_ms / (await runInto(study, threads)).time_ms;
    if (round > 0) ratios.push(ratio);
  }
  await threads.close();
  console.log(
    `speed-up of a study of two searches at 1 ms of ${how} a candidate, a search in each of two threads: ` +
      `${median(ratios).toFixed(2)} against this thread; goal 1.8`,
  );
}

/** A neuron whose answer takes 10 ms of waiting. */
const SLOW = `import plugin from ${JSON.stringify(join(import.meta.dirname, "../packages/cli/templates/neuron/src/index.ts"))};
const [neuron] = plugin.models;
const clock = new Int32Array(new SharedArrayBuffer(4));
const characterize = (design, operating) => (Atomics.wait(clock, 0, 0, 10), neuron.characterize(design, operating));
export default { ...plugin, id: "slow", models: [{ ...neuron, id: "slow-neuron", characterize }] };
`;

async function queueAgainstThreads(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "neurofront-bench-"));
  const plugin = join(folder, "slow.mjs");
  writeFileSync(plugin, SLOW);
  const server = await redisServer(folder);
  await server.start();
  const queue = `redis://127.0.0.1:${server.port}`;
  const bin = join(import.meta.dirname, "../packages/cli/bin/neurofront.js");
  const workers = [1, 2].map(() =>
    spawn(process.execPath, [bin, "worker", "--queue", queue, "--threads", "1", "--plugin", plugin], {
      stdio: "ignore",
    }),
  );
  const study = (seed: number): StudyFile => ({
    ...studyOf(600),
    technologies: {
      slow: {
        neuron: { use: "slow-neuron", capacitance: { range: ["0.1 pF", "10 pF"] } },
        synapse: { use: "paper-generic-memristor" },
        interconnect: { use: "crossbar" },
        inputVoltage: "100 mV",
      },
    },
    seed,
  });
  /** From the second batch on, when all have started. */
  const time_ms = async (
    seed: number,
    how: { readonly threads?: number; readonly queue?: string },
  ): Promise<number> => {
    let begun_ms = 0;
    for await (const { done } of runWhole(study(seed), { plugins: [plugin], ...how }))
      if (done === 2 * BATCH) begun_ms = performance.now();
    return performance.now() - begun_ms;
  };
  const ratios: number[] = [];
  for (let seed = 1; seed <= 3; seed++)
    ratios.push((await time_ms(seed, { queue })) / (await time_ms(seed, { threads: 2 })));
  for (const worker of workers) worker.kill("SIGKILL");
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
  console.log(
    `2 workers of a queue against 2 threads at 10 ms a candidate: ${median(ratios).toFixed(2)} of the time; goal 1.15`,
  );
}

const clock = new Int32Array(new SharedArrayBuffer(4));
await speedUp("waiting", () => Atomics.wait(clock, 0, 0, 1), 1, 0);
const steps = stepsOf(1);
await speedUp("computing", () => arithmetic(steps), 0, steps);
await studySpeedUp("waiting", 1, 0);
await studySpeedUp("computing", 0, steps);
await poolOverhead();
await largeStudy("a domain-wall network with errors and wires, in this thread", await runnableOf(10_000));
const evaluations = Number(process.argv[2] ?? 1_000_000) / 2;
await largeStudy("small closed forms, in this thread", await smallStudy({ evaluations }));
await largeBeside(evaluations);
const fewer = { evaluations: evaluations / 5, wait_ms: 0, steps: 0, isCompared: false };
const handed = await smallThreads(fewer);
await largeStudy("small closed forms, each handed to one of two threads", await smallStudy(fewer), handed);
await handed.close();
await queueAgainstThreads();
console.log(
  `load of the machine: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(", ")}`,
);
