import type { CandidateRecord } from "@neurofront/core";
import { expect, it } from "vitest";
import { fidelityBiases } from "../src/fidelity-bias.ts";
import { record } from "./records.ts";

/** A candidate whose delay the lower fidelity had given as a multiple. */
function promoted(candidate: number, factor: number): CandidateRecord {
  const base = record("dwm", "full", candidate, { sense: 2 }, 1);
  const { metrics } = base.assessment;
  return {
    ...base,
    assessment: {
      ...base.assessment,
      fidelity: "q-phi",
      lower: [
        {
          fidelity: "closed-form",
          status: "ok",
          metrics: { energy: metrics.energy!, delay: metrics.delay! * factor },
          objectives: [],
          violation: 0,
        },
      ],
    },
  };
}

it("gives the median and the ends of the relative errors, by metric", () => {
  const biases = fidelityBiases([
    promoted(0, 0.8),
    promoted(1, 1.1),
    promoted(2, 0.9),
    record("dwm", "full", 3, {}, 1),
  ]);
  const names = { fidelity: "closed-form", against: "q-phi", count: 3 };
  const close = (value: number): unknown => expect.closeTo(value, 12);
  expect(biases).toEqual([
    { ...names, metric: "energy", median: 0, least: 0, largest: 0 },
    { ...names, metric: "delay", median: close(-0.1), least: close(-0.2), largest: close(0.1) },
  ]);
});

it("takes the middle of two", () => {
  expect(fidelityBiases([promoted(0, 0.8), promoted(1, 1.2)])[1]!.median).toBeCloseTo(0, 12);
});

it("leaves out a metric that the higher fidelity does not have", () => {
  const impossible = promoted(0, 1);
  expect(fidelityBiases([{ ...impossible, assessment: { ...impossible.assessment, metrics: {} } }])).toEqual([]);
});
