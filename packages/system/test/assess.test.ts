import { denseLayer, isCounted, LEDGER_LINES } from "@neurofront/core";
import type {
  Accounting,
  Assessment,
  LedgerEntry,
  LedgerLine,
  PreparedWorkload,
  TechnologyDesign,
  Violation,
} from "@neurofront/core";
import { normalCdf } from "@neurofront/physics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess } from "../src/assess.ts";
import type { AssessmentContext } from "../src/assess.ts";
import type { TechnologyModels } from "../src/circuit.ts";
import type { NoiseSources } from "../src/signal.ts";
import {
  conventions,
  noNoise,
  onlyLayer,
  orthogonalWorkload,
  randomWorkload,
  tinyInterconnect,
  tinyNeuron,
  tinySynapse,
} from "./tiny-technology.ts";
import type { TinyInterconnect, TinyNeuron, TinySynapse } from "./tiny-technology.ts";

const candidate: TechnologyDesign = { neuron: {}, synapse: {}, interconnect: {}, inputVoltage_V: 0.01 };

function context(rest: Partial<AssessmentContext> = {}, noise: Partial<NoiseSources> = {}): AssessmentContext {
  return {
    workload: orthogonalWorkload(),
    conventions,
    previousOutput: "sequence",
    positions: "serial",
    converterDrop_V: 0.05,
    noise: { ...noNoise, ...noise },
    age_s: 0,
    seed: 1,
    ...rest,
  };
}

function technology(
  neuron: TinyNeuron = {},
  synapse: TinySynapse = {},
  interconnect: TinyInterconnect = {},
): TechnologyModels {
  return { neuron: tinyNeuron(neuron), synapse: tinySynapse(synapse), interconnect: tinyInterconnect(interconnect) };
}

const assessed = (models: TechnologyModels, accounting: Accounting = "full", given = context()): Assessment =>
  assess(models, candidate, accounting, given, 0);

const LINES = Object.keys(LEDGER_LINES) as LedgerLine[];
const OF_SYSTEM: readonly LedgerLine[] = ["synapse-static", "supply-conversion"];
const OF_INTERCONNECT: readonly LedgerLine[] = ["row-drivers", "driver-leakage", "wire-charging"];
const OF_NEURON = LINES.filter((line) => !OF_SYSTEM.includes(line) && !OF_INTERCONNECT.includes(line));

/** Different energies on every line, all of the order of the synapses'. */
const charge = (lines: readonly LedgerLine[]): LedgerEntry[] =>
  lines.map((line) => ({ line, energy_J: (1 + LINES.indexOf(line)) * 1e-17, formula: "given", inputs: {} }));

const chargedEverywhere = technology({ energy: charge(OF_NEURON) }, {}, { energy: charge(OF_INTERCONNECT) });

describe("the ledger", () => {
  it("has every line exactly once when every part charges its own", () => {
    for (const accounting of ["paper", "full"] as const) {
      const { ledger } = assessed(chargedEverywhere, accounting);
      expect(ledger.map(({ line }) => line).toSorted()).toStrictEqual(LINES.toSorted());
      for (const { owner, line } of ledger)
        expect(owner).toBe(
          OF_SYSTEM.includes(line) ? "system" : OF_INTERCONNECT.includes(line) ? "interconnect" : "neuron",
        );
    }
  });

  it.each(["paper", "full"] as const)("adds up to the energy, %s", (accounting) => {
    const { ledger, metrics } = assessed(chargedEverywhere, accounting);
    const counted = ledger.filter(({ line }) => isCounted(line, accounting));
    const sum_J = counted.reduce((sum, { energy_J }) => sum + energy_J, 0);
    expect(Math.abs(metrics.energy! / sum_J - 1)).toBeLessThan(1e-14);
    expect(counted.length).toBe(accounting === "full" ? LINES.length : 4);
  });

  it("paper charges less than full, from the same lines", () => {
    const [paper, full] = [assessed(chargedEverywhere, "paper"), assessed(chargedEverywhere, "full")];
    expect(paper.metrics.energy!).toBeLessThan(full.metrics.energy!);
    expect(paper.ledger).toStrictEqual(full.ledger);
    expect({ ...paper, metrics: {} }).toStrictEqual({ ...full, metrics: {} });
  });

  it("never charges less in full, whatever the parts charge", () => {
    const entries = (lines: readonly LedgerLine[]): fc.Arbitrary<LedgerEntry[]> =>
      fc.array(
        fc.record({
          line: fc.constantFrom(...lines),
          energy_J: fc.double({ min: 0, max: 1e-12, noNaN: true }),
          formula: fc.constant("given"),
          inputs: fc.constant({}),
        }),
        { maxLength: 8 },
      );
    fc.assert(
      fc.property(entries(OF_NEURON), entries(OF_INTERCONNECT), (neuron, interconnect) => {
        const models = technology({ energy: neuron }, {}, { energy: interconnect });
        expect(assessed(models, "paper").metrics.energy!).toBeLessThanOrEqual(assessed(models, "full").metrics.energy!);
      }),
      { numRuns: 30 },
    );
  });

  it("charges the synapses while the array settles and the rows are driven", () => {
    // A column has 8 pairs of 82.5 and 10 uS and one of 10 and 300 uS: 1.05 mS, at 10 mV 105 nW a neuron.
    const { ledger } = assessed(technology({ driven_s: 1e-9 }, {}, { settling_s: 0.5e-9 }));
    const [synapses, supply] = ledger;
    expect(synapses!.line).toBe("synapse-static");
    expect(synapses!.energy_J).toBeCloseTo(105e-9 * 1.5e-9, 26);
    expect(synapses!.inputs["neuronsPerArray"]).toBe(8);
    // 50 mV drop at 10 mV.
    expect(supply!.line).toBe("supply-conversion");
    expect(supply!.energy_J).toBeCloseTo(5 * 105e-9 * 1.5e-9, 25);
  });
});

describe("metrics", () => {
  const phases = [
    { phase: "evaluate", duration_s: 1e-9, formula: "t" },
    { phase: "read", duration_s: 3e-9, formula: "t" },
  ] as const;

  it.each([
    ["overlapped", 0, 3e-9],
    // The read hides behind the settling of the next decision's inputs too.
    ["overlapped", 1e-9, 3e-9],
    ["overlapped", 4e-9, 5e-9],
    ["sequential", 0, 4e-9],
    ["sequential", 4e-9, 8e-9],
  ] as const)("delay with a read %s and %d s of settling", (readTiming, settling_s, delay_s) => {
    const given = context({ conventions: { ...conventions, readTiming } });
    const { metrics } = assessed(technology({ phases }, {}, { settling_s }), "full", given);
    expect(metrics.delay!).toBeCloseTo(delay_s, 20);
  });

  it("phases begin with the settling of the array", () => {
    const found = assessed(technology({ phases }, {}, { settling_s: 2e-10 })).phases;
    expect(found[0]).toMatchObject({ phase: "settle", duration_s: 2e-10 });
    expect(found.slice(1)).toStrictEqual(phases);
  });

  it("multiply, divide and add up", () => {
    const neuronArea = [{ part: "strip", area_m2: 2e-14, formula: "l w" }];
    const arrayArea = [
      { part: "cells", area_m2: 5e-13, formula: "n a" },
      { part: "drivers", area_m2: 3e-13, formula: "w p" },
    ];
    const models = technology({ phases, area: neuronArea, offsetSpread_V: 1e-3 }, {}, { area: arrayArea });
    const { metrics, area } = assessed(models);
    expect(area).toStrictEqual([...neuronArea, ...arrayArea]);
    expect(metrics.area!).toBeCloseTo(8.2e-13, 25);
    expect(metrics.edp!).toBe(metrics.energy! * metrics.delay!);
    expect(metrics.accuracy!).toBeGreaterThan(0.5);
    expect(metrics.accuracy!).toBeLessThan(1);
    expect(metrics.energyPerCorrect!).toBe(metrics.energy! / metrics.accuracy!);
    expect(Object.keys(metrics).toSorted()).toStrictEqual([
      "accuracy",
      "area",
      "delay",
      "edp",
      "energy",
      "energyPerCorrect",
      "energyPerCorrectInference",
      "energyPerInference",
      "inferenceDelay",
      "networkArea",
    ]);
  });

  it("leave out the energy per correct decision where none is correct", () => {
    const models = { ...technology(), neuron: { ...tinyNeuron(), errorProbability: (): number => 1 } };
    const { metrics, status } = assessed(models);
    expect(status).toBe("ok");
    expect(metrics.accuracy).toBe(0);
    expect("energyPerCorrect" in metrics).toBe(false);
  });

  it("have the test accuracy where chips are drawn, with their statistics", () => {
    const models = technology({ offsetSpread_V: 1e-3 }, { spread: 0.2 });
    const drawn = assess(models, candidate, "full", context(), 50);
    expect(drawn.monteCarlo!.clean.chips).toBe(50);
    expect(drawn.metrics.testAccuracy).toBe(drawn.monteCarlo!.test.mean);
    expect(drawn.metrics.testAccuracy!).toBeLessThan(drawn.metrics.accuracy!);
    const { monteCarlo: _chips, ...rest } = drawn;
    const { testAccuracy: _accuracy, ...metrics } = rest.metrics;
    expect({ ...rest, metrics }).toStrictEqual(assess(models, candidate, "full", context(), 0));
  });
});

describe("offsets that are larger than every current", () => {
  it("are within the range of currents at which the neuron is asked", () => {
    const models = technology({ offsetSpread_A: 30e-6, noise_A: 30e-6 });
    const { metrics, monteCarlo } = assess(models, candidate, "full", context(), 2000);
    // 2.9 uA against two sources of 30 uA, on each of 8 outputs: 0.527^8.
    const expected = normalCdf(2.9 / Math.hypot(30, 30)) ** 8;
    // Twice 1e-3 of an error table on 0.5, to the eighth power.
    expect(Math.abs(metrics.accuracy! / expected - 1)).toBeLessThan(0.02);
    // Standard error of 2000 chips; their accuracies spread over twice their mean.
    expect(Math.abs(monteCarlo!.clean.mean / expected - 1)).toBeLessThan((4 * 2) / Math.sqrt(2000));
  });
});

describe("what is handed on", () => {
  const design: TechnologyDesign = {
    neuron: { width_m: 2e-8 },
    synapse: { levels: 16 },
    interconnect: { wireResistance_ohm: 1 },
    inputVoltage_V: 0.02,
  };

  it("each part gets its own design and the circuit it is in", () => {
    const seen: Record<string, unknown> = {};
    const base = technology({ inputResistance_ohm: 60, cycle_s: 3e-9 });
    const models: TechnologyModels = {
      neuron: {
        ...base.neuron,
        characterize: (own, operating) => {
          seen["neuron"] = { design: own, operating };
          return base.neuron.characterize(own, operating);
        },
      },
      synapse: {
        ...base.synapse,
        characterize: (own, operating) => {
          seen["synapse"] = { design: own, operating };
          return base.synapse.characterize(own, operating);
        },
      },
      interconnect: {
        ...base.interconnect,
        solve: (own, load) => {
          const { conductance_S, patterns, cellCurrent_A, ...numbers } = load;
          seen["interconnect"] = { design: own, numbers, sizes: [conductance_S.length, patterns.length] };
          expect(cellCurrent_A!(1, 0.02)).toBeCloseTo(conductance_S[1]! * 0.02, 18);
          return base.interconnect.solve(own, load);
        },
      },
    };
    assess(models, design, "full", context({}, { temperature_K: 350 }), 0);
    // 1.05 mS a column, see above.
    expect(seen["neuron"]).toStrictEqual({
      design: design.neuron,
      operating: {
        inputVoltage_V: 0.02,
        temperature_K: 350,
        inputCount: 9,
        outputCount: 8,
        columnConductance_S: expect.closeTo(1.05e-3, 15) as number,
        columnCapacitance_F: 1.8e-15,
        columnCurrent_A: expect.closeTo(21e-6, 17) as number,
        conventions,
      },
    });
    expect(seen["synapse"]).toStrictEqual({
      design: design.synapse,
      operating: { inputVoltage_V: 0.02, temperature_K: 350 },
    });
    expect(seen["interconnect"]).toStrictEqual({
      design: design.interconnect,
      numbers: {
        inputCount: 9,
        outputCount: 8,
        patternCount: 8,
        inputVoltage_V: 0.02,
        neuronInputResistance_ohm: 60,
        temperature_K: 350,
        synapsePitch_m: 1e-7,
        synapseCapacitance_F: 1e-16,
        cycle_s: 3e-9,
        neuronSettlesColumn: false,
      },
      sizes: [2 * 9 * 8, 8 * 9],
    });
  });

  it("warnings of all parts stand side by side", () => {
    const warning = (code: string): Violation => ({ kind: "warning", code, message: code, amount: 0 });
    const models = technology(
      { violations: [warning("neuron")] },
      { violations: [warning("synapse")] },
      { violations: [warning("interconnect")] },
    );
    const { status, violations } = assessed(models);
    expect(status).toBe("ok");
    expect(violations.map(({ code }) => code)).toStrictEqual(["neuron", "synapse", "interconnect"]);
  });

  it("what a model throws is not swallowed", () => {
    const models = {
      ...technology(),
      neuron: {
        ...tinyNeuron(),
        characterize: (): never => {
          throw new Error("division by zero in the physics");
        },
      },
    };
    expect(() => assessed(models)).toThrow("division by zero in the physics");
  });

  it("the workload is left as it was, and the same candidate gives the same assessment", () => {
    const workload = orthogonalWorkload();
    const given = context({ workload });
    const models = technology({ offsetSpread_V: 1e-3 }, { spread: 0.2 });
    const first = assess(models, candidate, "full", given, 20);
    expect(assess(models, candidate, "full", given, 20)).toStrictEqual(first);
    expect(workload).toStrictEqual(orthogonalWorkload());
  });
});

describe("impossible parts", () => {
  const violations: Violation[] = [
    { kind: "impossible", code: "does-not-fit", message: "it does not fit", amount: 0.5 },
  ];
  const answer = { status: "impossible", violations } as const;
  const never = (): never => {
    throw new Error("must not be asked");
  };
  const base = technology();
  it.each<[string, TechnologyModels]>([
    [
      "synapse",
      {
        ...base,
        synapse: { ...base.synapse, characterize: () => answer },
        neuron: { ...base.neuron, characterize: never },
        interconnect: { ...base.interconnect, solve: never },
      },
    ],
    [
      "neuron",
      {
        ...base,
        neuron: { ...base.neuron, characterize: () => answer, errorProbability: never },
        interconnect: { ...base.interconnect, solve: never },
      },
    ],
    [
      "interconnect",
      {
        ...base,
        neuron: { ...base.neuron, errorProbability: never },
        interconnect: { ...base.interconnect, solve: () => answer },
      },
    ],
  ])("%s: the reason, and no number", (_part, models) => {
    expect(assess(models, candidate, "full", context(), 10)).toStrictEqual({
      status: "impossible",
      violations,
      metrics: {},
      ledger: [],
      phases: [],
      area: [],
      quantities: { neuron: {}, synapse: {}, interconnect: {}, system: {} },
    });
  });
});

describe("quantities", () => {
  it("tell the currents", () => {
    const { quantities } = assessed(technology({ inputResistance_ohm: 60 }));
    // Net current of every output: (8 / 4 - 1) x 290 uS x 10 mV = 2.9 uA, of which 60 ohm and 1.05 mS let 1 / 1.063 pass.
    expect(quantities.system["columnConductance_S"]).toBeCloseTo(1.05e-3, 15);
    expect(quantities.system["columnCurrent_A"]).toBeCloseTo(10.5e-6, 17);
    expect(quantities.system["deliveredShare"]).toBeCloseTo(1 / 1.063, 12);
    expect(quantities.system["netCurrentMin_A"]).toBeCloseTo(2.9e-6 / 1.063, 17);
    expect(quantities.system["netCurrentMedian_A"]).toBeCloseTo(2.9e-6 / 1.063, 17);
  });

  it("are numbers: a floating node and an analog device are left out", () => {
    const { quantities } = assessed(technology({ inputResistance_ohm: Infinity }, { levels: Infinity }));
    for (const part of Object.values(quantities)) expect(Object.values(part).every(Number.isFinite)).toBe(true);
    expect(quantities.neuron).not.toHaveProperty("inputResistance_ohm");
    expect(quantities.synapse).not.toHaveProperty("levels");
    expect(quantities.synapse["pitch_m"]).toBe(1e-7);
    expect(quantities.system["deliveredShare"]).toBeCloseTo(1, 12);
    const finite = assessed(technology({ inputResistance_ohm: 60 }, { levels: 16 })).quantities;
    expect(finite.neuron["inputResistance_ohm"]).toBe(60);
    expect(finite.synapse["levels"]).toBe(16);
  });
});

describe("laws", () => {
  const amount = fc.double({ min: 0, max: 1, noNaN: true });
  const accuracy = (
    models: TechnologyModels,
    noise: Partial<NoiseSources> = {},
    rest: Partial<AssessmentContext> = {},
  ): number => assessed(models, "full", context(rest, noise)).metrics.accuracy!;

  it.each<[string, (x: number) => number]>([
    ["programming spread grows", (x) => accuracy(technology({}, { spread: x }))],
    ["offset voltages grow", (x) => accuracy(technology({ offsetSpread_V: 5e-3 * x }))],
    ["offset currents grow", (x) => accuracy(technology({ offsetSpread_A: 5e-6 * x }))],
    ["read noise grows", (x) => accuracy(technology({}, { readNoise: x }))],
    ["reference noise grows", (x) => accuracy(technology(), { referenceNoise_V: 5e-3 * x })],
    [
      "it gets hot",
      (x) => accuracy(technology({ driven_s: 1e-13 }), { thermalNoise: true, temperature_K: 1 + 1e4 * x }),
    ],
    ["the neuron gets noisy", (x) => accuracy(technology({ noise_A: 5e-6 * x }))],
    ["the neuron needs more current to switch", (x) => accuracy(technology({ threshold_A: 5e-6 * x, noise_A: 1e-6 }))],
    ["devices are stuck", (x) => accuracy(technology({}, { spread: 0.1, stuckAtMax: 0.3 * x }))],
  ])("accuracy falls when %s", (_change, at) => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        // 1e-3: an error table is as good as that.
        expect(at(Math.max(a, b))).toBeLessThanOrEqual(at(Math.min(a, b)) + 1e-3);
      }),
      { numRuns: 40 },
    );
    expect(at(0)).toBeGreaterThan(0.9);
    expect(at(1)).toBeLessThan(at(0) - 0.2);
  });

  it("accuracy falls with the age of synapses that drift against a constant offset", () => {
    const models = technology(
      { offsetSpread_A: 1e-6 },
      { aged: (conductance_S, age_s) => ({ mean_S: conductance_S * (1 + age_s) ** -0.5, spread_S: 0 }) },
    );
    const [fresh, hour, year] = [0, 3600, 3.15e7].map((age_s) => accuracy(models, {}, { age_s }));
    expect(fresh!).toBeGreaterThan(0.95);
    expect(hour!).toBeLessThan(fresh! - 0.1);
    expect(year!).toBeLessThan(hour!);
  });

  it("always the wrong output before is worse than either, which is worse than a sequence", () => {
    const models = technology({ threshold_A: 3e-6, noise_A: 1e-6 });
    const [sequence, random, opposite] = (["sequence", "random", "opposite"] as const).map((previousOutput) =>
      accuracy(models, {}, { previousOutput }),
    );
    expect(opposite!).toBeLessThan(random!);
    expect(random!).toBeLessThan(sequence!);
  });

  it("at twice the voltage relative spread does the same harm, four times the energy is spent", () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.01, max: 1, noNaN: true }), (seed, inputVoltage_V) => {
        const given = context({ workload: randomWorkload(seed), converterDrop_V: 0 });
        const at = (voltage_V: number): Assessment =>
          assess(
            technology({ inputResistance_ohm: 60 }, { spread: 0.2 }),
            { ...candidate, inputVoltage_V: voltage_V },
            "full",
            given,
            0,
          );
        const [once, twice] = [at(inputVoltage_V).metrics, at(2 * inputVoltage_V).metrics];
        expect(twice.accuracy!).toBeCloseTo(once.accuracy!, 9);
        expect(twice.energy! / once.energy!).toBeCloseTo(4, 9);
      }),
      { numRuns: 30 },
    );
  });

  it("a neuron of more resistance takes less current, and loses against its own noise", () => {
    const at = (inputResistance_ohm: number): Assessment =>
      assessed(technology({ inputResistance_ohm, noise_A: 1e-6 }));
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e4, noNaN: true }),
        fc.double({ min: 1, max: 10, noNaN: true }),
        (ohm, more) => {
          const [little, much] = [at(ohm), at(ohm * more)];
          expect(much.metrics.accuracy!).toBeLessThanOrEqual(little.metrics.accuracy! + 1e-3);
          expect(much.metrics.energy!).toBeLessThanOrEqual(little.metrics.energy! * (1 + 1e-12));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("numbering the outputs in another order changes no metric", () => {
    fc.assert(
      fc.property(fc.integer(), fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (seed, order) => {
        const workload = randomWorkload(seed);
        const { clean } = workload;
        const { weights, outputCount } = onlyLayer(workload);
        const permuted: PreparedWorkload = {
          ...workload,
          layers: [
            denseLayer(
              weights.map((_, index) => weights[index - (index % outputCount) + order[index % outputCount]!]!),
              outputCount,
            ),
          ],
          clean: { ...clean, labels: clean.labels.map((label) => order.indexOf(label)) },
        };
        const models = technology({ inputResistance_ohm: 60, offsetSpread_V: 1e-3 }, { spread: 0.1 });
        const [one, other] = [workload, permuted].map(
          (given) => assessed(models, "full", context({ workload: given })).metrics,
        );
        expect(other!.accuracy!).toBeCloseTo(one!.accuracy!, 9);
        expect(other!.energy! / one!.energy!).toBeCloseTo(1, 12);
      }),
      { numRuns: 30 },
    );
  });
});

describe("an interconnect that changes the patterns it is given", () => {
  const honest = technology({ noise_A: 1e-7 });
  /** Changes one of them after it has solved, so that only the next candidate could tell. */
  const changing = (at: number, level: number): TechnologyModels => ({
    ...honest,
    interconnect: {
      ...honest.interconnect,
      solve(design, load) {
        const solved = honest.interconnect.solve(design, load);
        load.patterns[at % load.patterns.length] = level;
        return solved;
      },
    },
  });

  it("is told so, whichever level it changes and to what, and harms only its own candidate", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.constantFrom(0.5, -2, NaN, Infinity, 1 + Number.EPSILON), (at, level) => {
        const given = context();
        const before = assessed(honest, "full", given);
        expect(() => assessed(changing(at, level), "full", given)).toThrow(
          "the interconnect changes the patterns it is given",
        );
        expect(assessed(honest, "full", given)).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  it("is told so by what the patterns are afterwards: one that puts them back changes nothing", () => {
    const given = context();
    const level = given.workload.clean.patterns[0]!;
    expect(assessed(changing(0, level), "full", given)).toEqual(assessed(honest, "full", given));
  });
});
