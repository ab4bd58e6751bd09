import { denseLayer } from "@neurofront/core";
import type { LabelledPatterns, MonteCarloAccuracy, PreparedWorkload } from "@neurofront/core";
import { normalCdf } from "@neurofront/physics";
import { describe, expect, it } from "vitest";
import { analyticAccuracy } from "../src/accuracy-analytic.ts";
import { chipNetwork, monteCarloAccuracy } from "../src/accuracy-monte-carlo.ts";
import { summariseChips } from "../src/chip-statistics.ts";
import { tabulateDecisions } from "../src/decision.ts";
import { activityOf } from "../src/ideal-activity.ts";
import { mapWeights } from "../src/mapping.ts";
import { collectSignal } from "../src/signal.ts";
import type { NoiseSources, Signal } from "../src/signal.ts";
import {
  noNoise,
  onlyLayer,
  operatingPoint,
  orthogonalWorkload,
  randomWorkload,
  tinyInterconnect,
  tinyNeuron,
  tinySynapse,
} from "./tiny-technology.ts";
import type { TinyNeuron, TinySynapse } from "./tiny-technology.ts";

interface Case {
  readonly workload: PreparedWorkload;
  readonly neuron?: TinyNeuron;
  readonly synapse?: TinySynapse;
  readonly noise?: Partial<NoiseSources>;
  readonly age_s?: number;
  readonly driverResistance_ohm?: number;
}

interface Prepared {
  readonly analytic: number;
  readonly draw: (
    chips: number,
    seed: number,
  ) => { readonly clean: MonteCarloAccuracy; readonly test: MonteCarloAccuracy };
}

/** A tiny technology of 10 ... 300 uS at 10 mV, all the way to its two accuracies. */
function prepare({
  workload,
  neuron = {},
  synapse = {},
  noise = {},
  age_s = 0,
  driverResistance_ohm = 0,
}: Case): Prepared {
  const operating = { inputVoltage_V: 0.01, temperature_K: 300 };
  const [synapseModel, neuronModel] = [tinySynapse(synapse), tinyNeuron(neuron)];
  const device = synapseModel.characterize({}, operating);
  const character = neuronModel.characterize({}, operatingPoint);
  if (device.status !== "ok" || character.status !== "ok") throw new Error("tiny models are always possible");
  const trained = onlyLayer(workload);
  const { inputCount, outputCount } = trained;
  const layer = mapWeights(trained, synapseModel, {}, device, operating, age_s, {
    pairOffset: "one-sided",
    rangeShare: 1,
  });
  const solved = tinyInterconnect().solve(
    {},
    {
      inputCount,
      outputCount,
      conductance_S: layer.conductance_S,
      patterns: workload.clean.patterns,
      patternCount: workload.clean.count,
      inputVoltage_V: 0.01,
      neuronInputResistance_ohm: character.inputResistance_ohm,
      temperature_K: 300,
      synapsePitch_m: 1e-7,
      synapseCapacitance_F: 0,
      cycle_s: 1e-9,
    },
  );
  if (solved.status !== "ok") throw new Error("tiny models are always possible");
  const solution = { ...solved, rowDriver: { resistance_ohm: driverResistance_ohm, neuronCount: outputCount } };
  const sources = { ...noNoise, ...noise };
  const signal = collectSignal(layer, solution, character, device, 0.01, sources);
  // 60 uA, beyond the columns' 10 uA with every offset here.
  const limit_A = 0.2 * device.conductanceMax_S;
  const tables = tabulateDecisions(
    neuronModel,
    {},
    operatingPoint,
    "sequence",
    1 / outputCount,
    character.thresholdCurrent_A,
    limit_A,
  );
  const [activity] = activityOf(workload);
  const network = [{ trained, signal, tables, meanSquareLevel: activity!.meanSquareLevel, limit_A }];
  const { clean, test } = workload;
  const sets = {
    clean: { name: "clean", data: clean, wanted: [activity!.wanted.clean] },
    test: { name: "test", data: test, wanted: [activity!.wanted.test] },
    words: activity!.words,
  } as const;
  return {
    analytic: analyticAccuracy(network, clean, sets.clean.wanted),
    draw: (chips, seed) => {
      const drawn = monteCarloAccuracy(chipNetwork(network, sets), { from: 0, to: chips }, seed);
      return { clean: summariseChips(drawn.clean, clean.count), test: summariseChips(drawn.test, test.count) };
    },
  };
}

const trained = orthogonalWorkload();

describe("agrees with the analytic accuracy", () => {
  const cases: [string, Case][] = [
    ["programming spread", { workload: trained, synapse: { spread: 0.3 } }],
    ["little programming spread", { workload: trained, synapse: { spread: 0.15 } }],
    ["offset voltages", { workload: trained, neuron: { offsetSpread_V: 1e-3 } }],
    ["offset currents into 60 ohm", { workload: trained, neuron: { offsetSpread_A: 1e-6, inputResistance_ohm: 60 } }],
    ["a floating column", { workload: trained, neuron: { offsetSpread_V: 1e-3, inputResistance_ohm: Infinity } }],
    ["a noisy neuron", { workload: trained, synapse: { spread: 0.2 }, neuron: { noise_A: 1e-6 } }],
    ["read noise", { workload: trained, synapse: { spread: 0.2, readNoise: 0.2 } }],
    ["reference noise", { workload: trained, synapse: { spread: 0.1 }, noise: { referenceNoise_V: 1e-3 } }],
    [
      "Johnson noise",
      { workload: trained, synapse: { spread: 0.2 }, noise: { thermalNoise: true, temperature_K: 3000 } },
    ],
    [
      "a supply of each chip",
      { workload: trained, neuron: { threshold_A: 2.5e-6, noise_A: 3e-7 }, noise: { supplyNoise: 0.2 } },
    ],
    [
      "a supply of each cycle",
      {
        workload: trained,
        neuron: { threshold_A: 2.5e-6, noise_A: 3e-7 },
        noise: { supplyNoise: 0.2, supplyNoisePer: "cycle" },
      },
    ],
    [
      "a threshold with memory",
      { workload: trained, synapse: { spread: 0.1 }, neuron: { threshold_A: 2e-6, noise_A: 3e-7 } },
    ],
    [
      "synapses that drift apart",
      {
        workload: trained,
        synapse: {
          spread: 0.1,
          aged: (g_S, age_s) => ({ mean_S: g_S / (1 + age_s), spread_S: (0.2 * g_S * age_s) / (1 + age_s) }),
        },
        neuron: { offsetSpread_A: 3e-7 },
        age_s: 1,
      },
    ],
    ["a spread of 1.5 times the least conductance", { workload: trained, synapse: { spread_S: 15e-6 } }],
    ["a spread of 4 times the least conductance", { workload: trained, synapse: { spread_S: 40e-6 } }],
    ["16 levels", { workload: trained, synapse: { spread: 0.2, levels: 16 } }],
    ["an untrained layer", { workload: randomWorkload(1), synapse: { spread: 0.2 }, neuron: { offsetSpread_V: 5e-4 } }],
    ["inputs of 0 and 1", { workload: randomWorkload(2, false), synapse: { spread: 0.2 }, neuron: { noise_A: 1e-6 } }],
  ];

  it.each(cases)("%s", (_name, given) => {
    const { analytic, draw } = prepare(given);
    // Twenty independent groups of 100 chips tell the standard error of their mean.
    const groups = Array.from({ length: 20 }, (_, seed) => draw(100, seed).clean.mean);
    const mean = groups.reduce((sum, value) => sum + value, 0) / 20;
    const error = Math.sqrt(groups.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 19 / 20);
    // With 19 degrees of freedom 4.5 standard errors are passed once in 4 000 times. 5e-4: even steps of 1.5e-3 of the
    // largest current in the chips' tables.
    expect(Math.abs(mean - analytic), `${mean} +- ${error} for ${analytic}`).toBeLessThan(4.5 * error + 5e-4);
    expect(error).toBeLessThan(0.01);
  });

  it("row drivers that differ: the same devices on all columns err together, which the estimate leaves out", () => {
    const { analytic, draw } = prepare({
      workload: trained,
      neuron: { noise_A: 5e-7 },
      driverResistance_ohm: 1000,
      noise: { driverSpread: 0.5 },
    });
    const { mean } = draw(2000, 1).clean;
    // Without spread nothing errs. With half of it on 1 kohm: measured 0.033 below the chips.
    expect(mean).toBeLessThan(0.98);
    expect(mean - analytic).toBeGreaterThan(0);
    expect(mean - analytic).toBeLessThan(0.05);
  });

  // Columns of 18 devices, where one stuck device is a third of the net current. Measured: 0.01 to 0.04 off, and 0.06
  // where a fifth of the devices is stuck; the last column is what ignoring them would be wrong by, at least.
  it.each([
    [0.01, 0, 0.3, 0.05, 0.03],
    [0, 0.01, 0.1, 0.05, 0.15],
    [0.02, 0.01, 0.1, 0.05, 0.2],
    [0.02, 0.01, 0.3, 0.05, 0.25],
    [0.1, 0.1, 0.1, 0.05, 0.85],
    [0.2, 0, 0.3, 0.1, 0.5],
  ])("stuck devices, %d and %d, with a spread of %d within %d", (stuckAtMin, stuckAtMax, spread, tolerance, harm) => {
    const { analytic, draw } = prepare({ workload: trained, synapse: { spread, stuckAtMin, stuckAtMax } });
    const { mean } = draw(4000, 1).clean;
    expect(Math.abs(mean - analytic)).toBeLessThan(tolerance);
    expect(prepare({ workload: trained, synapse: { spread } }).analytic - mean).toBeGreaterThan(harm);
  });
});

describe("chips", () => {
  const disturbed = prepare({ workload: trained, synapse: { spread: 0.3 }, neuron: { offsetSpread_V: 5e-4 } });

  it("of the same seed are the same, of another one others", () => {
    expect(disturbed.draw(50, 7)).toStrictEqual(disturbed.draw(50, 7));
    expect(disturbed.draw(50, 8)).not.toStrictEqual(disturbed.draw(50, 7));
  });

  it("have an address: more chips begin with the same ones", () => {
    const [first, two] = [disturbed.draw(1, 7).clean, disturbed.draw(2, 7).clean];
    const second = 2 * two.mean - first.mean;
    // Quantiles of two values lie on the line between them.
    const [low, high] = [Math.min(first.mean, second), Math.max(first.mean, second)];
    expect(two.p05).toBeCloseTo(0.95 * low + 0.05 * high, 12);
    expect(two.p95).toBeCloseTo(0.05 * low + 0.95 * high, 12);
    const three = disturbed.draw(3, 7).clean;
    const third = 3 * three.mean - 2 * two.mean;
    expect(three.p50).toBeCloseTo([first.mean, second, third].toSorted((a, b) => a - b)[1]!, 12);
  });

  it("are common to all candidates: a twin of twice the conductances meets the same chips", () => {
    const twin = prepare({
      workload: trained,
      synapse: { spread: 0.3, conductanceMin_S: 20e-6, conductanceMax_S: 600e-6 },
      neuron: { offsetSpread_V: 5e-4 },
    });
    // Twice is exact in binary, so nothing else differs.
    expect(twin.draw(20, 3)).toStrictEqual(disturbed.draw(20, 3));
    // Chips where one candidate is poor are poor for its neighbour: differences are told far better than values.
    const neighbour = prepare({ workload: trained, synapse: { spread: 0.31 }, neuron: { offsetSpread_V: 5e-4 } });
    const difference = (seed: number, other: number): number =>
      disturbed.draw(20, seed).clean.mean - neighbour.draw(20, other).clean.mean;
    const square = (values: number[]): number => values.reduce((sum, value) => sum + value ** 2, 0);
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    const common = square(seeds.map((seed) => difference(seed, seed)));
    const independent = square(seeds.map((seed) => difference(seed, seed + 100)));
    expect(common).toBeLessThan(0.2 * independent);
  });

  it("are judged on both data sets", () => {
    const { clean, test } = disturbed.draw(200, 1);
    expect([clean.chips, test.chips]).toStrictEqual([200, 200]);
    expect(test.mean).toBeLessThan(clean.mean);
  });
});

describe("without variation", () => {
  it("every chip is the nominal one", () => {
    const { analytic, draw } = prepare({ workload: trained, neuron: { noise_A: 2e-6 } });
    const { mean, p05, p50, p95 } = draw(10, 1).clean;
    for (const value of [p05, p50, p95]) expect(value).toBeCloseTo(mean, 14);
    // The neuron's own noise, looked up on even steps and on knots.
    expect(Math.abs(mean - analytic)).toBeLessThan(2e-4);
    expect(analytic).toBeLessThan(0.95);
  });

  it("device spread switched off leaves none", () => {
    const { draw } = prepare({
      workload: trained,
      synapse: { spread: 0.5, stuckAtMin: 0.1 },
      neuron: { offsetSpread_V: 1e-3, offsetSpread_A: 1e-6 },
      noise: { deviceSpread: false },
    });
    expect(draw(20, 1).clean).toMatchObject({ mean: 1, p05: 1, p50: 1, p95: 1 });
  });
});

describe("summary", () => {
  it("orders the quantiles and holds the mean in its interval", () => {
    const { draw } = prepare({ workload: trained, synapse: { spread: 0.4 } });
    for (const chips of [1, 2, 19, 100]) {
      const { p05, p50, p95, mean, low, high } = draw(chips, 5).clean;
      expect([p05, p50, p95].toSorted((a, b) => a - b)).toStrictEqual([p05, p50, p95]);
      expect([0, low, mean, high, 1].toSorted((a, b) => a - b)).toStrictEqual([0, low, mean, high, 1]);
      expect(chips === 1 || p95 > p05).toBe(true);
    }
  });

  it("Wilson's interval of 100 perfect chips ends at n / (n + z^2), n decisions of chips and patterns", () => {
    const { draw } = prepare({ workload: trained });
    const { mean, low, high } = draw(100, 1).clean;
    expect([mean, high]).toStrictEqual([1, 1]);
    // z = 1.96 for 95 %.
    const decisions = 100 * trained.clean.count;
    expect(low).toBeCloseTo(decisions / (decisions + 1.959964 ** 2), 6);
  });

  it("the interval covers the mean of very many chips in about 95 of 100 draws", () => {
    const { draw } = prepare({ workload: trained, synapse: { spread: 0.4 } });
    const truth = draw(20_000, 1).clean.mean;
    const covered = Array.from({ length: 200 }, (_, seed) => draw(100, seed + 2).clean).filter(
      ({ low, high }) => low <= truth && truth <= high,
    );
    // 200 draws of 95 % scatter by 3; four standard deviations.
    expect(covered.length).toBeGreaterThanOrEqual(190 - 13);
    expect(covered.length).toBeLessThanOrEqual(200);
  });

  it("Wilson's interval narrows with the root of the chips", () => {
    const { draw } = prepare({ workload: trained, synapse: { spread: 0.4 } });
    const width = (chips: number): number => {
      const { low, high } = draw(chips, 1).clean;
      return high - low;
    };
    // The mean itself moves a little with the chips drawn.
    expect(width(100) / width(1600)).toBeGreaterThan(3.5);
    expect(width(100) / width(1600)).toBeLessThan(4.5);
  });
});

describe("a device", () => {
  const alone = (rest: Partial<Signal>): Signal => ({
    inputCount: 1,
    outputCount: 1,
    contribution_A: Float64Array.of(4e-6, 0),
    relativeSpread: new Float64Array(2),
    offset_A: new Float64Array(1),
    cycleVariance_A2: new Float64Array(1),
    relativeReadNoise: new Float64Array(2),
    rowSpread: undefined,
    supply: { relativeSpread: 0, per: "chip" },
    stuck: undefined,
    ...rest,
  });
  const data: LabelledPatterns = { patterns: Float64Array.of(1), labels: Int32Array.of(0), count: 1 };
  const tables = tabulateDecisions(tinyNeuron(), {}, operatingPoint, "opposite", 1, 0, 60e-6);
  const layer = denseLayer(Float64Array.of(1), 1);
  const wanted = [Uint8Array.of(1)];
  const accuracy = (rest: Partial<Signal>): number => {
    const network = [
      { trained: layer, signal: alone(rest), tables, meanSquareLevel: Float64Array.of(1), limit_A: 60e-6 },
    ];
    const sets = {
      clean: { name: "clean", data, wanted },
      test: { name: "test", data, wanted },
      words: undefined,
    } as const;
    const { clean } = monteCarloAccuracy(chipNetwork(network, sets), { from: 0, to: 4000 }, 1);
    return clean.reduce((sum, value) => sum + value, 0) / 4000;
  };

  it("has no negative conductance: at zero the sign is a coin", () => {
    const conducting = normalCdf(1 / 3);
    // Four standard errors of 4000 coins of 0 and 1.
    expect(
      Math.abs(accuracy({ relativeSpread: Float64Array.of(3, 0) }) - (conducting + (1 - conducting) / 2)),
    ).toBeLessThan(0.02);
  });

  it.each([
    ["at the least", 0.3, 0],
    ["at the largest", 0, 0.3],
    ["at either", 0.1, 0.2],
  ])("is stuck %s with its chance", (_where, atMin, atMax) => {
    // A stuck device pulls the wrong way, so that it shows.
    const stuck = { atMin, atMax, minFactor: Float64Array.of(-1, 1), maxFactor: Float64Array.of(-2, 1) };
    // Four standard errors of 4000 trials of 0.3.
    expect(Math.abs(accuracy({ stuck }) - 0.7)).toBeLessThan(0.03);
  });
});
