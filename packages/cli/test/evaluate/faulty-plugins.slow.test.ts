import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runStudy } from "../../src/index.ts";
import type { StudyFile } from "../../src/index.ts";
import { scratchFolder } from "../plugins/files.ts";
import { faultyPlugin } from "./faulty-plugin.ts";
import type { FAULTS } from "./faulty-plugin.ts";

const folder = scratchFolder();
const patience_ms = 120_000;

const study: StudyFile = {
  title: "A faulty neuron",
  held: { temperature: "300 K", workload: { use: "iris" }, accounting: "full" },
  technologies: {
    mine: {
      neuron: { use: "faulty-neuron", capacitance: { range: ["0.1 pF", "10 pF"], scale: "log" } },
      synapse: { use: "paper-generic-memristor" },
      interconnect: { use: "crossbar" },
      inputVoltage: "100 mV",
    },
  },
  objectives: [{ minimize: "energy" }, { minimize: "delay" }],
  variation: { chips: 0 },
  optimizer: { use: "sobol-search" },
  budget: { evaluations: 32 },
  seed: 1,
};

/** Of 32 designs, evenly spread over two decades, the fault meets one or two. */
const FROM_F = 8.6e-12;

const MESSAGES: readonly [keyof typeof FAULTS, message: RegExp][] = [
  ["throws", /^neuron "faulty-neuron" of plugin "faulty": square root of a negative gap$/u],
  ["hangs", /of plugin "faulty".*: no answer within 1 s$/u],
  ["exits the process", /of plugin "faulty".*: ended its thread/u],
  ["takes all memory", /of plugin "faulty".*: more than 192 MB of memory$/u],
];

describe("a model that", () => {
  it.each<[keyof typeof FAULTS, message: RegExp]>(MESSAGES)(
    "%s costs the candidate, not the run",
    async (fault, message) => {
      const plugins = [folder.write("faulty.mjs", faultyPlugin(fault, FROM_F, 1))];
      const run = runStudy(study, { plugins, threads: 1, timeLimit_s: fault === "hangs" ? 1 : 60, heapLimit_MB: 192 });
      const { candidates, front } = await run.result;
      expect(candidates).toHaveLength(32);
      const failed = candidates.filter(({ assessment }) => assessment.status === "impossible");
      expect(failed.length).toBeGreaterThan(0);
      expect(failed.length).toBeLessThan(4);
      for (const { design, assessment, violation } of failed) {
        expect(design.neuron["capacitance_F"]).toBeGreaterThan(FROM_F);
        expect(assessment.violations[0]).toMatchObject({
          code: "model-failed",
          message: expect.stringMatching(message),
        });
        expect(violation).toBe(1);
      }
      expect(candidates.filter(({ design }) => (design.neuron["capacitance_F"] as number) > FROM_F)).toEqual(failed);
      expect(front("mine/full").length).toBeGreaterThan(0);
    },
    patience_ms,
  );

  it.each<[keyof typeof FAULTS, message: RegExp]>(MESSAGES)(
    "%s costs its candidates, not the run, where threads do whole searches",
    async (fault, message) => {
      const plugins = [folder.write("faulty.mjs", faultyPlugin(fault, FROM_F, 1))];
      const out = join(folder.path, "beside");
      const limits = { timeLimit_s: fault === "hangs" ? 1 : 60, heapLimit_MB: 192 };
      const both = { ...study, held: { ...study.held, accounting: ["paper", "full"] } } satisfies StudyFile;
      const { candidates } = await runStudy(both, { plugins, out, threads: 2, ...limits }).result;
      expect(candidates).toHaveLength(64);
      const failed = candidates.filter(({ assessment }) => assessment.status === "impossible");
      expect(failed).toEqual(candidates.filter(({ design }) => (design.neuron["capacitance_F"] as number) > FROM_F));
      expect(new Set(failed.map(({ search }) => search))).toEqual(new Set(["mine/paper", "mine/full"]));
      for (const { assessment } of failed)
        expect(assessment.violations[0]).toMatchObject({
          code: "model-failed",
          message: expect.stringMatching(message),
        });
    },
    patience_ms,
  );

  it(
    "fails again and again in searches of threads stops the study, and says so",
    async () => {
      const plugins = [folder.write("faulty.mjs", faultyPlugin("throws", 1e-12, 1))];
      const both = { ...study, held: { ...study.held, accounting: ["paper", "full"] } } satisfies StudyFile;
      await expect(runStudy(both, { plugins, threads: 2, out: join(folder.path, "stopped") }).result).rejects.toThrow(
        /^search mine\/(?:paper|full) \(plugins faulty 0\.1\.0, .*\) is stopped: its models failed on/u,
      );
    },
    patience_ms,
  );

  it(
    "fails again and again stops the study and says whose it is, how often, and how it began",
    async () => {
      const plugins = [folder.write("faulty.mjs", faultyPlugin("throws", 1e-12, 1))];
      await expect(runStudy(study, { plugins, threads: 0 }).result).rejects.toThrow(
        /^search mine\/full \(plugins faulty 0\.1\.0, .*\) is stopped: its models failed on \d+ of 32 candidates\. The first was candidate \d+: neuron "faulty-neuron" of plugin "faulty": square root/u,
      );
    },
    patience_ms,
  );
});
