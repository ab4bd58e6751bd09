import { randomAt, totalEnergy_J } from "@neurofront/core";
import type {
  Accounting,
  AnyDesign,
  Assessment,
  CandidateRecord,
  LedgerLine,
  MonteCarloAccuracy,
  OwnedLedgerEntry,
  Phase,
  RandomStream,
  ResolvedStudy,
  TechnologyDesign,
  VerificationRecord,
  Violation,
} from "@neurofront/core";
import type { ReportInput } from "../src/report-input.ts";
import { syntheticStudy } from "./synthetic-study.ts";

const INPUTS = 25;
const SUPPLY_V = 1;

/** What a made-up neuron model says about a random design: enough physics to give fronts of the right shape. */
interface Sketch {
  readonly neuron: AnyDesign;
  readonly delay_s: number;
  readonly cycle_s: number;
  readonly columnCurrent_A: number;
  readonly errorExponent: number;
  readonly lines: Partial<Record<LedgerLine, number>>;
  readonly broken?: Violation;
  readonly warnings?: readonly Violation[];
}

const logUniform = (random: RandomStream, low: number, high: number): number => low * (high / low) ** random.uniform();

const models: Readonly<Record<string, (random: RandomStream, inputVoltage_V: number) => Sketch>> = {
  dwm(random, inputVoltage_V) {
    const switchingCurrent_A = logUniform(random, 1e-6, 2e-5);
    const length_m = 3e-8 + 7e-8 * random.uniform();
    const delay_s = 0.3e-9 + (1.4e-15 / switchingCurrent_A) * (length_m / 6e-8);
    return {
      neuron: { switchingCurrent_A, length_m, width_m: 2e-8, wall: "neel" },
      delay_s,
      cycle_s: delay_s,
      columnCurrent_A: 20 * switchingCurrent_A,
      errorExponent: 1.4 * (length_m / 3e-8) + 2.2 * Math.log10(inputVoltage_V / 3e-3),
      lines: { read: 0.12e-15, sense: 0.2e-15, preset: 0.9 * switchingCurrent_A * 0.1 * delay_s, clock: 2e-15 },
      ...(switchingCurrent_A > 1.6e-5 && {
        broken: {
          kind: "invalid",
          code: "walker-breakdown",
          message: `the wall would precess at ${switchingCurrent_A * 1e6} uA, legal up to 16 uA`,
          amount: switchingCurrent_A / 1.6e-5 - 1,
        } as const,
      }),
      warnings:
        length_m < 5e-8
          ? [{ kind: "warning", code: "low-retention", message: "the wall diffuses back within 1 us", amount: 0 }]
          : [],
    };
  },
  lsv(random, inputVoltage_V) {
    const switchingCurrent_A = logUniform(random, 1e-6, 2e-5);
    const delay_s = 0.6e-9 + 3e-15 / switchingCurrent_A;
    return {
      neuron: { switchingCurrent_A, presetCurrent_A: 6e-5 },
      delay_s,
      cycle_s: delay_s,
      columnCurrent_A: 24 * switchingCurrent_A,
      errorExponent: 2 + 2.2 * Math.log10(inputVoltage_V / 3e-3),
      lines: { read: 0.15e-15, sense: 0.2e-15, preset: 6e-5 * 0.05 * 0.6e-9, clock: 3e-15 },
    };
  },
  "opamp-paper"(random, inputVoltage_V) {
    const supply_V = 0.7 + 0.5 * random.uniform();
    const delay_s = 5e-9 / (supply_V / 0.95) ** 2.2;
    return {
      neuron: { supply_V },
      delay_s,
      cycle_s: 2 * delay_s,
      columnCurrent_A: 4e-5,
      errorExponent: 3.2 * Math.log10(inputVoltage_V / 0.02),
      lines: { "neuron-static": 6.6e-5 * supply_V ** 2.6 * 2 * delay_s, "output-buffer": 1e-15 },
    };
  },
  opamp(random, inputVoltage_V) {
    const biasCurrent_A = logUniform(random, 1e-6, 1e-4);
    const fingers = 1 + random.integer(16);
    const delay_s = 0.35e-9 + (6e-14 * (1 + fingers / 8)) / biasCurrent_A;
    return {
      neuron: { biasCurrent_A, fingers },
      delay_s,
      cycle_s: 2 * delay_s,
      columnCurrent_A: 2e-5,
      errorExponent: 0.8 * Math.sqrt(fingers) + 2 * Math.log10(inputVoltage_V / 0.05),
      lines: { "neuron-static": biasCurrent_A * SUPPLY_V * 2 * delay_s, "output-buffer": 1e-15, leakage: 4e-17 },
      ...(fingers < 3 && {
        broken: { kind: "impossible", code: "no-headroom", message: "the pair has no headroom", amount: 0.2 } as const,
      }),
    };
  },
  latch(random, inputVoltage_V) {
    const inputWidth_m = logUniform(random, 2e-7, 4e-6);
    const delay_s = 0.18e-9 + 2.2e-10 * (0.1 / inputVoltage_V) ** 0.6;
    return {
      neuron: { inputWidth_m },
      delay_s,
      cycle_s: 1.3 * delay_s,
      columnCurrent_A: 3e-4 * inputVoltage_V,
      errorExponent: 2.1 * Math.log10(inputWidth_m / 6e-8) * Math.sqrt(inputVoltage_V / 0.1),
      lines: { sense: 4e-15 + 4e-9 * inputWidth_m, clock: 2e-15 + 2e-9 * inputWidth_m, "output-buffer": 1e-15 },
    };
  },
};

function synapseLines(sketch: Sketch, inputVoltage_V: number): Partial<Record<LedgerLine, number>> {
  const driven_A = sketch.columnCurrent_A;
  return {
    "synapse-static": driven_A * inputVoltage_V * sketch.delay_s,
    "row-drivers": (25.2e-15 * (0.01 / inputVoltage_V) * driven_A) / 4e-5,
    "driver-leakage": 0.1e-15 * (sketch.cycle_s / 1e-9),
    "wire-charging": 5e-15 * inputVoltage_V ** 2 + 0.05e-15,
    "supply-conversion": driven_A * 0.02 * sketch.delay_s,
    "input-latch": 0.3e-15,
  };
}

const OWNERS: Partial<Record<LedgerLine, OwnedLedgerEntry["owner"]>> = {
  "synapse-static": "system",
  "supply-conversion": "system",
  "row-drivers": "interconnect",
  "driver-leakage": "interconnect",
  "wire-charging": "interconnect",
};

function assess(sketch: Sketch, inputVoltage_V: number, accounting: Accounting, leastAccuracy: number): Assessment {
  const lines = { ...synapseLines(sketch, inputVoltage_V), ...sketch.lines };
  const ledger = Object.entries(lines).map(([line, energy_J]): OwnedLedgerEntry => ({
    line: line as LedgerLine,
    energy_J,
    formula: "columnCurrent_A * inputVoltage_V * delay_s",
    inputs: { columnCurrent_A: sketch.columnCurrent_A, inputVoltage_V, delay_s: sketch.delay_s },
    owner: OWNERS[line as LedgerLine] ?? "neuron",
  }));
  const accuracy = Math.max(0, 1 - 10 ** -Math.max(0.02, sketch.errorExponent));
  const energy = totalEnergy_J(ledger, accounting);
  const missed: Violation[] =
    accuracy < leastAccuracy
      ? [
          {
            kind: "constraint",
            code: "accuracy-at-least",
            message: `accuracy ${accuracy.toPrecision(3)}, wanted at least ${leastAccuracy}`,
            amount: 1 - accuracy / leastAccuracy,
          },
        ]
      : [];
  const phases: Phase[] = [
    { phase: "evaluate", duration_s: sketch.delay_s, formula: "length_m / velocity_m_s" },
    { phase: "read", duration_s: 0.5 * sketch.delay_s, formula: "read_s" },
  ];
  return {
    status: "ok",
    violations: [...(sketch.broken ? [sketch.broken] : []), ...missed, ...(sketch.warnings ?? [])],
    metrics: {
      energy,
      delay: sketch.delay_s,
      edp: energy * sketch.delay_s,
      area: 2e-12 + 50 * INPUTS * 1e-15,
      accuracy,
      energyPerCorrect: energy / Math.max(accuracy, 1e-3),
    },
    ledger,
    phases,
    area: [{ part: "neuron", area_m2: 2e-12, formula: "footprint of the cell" }],
    quantities: { neuron: {}, synapse: {}, interconnect: {}, system: { columnCurrent_A: sketch.columnCurrent_A } },
  };
}

/** The search of one technology: random designs, judged as an archive keeps them. */
function searchRecords(
  study: ResolvedStudy,
  technology: string,
  accounting: Accounting,
  count: number,
): CandidateRecord[] {
  const random = randomAt(study.seed, "synthetic", technology, accounting);
  const least = study.constraints.find(({ metric }) => metric === "accuracy")?.atLeast ?? 0;
  return Array.from({ length: count }, (_, candidate): CandidateRecord => {
    const inputVoltage_V = logUniform(random, 0.005, 0.5);
    const sketch = models[technology]!(random, inputVoltage_V);
    const design: TechnologyDesign = {
      neuron: sketch.neuron,
      synapse: { conductanceMax_S: sketch.columnCurrent_A / inputVoltage_V / 50, levels: 32 },
      interconnect: { driverDrop: 0.03, wireSheet_ohm: 2.5 },
      inputVoltage_V,
    };
    const assessment = assess(sketch, inputVoltage_V, accounting, least);
    const violation = assessment.violations.reduce((sum, { amount }) => sum + amount, 0);
    const record = { search: `${technology}/${accounting}`, candidate, coordinates: [0.5], design, violation };
    if (sketch.broken?.kind !== "impossible")
      return { ...record, assessment, objectives: [assessment.metrics.energy!, assessment.metrics.delay!] };
    const empty = { ...assessment, status: "impossible", metrics: {}, ledger: [], phases: [], area: [] } as const;
    return { ...record, assessment: empty, objectives: [] };
  });
}

function drawChips(record: CandidateRecord, chips: number): VerificationRecord {
  const spread = (mean: number): MonteCarloAccuracy => ({
    chips,
    mean,
    low: mean - 0.004,
    high: Math.min(1, mean + 0.003),
    p05: mean - 0.03,
    p50: mean,
    p95: Math.min(1, mean + 0.01),
  });
  const accuracy = record.assessment.metrics.accuracy!;
  return {
    search: record.search,
    candidate: record.candidate,
    assessment: {
      ...record.assessment,
      monteCarlo: { clean: spread(accuracy - 0.001), test: spread(accuracy - 0.08) },
    },
  };
}

/**
 * Archive records of a study that looks like a real one: random designs of each technology, some impossible, some breaking
 * rules or the accuracy bound, with a ledger of all lines; every second feasible design is verified.
 *
 * @param count candidates per search
 */
export function syntheticInput(study: ResolvedStudy = syntheticStudy(), count = 300): ReportInput {
  const candidates = study.technologies.flatMap(({ name }) =>
    study.held.accounting.flatMap((accounting) => searchRecords(study, name, accounting, count)),
  );
  const verifications = candidates
    .filter(({ violation, candidate }) => violation === 0 && candidate % 2 === 0)
    .map((record) => drawChips(record, study.variation.chips));
  return { study, candidates, verifications, notes: [] };
}
