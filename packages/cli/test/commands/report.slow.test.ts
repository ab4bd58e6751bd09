import { join } from "node:path";
import { expect, it } from "vitest";
import { runStudy } from "../../src/index.ts";
import type { StudyFile } from "../../src/index.ts";
import { scratchFolder } from "../plugins/files.ts";
import { neurofront } from "../tiny-study.ts";

const folder = scratchFolder();

const study: StudyFile = {
  title: "Trained twice",
  held: { temperature: "300 K", workload: { use: "characters" }, accounting: "full" },
  technologies: {
    ideal: {
      neuron: { use: "ideal-neuron" },
      synapse: { use: "paper-generic-memristor" },
      interconnect: { use: "crossbar" },
      inputVoltage: { range: ["50 mV", "500 mV"] },
      training: { margin: { choice: [1, 2] } },
    },
  },
  objectives: [{ minimize: "energy" }, { minimize: "delay" }],
  variation: { chips: 0 },
  optimizer: { use: "sobol-search" },
  budget: { evaluations: 6 },
  seed: 1,
};

it("the report of a technology with a training of its own is written again, with what its models say", async () => {
  const out = join(folder.path, "out");
  await runStudy(study, { threads: 0, out }).result;
  const again = await neurofront("report", join(out, "archive.sqlite"));
  expect(again.code, again.err).toBe(0);
  expect(again.out).not.toContain("left out");
  const whyNot = await neurofront("why-not", join(out, "archive.sqlite"), "ideal/full");
  expect(whyNot.code, whyNot.err).toBe(0);
  expect(whyNot.out).toContain("elasticities at candidates");
}, 120_000);
