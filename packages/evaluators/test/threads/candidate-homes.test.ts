import type { AssessmentRequest } from "@neurofront/study";
import { expect, it } from "vitest";
import { CandidateHomes } from "../../src/threads/candidate-homes.ts";

const request = (candidate: number, chips = 8): AssessmentRequest => ({
  search: "dwm/full",
  technology: "dwm",
  accounting: "full",
  candidate,
  design: { neuron: {}, synapse: {}, interconnect: {}, inputVoltage_V: 0.1 },
  chips: { from: 0, to: chips },
});

it("the last candidates whose chips were drawn have a home, the one of the last chips", () => {
  const homes = new CandidateHomes(2);
  expect(homes.of(request(1))).toBeUndefined();
  homes.put(request(1), 0);
  homes.put(request(2), 1);
  homes.put(request(1), 1);
  homes.put(request(3), 0);
  expect([1, 2, 3].map((candidate) => homes.of(request(candidate)))).toStrictEqual([1, undefined, 0]);
});

it("a candidate without chips has none", () => {
  const homes = new CandidateHomes(2);
  homes.put(request(1, 0), 1);
  homes.put(request(2), 1);
  expect([1, 2].map((candidate) => homes.of(request(candidate)))).toStrictEqual([undefined, 1]);
});
