import type { AssessmentRequest } from "@neurofront/study";

/** Requests of candidates numbered from 1, each to be dealt with as told. */
export const told = (orders: readonly string[], first = 1, chips = 0): AssessmentRequest[] =>
  orders.map((technology, k) => ({
    search: `${technology}/full`,
    technology,
    accounting: "full",
    candidate: first + k,
    design: { neuron: {}, synapse: {}, interconnect: {}, inputVoltage_V: 0.1 },
    chips: { from: 0, to: chips },
  }));
