import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { runStudy } from "../../src/index.ts";
import type { StudyFile } from "../../src/index.ts";
import { runNeurofront } from "../run-neurofront.ts";
import { archiveContents } from "./archive-contents.ts";
import { cableTo, redisServer, withoutRedis } from "./redis-server.ts";
import type { Cable, RedisServer } from "./redis-server.ts";

const BIN = join(import.meta.dirname, "../../bin/neurofront.js");
const TEMPLATE = join(import.meta.dirname, "../../templates/neuron/src/index.ts");
const patience_ms = 240_000;

const study: StudyFile = {
  title: "Computed elsewhere",
  held: { temperature: "300 K", workload: { use: "iris" }, accounting: "full" },
  technologies: {
    mine: {
      neuron: { use: "slow-neuron", capacitance: { range: ["0.1 pF", "10 pF"], scale: "log" } },
      synapse: { use: "paper-generic-memristor", fullScaleCurrent: { range: ["0.3 uA", "30 uA"] } },
      interconnect: { use: "crossbar" },
      inputVoltage: "100 mV",
    },
  },
  objectives: [{ minimize: "energy" }, { minimize: "delay" }],
  constraints: [{ metric: "accuracy", statistic: "p05", atLeast: "20 %" }],
  variation: { chips: 8, eliteChips: 8 },
  optimizer: { use: "nsga2" },
  budget: { evaluations: 100 },
  seed: 5,
};

/** The neuron of the template, which takes 30 ms for an answer. */
const slowPlugin = (version: string): string => `import plugin from ${JSON.stringify(TEMPLATE)};
const [neuron] = plugin.models;
const wait = new Int32Array(new SharedArrayBuffer(4));
const characterize = (design, operating) => {
  Atomics.wait(wait, 0, 0, 30);
  return neuron.characterize(design, operating);
};
export default { ...plugin, id: "slow", version: "${version}", models: [{ ...neuron, id: "slow-neuron", characterize }] };
`;

describe.skipIf(withoutRedis)("workers of a queue", () => {
  let folder = "";
  let plugin = "";
  let server: RedisServer;
  let cable: Cable;
  let undisturbed: Record<string, unknown[]>;
  const workers: { readonly process: ChildProcess; told: string }[] = [];

  /** Each test has its own, so that none finds the results of another. */
  let database = 0;
  const address = (port: number): string => `redis://127.0.0.1:${port}/${database}`;

  /** Start one, at the end of a cable or straight. */
  const startWorker = (port: number, plugins = plugin) => {
    const args = [BIN, "worker", "--queue", address(port), "--threads", "1", "--plugin", plugins];
    const worker = { process: spawn(process.execPath, args), told: "" };
    worker.process.stderr.on("data", (text: Buffer) => (worker.told += text.toString()));
    workers.push(worker);
    return worker;
  };
  const until = async (isTrue: () => boolean): Promise<void> => {
    while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  /** Run by way of the queue; something happens when so many candidates have been assessed. */
  const runWith = async (
    port: number,
    disturb: () => Promise<void> | void,
    { asynchronous = false, out = mkdtempSync(join(folder, "run-")) } = {},
  ): Promise<Record<string, unknown[]>> => {
    const run = runStudy(study, { plugins: [plugin], queue: address(port), out, asynchronous });
    let isDisturbed = false;
    for await (const { done } of run) {
      if (isDisturbed || done < 20) continue;
      isDisturbed = true;
      // In the midst of the jobs of the next batch.
      await new Promise((resolve) => setTimeout(resolve, 150));
      await disturb();
    }
    expect(isDisturbed).toBe(true);
    await run.result;
    return archiveContents(join(out, "archive.sqlite"));
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "neurofront-queue-"));
    plugin = join(folder, "slow.mjs");
    writeFileSync(plugin, slowPlugin("1.0.0"));
    server = await redisServer(folder);
    await server.start();
    cable = await cableTo(server.port);
    const out = join(folder, "undisturbed");
    await runStudy(study, { plugins: [plugin], threads: 0, out }).result;
    undisturbed = archiveContents(join(out, "archive.sqlite"));
  }, patience_ms);
  afterEach(async () => {
    database++;
    for (const { process: worker } of workers.splice(0))
      if (worker.exitCode === null && worker.signalCode === null) {
        const gone = once(worker, "exit");
        worker.kill("SIGKILL");
        await gone;
      }
  });
  afterAll(async () => {
    cable.close();
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    "find what one process finds, and refuse a study of another version of a plugin",
    { timeout: patience_ms },
    async () => {
      const other = join(folder, "other", "slow.mjs");
      mkdirSync(join(folder, "other"));
      writeFileSync(other, slowPlugin("1.0.1"));
      const [refusing] = [startWorker(server.port, other), startWorker(server.port), startWorker(server.port)];
      expect(await runWith(server.port, () => until(() => refusing.told.includes("refused")))).toEqual(undisturbed);
      expect(refusing.told).toMatch(
        /refused study [0-9a-f]{12}: the sources differ from those of the study: slow is [0-9a-f]{12} here and [0-9a-f]{12} there/u,
      );
    },
  );

  it("killed in the midst of a job, another finishes it", { timeout: patience_ms }, async () => {
    const [victim] = [startWorker(server.port), startWorker(server.port)];
    const result = await runWith(server.port, () => void victim.process.kill("SIGKILL"));
    expect(victim.process.signalCode).toBe("SIGKILL");
    expect(result).toEqual(undisturbed);
  });

  it("of an asynchronous run may be killed, and one process repeats it", { timeout: patience_ms }, async () => {
    const [victim] = [startWorker(server.port), startWorker(server.port)];
    const out = join(folder, "asynchronous");
    const found = await runWith(server.port, () => void victim.process.kill("SIGKILL"), { asynchronous: true, out });
    expect(victim.process.signalCode).toBe("SIGKILL");
    // Two workers with two requests each; before they were there, one was reckoned with.
    expect(found["schedule"]![0]).toMatchObject({ told: null, asked: 2 });
    expect(found["schedule"]!.some((row) => (row as { asked: number }).asked > 1)).toBe(true);
    const archive = join(out, "archive.sqlite");
    const again = await runNeurofront(["reproduce", archive, "--plugin", plugin, "--threads", "0"], folder);
    expect(again.out).toContain("Reproduced: every number came out again to the last digit.");
    expect(again.code).toBe(0);
  });

  it("go on when Redis has been killed and started again", { timeout: patience_ms }, async () => {
    startWorker(server.port);
    startWorker(server.port);
    const result = await runWith(server.port, async () => {
      await server.kill();
      await server.start();
    });
    expect(result).toEqual(undisturbed);
  });

  it("go on when the connection of run and workers has been cut", { timeout: patience_ms }, async () => {
    startWorker(cable.port);
    startWorker(cable.port);
    expect(await runWith(cable.port, () => cable.cut(1500))).toEqual(undisturbed);
  });

  it("end at a signal even when the queue is gone, as a run does", { timeout: patience_ms }, async () => {
    const worker = startWorker(cable.port);
    const reason = new Error("enough");
    const controller = new AbortController();
    const run = runStudy(study, { plugins: [plugin], queue: address(cable.port), signal: controller.signal });
    await until(() => worker.told.includes("computing for study"));
    const isCut = cable.cut(20_000);
    controller.abort(reason);
    worker.process.kill("SIGTERM");
    const [code] = (await once(worker.process, "exit")) as [number | null];
    expect(code).toBe(0);
    await expect(run.result).rejects.toBe(reason);
    await isCut;
  });
});
