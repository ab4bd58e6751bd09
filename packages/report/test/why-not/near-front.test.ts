import type { CandidateRecord, SearchedParameter } from "@neurofront/core";
import { expect, it } from "vitest";
import { designDistance, nearFront } from "../../src/why-not/near-front.ts";
import { record } from "../records.ts";

const parameter = { unit: "1", meaning: "", source: "", chosenBy: "study" } as const;
const searched: readonly SearchedParameter[] = [
  { name: "neuron.length", parameter: { ...parameter, range: { low: 0, high: 1, scale: "linear" } } },
  { name: "neuron.wall", parameter: { ...parameter, choice: ["a", "b"] } },
  { name: "inputVoltage_V", parameter: { ...parameter, range: { low: 1, high: 9, scale: "log" } } },
];
const at = (...coordinates: number[]): CandidateRecord => ({ ...record("dwm", "full", 0, {}, 1), coordinates });

it.each([
  { a: at(0.2, 0.25, 0.5), b: at(0.2, 0.25, 0.5), distance: 0 },
  { a: at(0.2, 0.25, 0.5), b: at(0.25, 0.25, 0.8), distance: 0.3 },
  { a: at(0.2, 0.25, 0.5), b: at(0.2, 0.75, 0.5), distance: Infinity },
])(
  "the distance of two designs is their largest difference, none where a choice differs: $distance",
  ({ a, b, distance }) => {
    expect(designDistance(a, b, searched)).toBeCloseTo(distance, 12);
  },
);

it("near the front is within a tenth of every range of one of its designs", () => {
  const front = [at(0.1, 0.25, 0.1), at(0.9, 0.25, 0.9)];
  const others = [
    at(0.15, 0.25, 0.05),
    at(0.15, 0.75, 0.05),
    at(0.5, 0.25, 0.5),
    at(0.85, 0.25, 0.99),
    at(0.1, 0.25, 0.9),
  ];
  expect(nearFront([...front, ...others], front, searched)).toEqual([...front, others[0], others[3]]);
});
