import type { CandidateRecord, DesignSensitivity, ParameterSensitivity } from "@neurofront/core";

/** Sensitivities of a design as a study gives them: a power of one parameter, a whole number, and a choice. */
export function sensitivity(record: CandidateRecord, exponent = 2): DesignSensitivity {
  const { metrics } = record.assessment;
  const scaled = (factor: number): DesignSensitivity["metrics"] => ({
    ...metrics,
    energy: factor * metrics.energy!,
    edp: factor * metrics.edp!,
  });
  const parameters: ParameterSensitivity[] = [
    {
      name: "neuron.length_m",
      unit: "m",
      value: 1e-8,
      elasticity: { energy: exponent, delay: 0, edp: exponent },
      changes: [
        { value: 0.9e-8, metrics: scaled(0.9 ** exponent), broken: ["accuracy-below-bound"] },
        { value: 1.1e-8, metrics: scaled(1.1 ** exponent), broken: [] },
      ],
    },
    {
      name: "neuron.layers",
      unit: "1",
      value: 2,
      elasticity: {},
      changes: [{ value: 3, metrics: {}, broken: ["no-room"] }],
    },
    {
      name: "synapse.kind",
      unit: "1",
      value: "wide",
      elasticity: {},
      changes: [{ value: "narrow", metrics: scaled(0.5), broken: [] }],
    },
  ];
  return { search: record.search, candidate: record.candidate, metrics, parameters };
}
