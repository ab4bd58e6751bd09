import type { CandidateRecord, VerificationRecord } from "@neurofront/core";
import { expect, it } from "vitest";
import { compareTechnologies } from "../src/comparison.ts";
import { broken, record, violated } from "./records.ts";
import { syntheticStudy, technologies } from "./synthetic-study.ts";

function headlineOf(
  candidates: readonly CandidateRecord[],
  names: readonly string[],
  verifications: readonly VerificationRecord[] = [],
): string | undefined {
  const study = syntheticStudy({
    technologies: technologies.filter(({ name }) => names.includes(name)),
    accounting: ["full"],
  });
  return compareTechnologies({ study, candidates, verifications, notes: [] }).accountings[0]?.headline;
}

const dwm = record("dwm", "full", 0, { sense: 2 }, 1);
const latch = record("latch", "full", 0, { sense: 3 }, 1);
const opamp = record("opamp", "full", 0, { sense: 100 }, 2);
const missed = broken(opamp, violated("accuracy-at-least", 0.1, "constraint"));

it("names the winner, its number and the factors from the closest to the farthest", () => {
  expect(headlineOf([opamp, dwm, latch], ["dwm", "opamp", "latch"])).toBe(
    "Counting every line of the ledger, Domain-wall neuron has the lowest energy-delay product: 2e-24 J s (2 fJ in 1 ns), " +
      "1.5 times below StrongARM latch neuron and 100 times below Op-amp neuron, freely sized.",
  );
});

it("says who is level", () => {
  expect(headlineOf([dwm, record("latch", "full", 0, { sense: 2 }, 1)], ["dwm", "latch"])).toContain(
    "level with StrongARM latch neuron",
  );
});

it("says who has no feasible design, and why", () => {
  expect(headlineOf([dwm, missed], ["dwm", "opamp"])).toBe(
    "Counting every line of the ledger, Domain-wall neuron has the lowest energy-delay product: 2e-24 J s (2 fJ in 1 ns); " +
      "no other technology has a feasible design. Op-amp neuron, freely sized has no feasible design among 1; " +
      "most often broken: accuracy-at-least (100 %).",
  );
  expect(headlineOf([], ["opamp"])).toBe(
    "Counting every line of the ledger, no technology has a feasible design. Op-amp neuron, freely sized has no feasible " +
      "design because none was assessed.",
  );
});

it("begins every sentence with a capital letter", () => {
  const study = syntheticStudy({
    technologies: technologies.map((each) => ({ ...each, title: each.title.toLowerCase() })),
    accounting: ["full"],
  });
  const [full] = compareTechnologies({ study, candidates: [], verifications: [], notes: [] }).accountings;
  for (const part of full!.headline.split(/(?<=\.) /u)) expect(part).toMatch(/^[A-Z]/u);
});

it("doubts a winner whose drawn chips miss the wanted accuracy", () => {
  const clean = { chips: 200, mean: 0.9, low: 0.89, high: 0.91, p05: 0.8, p50: 0.9, p95: 0.95 };
  const verification = {
    search: "dwm/full",
    candidate: 0,
    assessment: { ...dwm.assessment, monteCarlo: { clean, test: clean } },
  };
  expect(headlineOf([dwm], ["dwm"], [verification])).toContain(
    "But on drawn chips its accuracy is 90 % (89.0 to 91.0 %), below the wanted 95 %.",
  );
});
