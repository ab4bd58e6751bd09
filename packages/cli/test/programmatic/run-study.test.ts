import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runStudy } from "../../src/index.ts";
import type { Progress, StudyFile } from "../../src/index.ts";
import templateNeuron from "../../templates/neuron/src/index.ts";
import { scratchFolder } from "../plugins/files.ts";

const folder = scratchFolder();
const patience_ms = 120_000;

const study: StudyFile = {
  title: "From a program",
  held: { temperature: "300 K", workload: { use: "characters", recipe: "ridge" }, accounting: "full" },
  technologies: {
    mine: {
      neuron: { use: "template-neuron", capacitance: { range: ["0.1 pF", "10 pF"] } },
      synapse: { use: "paper-generic-memristor", fullScaleCurrent: { range: ["0.3 uA", "30 uA"] } },
      interconnect: { use: "crossbar" },
      inputVoltage: { range: ["50 mV", "500 mV"] },
    },
  },
  objectives: [{ minimize: "energy" }, { minimize: "delay" }],
  variation: { chips: 4 },
  budget: { evaluations: 45 },
  seed: 1,
};

describe("runStudy", () => {
  it(
    "loops over progress, then gives front and best; a plugin is a value",
    async () => {
      const run = runStudy(study, { plugins: [templateNeuron] });
      const told: Progress[] = [];
      for await (const progress of run) told.push(progress);
      expect(told.at(-1)).toMatchObject({ stage: "verify", search: "mine/full" });
      expect(told.filter(({ stage }) => stage === "search").at(-1)).toMatchObject({ done: 45, budget: 45 });
      const { candidates, front, best, verifications, study: resolved } = await run.result;
      expect(candidates.map(({ candidate }) => candidate)).toEqual(Array.from({ length: 45 }, (_, k) => k));
      expect(front("mine/full").length).toBeGreaterThan(1);
      const least = Math.min(...front("mine/full").map(({ assessment }) => assessment.metrics.edp!));
      expect(best("mine/full")?.assessment.metrics.edp).toBe(least);
      expect(verifications.length).toBeGreaterThan(0);
      expect(resolved.references.map(({ key }) => key)).toContain("nyquist1928");
      expect(best("other/full")).toBeUndefined();
      // A second loop sees the same from the beginning.
      const again: Progress[] = [];
      for await (const progress of run) again.push(progress);
      expect(again).toEqual(told);
    },
    patience_ms,
  );

  it(
    "stopped by its signal leaves an archive, and goes on there to the same result",
    async () => {
      const out = join(folder.path, "out");
      const reason = new Error("enough");
      const controller = new AbortController();
      // Two batches.
      const quick: StudyFile = { ...study, optimizer: { use: "random-search" }, budget: { evaluations: 60 } };
      const stopped = runStudy(quick, { plugins: [templateNeuron], out, signal: controller.signal });
      const stop = async () => {
        for await (const { done } of stopped) if (done < 60) controller.abort(reason);
      };
      await expect(stop()).rejects.toBe(reason);
      await expect(stopped.result).rejects.toBe(reason);
      const resumed = await runStudy(quick, { plugins: [templateNeuron], out }).result;
      const whole = await runStudy(quick, { plugins: [templateNeuron] }).result;
      expect(resumed.candidates).toEqual(whole.candidates);
    },
    patience_ms,
  );

  it.each<[string, () => ReturnType<typeof runStudy>, string]>([
    ["a model that there is not", () => runStudy(study), `/technologies/mine/neuron/use names "template-neuron"`],
    ["what is no plugin", () => runStudy(study, { plugins: [{} as never] }), "a plugin that was passed has no id"],
    ["no study", () => runStudy(join(folder.path, "none.json")), "there is no such file"],
    [
      "a plugin that nobody passed",
      () => runStudy({ ...study, plugins: ["./mine"] }),
      `/plugins/0 requires "./mine", whose code you have not allowed to run`,
    ],
  ])("%s is refused by loop and result", async (_what, start, message) => {
    const run = start();
    const loop = async () => {
      for await (const progress of run) expect.unreachable(progress.search);
    };
    await expect(loop()).rejects.toThrow(message);
    await expect(run.result).rejects.toThrow(message);
  });

  it("a signal that has fired starts nothing", async () => {
    const run = runStudy(study, { plugins: [templateNeuron], signal: AbortSignal.abort(new Error("late")) });
    await expect(run.result).rejects.toThrow("late");
  });
});
