import { API_VERSION } from "@neurofront/core";
import type { CandidateRecord, ResolvedStudy, Violation } from "@neurofront/core";

/** A resolved study of nothing. */
export function study(title = "Spin against CMOS"): ResolvedStudy {
  return {
    format: "neurofront-resolved-study",
    formatVersion: 1,
    title,
    held: {
      temperature_K: 300,
      accounting: ["paper", "full"],
      readTiming: "overlapped",
      cmosDelay: "half-cycle",
      cmosDecision: "settle",
      previousOutput: "sequence",
      positions: "serial",
      converterDrop_V: 0.05,
      workload: {
        plugin: "letters",
        version: "0.1.0",
        model: "letters",
        title: "Letters",
        design: { flips: 0.03, training: "ridge" },
        contentHash: "00ff",
      },
    },
    variation: {
      deviceSpread: true,
      referenceNoise_V: 0,
      thermalNoise: true,
      supplyNoise: 0,
      supplyNoisePer: "chip",
      driverSpread: 0,
      age_s: 0,
      chips: 200,
      eliteChips: 800,
      confidence: 0.95,
    },
    technologies: [],
    objectives: [{ metric: "edp", statistic: "mean", goal: "minimize" }],
    constraints: [{ metric: "accuracy", statistic: "mean", atLeast: 0.98 }],
    rank: "edp",
    optimizer: { plugin: "random", version: "0.1.0", model: "random", settings: {} },
    budget: { evaluations: 10 },
    promotion: { rule: "front" },
    seed: 1,
    sourceHashes: { engine: "0e0e" },
    source: { apiVersion: API_VERSION },
    references: [],
    publishedPoints: [],
    discrepancies: [],
    hash: "ab12",
  };
}

/** A candidate that nothing computed. */
export function record(
  candidate: number,
  rest: Partial<CandidateRecord> & { violations?: Violation[] } = {},
): CandidateRecord {
  const { violations = [], ...given } = rest;
  return {
    search: "dwm/full",
    candidate,
    coordinates: [0.1, 1 / 3],
    design: { neuron: { width_m: 2e-8, shape: "strip" }, synapse: {}, interconnect: {}, inputVoltage_V: 0.01 },
    assessment: {
      status: "ok",
      violations,
      metrics: {
        energy: 1e-15 * (candidate + 1),
        delay: 1e-9,
        edp: 1e-24 * (candidate + 1),
        area: 1e-12,
        accuracy: 0.99,
      },
      ledger: [
        { owner: "system", line: "synapse-static", energy_J: 4e-16, formula: "P * t", inputs: { P: 4e-7, t: 1e-9 } },
      ],
      phases: [{ phase: "evaluate", duration_s: 1e-9, formula: "evaluation_s" }],
      area: [{ part: "strip", area_m2: 1e-14, formula: "l * w" }],
      quantities: { neuron: { wallWidth_m: 1.5e-8 }, synapse: {}, interconnect: {}, system: {} },
    },
    objectives: [1e-24 * (candidate + 1)],
    violation: 0,
    ...given,
  };
}
