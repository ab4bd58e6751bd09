/**
 * Processor time of the device models beside the same work in numpy and scipy, in one run: `node bench/device-models.ts`.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import dwmNeuron from "@neurofront/dwm-neuron";
import { defaultsOf, randomAt } from "@neurofront/core";
import type { NeuronModel, OperatingPoint } from "@neurofront/core";
import {
  advanceLangevin,
  domainWallCrossingTime_s,
  domainWallMotion,
  domainWallOf,
  domainWallTransit_s,
  qPhiLaw,
  restingEnsemble,
  spinDrift_m_s,
  spinHallField_A_m,
  thermalField_A_m,
  fieldGyromagneticRatio_m_A_s,
  threePointNoise,
} from "@neurofront/physics";
import assert from "node:assert";
import { processorTime_s } from "./processor-time.ts";

/** A Python with numpy and scipy (Debian: python3-numpy, python3-scipy). */
const PYTHON = process.env["PYTHON"] ?? "/usr/bin/python3";

const neuron = dwmNeuron.models[0] as NeuronModel;
const operating: OperatingPoint = {
  inputVoltage_V: 10e-3,
  temperature_K: 300,
  inputCount: 26,
  outputCount: 26,
  columnConductance_S: 4e-3,
  columnCapacitance_F: 12.5e-15,
  columnCurrent_A: 40e-6,
  conventions: { readTiming: "overlapped", cmosDelay: "half-cycle", cmosDecision: "cross" },
};

/** Designs around the default: many, because a model may remember what it computed for the last one. */
function someDesigns(count: number): Record<string, number>[] {
  const random = randomAt(1, "bench", "designs");
  const between = (low: number, high: number): number => low * (high / low) ** random.uniform();
  const defaults = defaultsOf(neuron.parameters) as Record<string, number>;
  return Array.from({ length: count }, () => ({
    ...defaults,
    length_m: between(50e-9, 100e-9),
    width_m: between(15e-9, 40e-9),
    thickness_m: between(1.5e-9, 2.5e-9),
    switchingCurrent_A: between(1e-6, 5e-6),
  }));
}

const WALLS = 10_000;
const STEP_S = 0.2e-12;
/** A part of the nanosecond: the cost is the same at every step. */
const STEPS = 100;
const STEPS_OF_1_NS = 5000;

const designs = someDesigns(2000);
const [first] = designs;
const closedForm_s =
  processorTime_s(() => {
    for (const design of designs) neuron.characterize(design, operating);
  }) / designs.length;

const physics_s =
  processorTime_s(() => {
    for (const design of designs) {
      const one = domainWallOf(design as unknown as Parameters<typeof domainWallOf>[0]);
      const current_A_m2 = design["switchingCurrent_A"]! / (design["width_m"]! * design["thickness_m"]!);
      const motion = domainWallMotion(one, {
        drift_m_s: spinDrift_m_s(one, current_A_m2),
        spinHallField_A_m: spinHallField_A_m(one, design["spinHallAngle"]!, current_A_m2),
      });
      domainWallCrossingTime_s(motion, design["length_m"]!);
    }
  }) / designs.length;

const wall = domainWallOf(first as unknown as Parameters<typeof domainWallOf>[0]);
const density_A_m2 = first!["switchingCurrent_A"]! / (first!["width_m"]! * first!["thickness_m"]!);
const drive = {
  drift_m_s: spinDrift_m_s(wall, density_A_m2),
  spinHallField_A_m: spinHallField_A_m(wall, first!["spinHallAngle"]!, density_A_m2),
};
const track = { length_m: first!["length_m"]!, endStiffness_N_m: 0, pinning: { barrier_J: 0, period_m: 1 } };
const crossing_s = processorTime_s(() => domainWallTransit_s(wall, track, drive));
const endless = { ...track, length_m: Infinity };
const langevin_s = processorTime_s(() => {
  advanceLangevin(wall, endless, drive, restingEnsemble(WALLS), {
    temperature_K: 300,
    step_s: STEP_S,
    count: STEPS,
    random: threePointNoise(randomAt(1, "bench", "walls")),
  });
});

const found = JSON.parse(
  execFileSync(PYTHON, [join(import.meta.dirname, "device-models.py")], {
    maxBuffer: 2 ** 26,
    input: JSON.stringify({
      ...qPhiLaw(wall, track, drive),
      length_m: track.length_m,
      walls: WALLS,
      steps: STEPS,
      step_s: STEP_S,
      noise: fieldGyromagneticRatio_m_A_s * thermalField_A_m(wall, 300, STEP_S),
      designs: Object.fromEntries(
        ["width_m", "thickness_m", "length_m", "switchingCurrent_A"].map((name) => [
          name,
          designs.map((one) => one[name]),
        ]),
      ),
    }),
  }).toString(),
) as Record<"crossing_s" | "crossingFound_s" | "langevin_s" | "closedForm_s", number> & {
  closedFormFound_s: number[];
};

// The same work: the same answers.
assert(Math.abs(found.crossingFound_s / domainWallTransit_s(wall, track, drive) - 1) < 1e-6);
const answer = neuron.characterize(first!, operating);
if (answer.status !== "ok") throw new Error("the first design is impossible");
assert(Math.abs(found.closedFormFound_s[0]! / answer.phases[0]!.duration_s - 1) < 1e-3);

const perNanosecond = STEPS_OF_1_NS / STEPS;
console.table({
  "closed form of a write (wall, motion, crossing), us": row(physics_s * 1e6, found.closedForm_s * 1e6, 5),
  "whole character of a design, us": row(closedForm_s * 1e6, found.closedForm_s * 1e6, 5),
  "q-phi switching time, us": row(crossing_s * 1e6, found.crossing_s * 1e6, 100),
  "10 000 thermal runs of 1 ns, s": row(langevin_s * perNanosecond, found.langevin_s * perNanosecond, 10),
});

/** numpy does the closed form of a write for all designs at once; a character also has its ledger, validity and threshold. */
function row(ours: number, python: number, target: number): Record<string, number> {
  const short = (value: number): number => Number(value.toPrecision(3));
  return { ours: short(ours), "numpy, scipy": short(python), "ours / theirs": short(ours / python), target };
}
