import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runStudy } from "../../src/index.ts";
import type { StudyFile } from "../../src/index.ts";
import { scratchFolder } from "../plugins/files.ts";
import { neurofront } from "../tiny-study.ts";
import { FAULTS } from "./faulty-plugin.ts";

const folder = scratchFolder();
const patience_ms = 120_000;
const template = (role: string): string => join(import.meta.dirname, `../../templates/${role}/src/index.ts`);

const study = (workload: string, neuron: string): StudyFile => ({
  title: "A faulty plugin",
  held: { temperature: "300 K", workload: { use: workload }, accounting: "full" },
  technologies: {
    mine: {
      neuron: { use: neuron },
      synapse: { use: "paper-generic-memristor" },
      interconnect: { use: "crossbar" },
      inputVoltage: { range: ["50 mV", "200 mV"] },
    },
  },
  objectives: [{ minimize: "energy" }, { minimize: "delay" }],
  variation: { chips: 0 },
  optimizer: { use: "sobol-search" },
  budget: { evaluations: 8 },
  seed: 1,
});

/** The workload of the template, which does something before it trains. */
const faultyWorkload = (fault: string): string => `import plugin from ${JSON.stringify(template("workload"))};
const [workload] = plugin.models;
const prepare = async (design, seed) => { ${fault} return workload.prepare(design, seed); };
export default { ...plugin, id: "faulty", models: [{ ...workload, id: "faulty-workload", prepare }] };
`;

/** The neuron of the template, which does something where it is asked for the figures of a report. */
const faultyInReports = (fault: string): string => `import { workerData } from "node:worker_threads";
import plugin from ${JSON.stringify(template("neuron"))};
const [neuron] = plugin.models;
const characterize = (design, operating) => {
  if (workerData?.data?.archive !== undefined) { ${fault} }
  return neuron.characterize(design, operating);
};
export default { ...plugin, id: "faulty", models: [{ ...neuron, id: "faulty-neuron", characterize }] };
`;

describe("a workload that, when it trains,", () => {
  it.each<[keyof typeof FAULTS, RegExp]>([
    ["throws", /^square root of a negative gap$/u],
    [
      "hangs",
      /^workload "faulty-workload" of plugin "faulty" gives no network: no answer within 2 s; correct the plugin, or allow more with --time-limit$/u,
    ],
    ["exits the process", /gives no network: ended its thread;/u],
    ["takes all memory", /gives no network: more than 192 MB of memory;/u],
  ])(
    "%s ends the study with a word, not the program",
    async (fault, message) => {
      const plugins = [folder.write("faulty.mjs", faultyWorkload(FAULTS[fault]))];
      const options = { plugins, threads: 1, timeLimit_s: fault === "hangs" ? 2 : 60, heapLimit_MB: 192 };
      await expect(runStudy(study("faulty-workload", "ideal-neuron"), options).result).rejects.toThrow(message);
    },
    patience_ms,
  );

  it(
    "does nothing wrong trains the network that it would train in the main thread",
    async () => {
      const plugins = [folder.write("faulty.mjs", faultyWorkload(""))];
      const [here, there] = await Promise.all(
        [0, 1].map((threads) => runStudy(study("faulty-workload", "ideal-neuron"), { plugins, threads }).result),
      );
      expect(there!.study.hash).toBe(here!.study.hash);
      expect(there!.candidates).toEqual(here!.candidates);
    },
    patience_ms,
  );
});

describe("a model that, when a report asks it,", () => {
  it.each<[keyof typeof FAULTS, string, string]>([
    ["hangs", "2 s", "no answer within 2 s"],
    ["exits the process", "60 s", "ended its thread"],
  ])(
    "%s costs the figures that need it, not the report",
    async (fault, limit, why) => {
      const plugin = folder.write("faulty.mjs", faultyInReports(FAULTS[fault]));
      const path = folder.write("study.json", JSON.stringify(study("iris", "faulty-neuron")));
      const out = join(folder.path, "out");
      const { code, err } = await neurofront(
        "run",
        path,
        "--out",
        out,
        "--plugin",
        plugin,
        "--threads",
        "1",
        "--time-limit",
        limit,
      );
      expect(code, err).toBe(0);
      expect(err).toContain(
        `figures that need the models (sensitivities, maps, variation, devices) are left out: ${why}, at a design beside those of mine (neuron "faulty-neuron" of plugin "faulty"`,
      );
      expect(existsSync(join(out, "report.html"))).toBe(true);
    },
    patience_ms,
  );

  it(
    "does nothing wrong draws the report of the main thread",
    async () => {
      const plugin = folder.write("faulty.mjs", faultyInReports(""));
      const path = folder.write("study.json", JSON.stringify(study("iris", "faulty-neuron")));
      const reports = [];
      for (const threads of ["0", "1"]) {
        const out = join(folder.path, `out-${threads}`);
        const { code, err } = await neurofront("run", path, "--out", out, "--plugin", plugin, "--threads", threads);
        expect(code, err).toBe(0);
        reports.push(readFileSync(join(out, "report.html"), "utf8"));
      }
      expect(reports[1] === reports[0]).toBe(true);
    },
    patience_ms,
  );
});
