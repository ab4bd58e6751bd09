import { defaultsOf } from "@neurofront/core";
import type { Discrepancy } from "@neurofront/core";
import {
  boltzmann_J_K,
  bracketedRoot,
  depinningForce_N,
  domainWallThreshold_A,
  meanReadCurrent_A,
} from "@neurofront/physics";
import { digitalEnergy } from "./sense.ts";
import { operationOf } from "./operation.ts";
import type { Operation } from "./operation.ts";
import { parameters } from "./parameters.ts";
import type { DwmDesign } from "./parameters.ts";
import { dividerOf, readEnergy } from "./read-path.ts";
import { criticalCurrent_A } from "./wall-drive.ts";
import { crossingErrorProbability } from "./write-error.ts";

const device = defaultsOf(parameters);
const reference = "sharad2013";

/** What the paper states. */
const paper = {
  write_s: 1e-9,
  threshold_A: 2e-6,
  thresholdWithoutSpinHall_A: 10e-6,
  referenceDensity_A_m2: 1e11,
  referenceSpeed_m_s: 100,
  spinHallGain: 5,
  synapse_A: 3e-6,
  inputCount: 25,
  columnCurrent_A: 40e-6,
  netCurrent_A: 3e-6,
  inputVoltage_V: 10e-3,
  safeInputVoltage_V: 100e-3,
  cmosInputVoltage_V: 0.5,
  cmosEnergy_J: 0.7e-12,
  cmosEdp_J_s: 3.5e-21,
} as const;

function operating(design: DwmDesign): Operation {
  const operation = operationOf(design);
  if (operation.status === "impossible") throw new Error("the default device must work");
  return operation;
}

const crossingAt_s = (switchingCurrent_A: number, changes: Partial<DwmDesign> = {}): number =>
  operating({ ...device, ...changes, switchingCurrent_A }).write_s;

function thresholdFor_A(write_s: number, changes: Partial<DwmDesign> = {}): number {
  return domainWallThreshold_A((current_A) => crossingAt_s(current_A, changes), write_s, { low_A: 1e-8, high_A: 3e-5 });
}

function errorAt(current_A: number, write_s: number): number {
  return crossingErrorProbability({ ...operating(device), write_s }, 300, current_A);
}

function depinningCurrent_A(barrier_J: number, period_m: number): number {
  const { wall, path } = operating(device);
  return criticalCurrent_A(wall, path, depinningForce_N({ barrier_J, period_m }));
}

function paperEnergy_J(inputVoltage_V: number): number {
  const sense = digitalEnergy(device).find((entry) => entry.line === "sense")!;
  return paper.columnCurrent_A * inputVoltage_V * paper.write_s + readEnergy(device).energy_J + sense.energy_J;
}

/** Where the paper's account of the domain-wall neuron contradicts itself or leaves a hole, recomputed from the model. */
export const discrepancies: readonly Discrepancy[] = [
  {
    id: "current-density",
    statement: "2 uA through a cross-section of 20 x 2 nm^2 corresponds to 4 MA/cm^2.",
    problem: "It is 5 MA/cm^2; 4 MA/cm^2 would be 1.6 uA.",
    treatment: "Current, width and thickness are primary; the density is derived.",
    reference,
    check: () => [
      {
        quantity: "current density",
        unit: "A/m^2",
        stated: 4e10,
        found: operating(device).path.magnetDensity_A_m2_A * paper.threshold_A,
      },
    ],
  },
  {
    id: "wall-speed",
    statement:
      "Walls reach 100 m/s at 1e7 A/cm^2, so less than 10 uA switches the neuron in 1 ns; with the spin Hall effect, 5 times faster, 2 uA does.",
    problem:
      "At that mobility 2.4 uA suffice without spin Hall effect, and 2 uA with it take a quarter of a nanosecond. The chain is simply 10 uA / 5.",
    treatment: "Preset A follows the device chain (10 uA, then 2 uA, both 1 ns); preset B follows the speed sentence.",
    reference,
    check: () => {
      const area_m2 = device.width_m * device.thickness_m;
      const mobility = paper.referenceSpeed_m_s / paper.referenceDensity_A_m2;
      const speed_m_s = (mobility * paper.spinHallGain * paper.threshold_A) / area_m2;
      return [
        {
          quantity: "crossing time at 2 uA with spin Hall effect, by the speed sentence",
          unit: "s",
          stated: paper.write_s,
          found: device.length_m / speed_m_s,
        },
        {
          quantity: "current for 1 ns without spin Hall effect, by the speed sentence",
          unit: "A",
          stated: paper.thresholdWithoutSpinHall_A,
          found: ((device.length_m / paper.write_s) * area_m2) / mobility,
        },
        {
          quantity: "current for 1 ns without spin Hall effect, preset A",
          unit: "A",
          stated: paper.thresholdWithoutSpinHall_A,
          found: thresholdFor_A(paper.write_s, { spinHallAngle: 0 }),
        },
      ];
    },
  },
  {
    id: "strip-resistance",
    statement: "The free domain of 20 x 2 x 60 nm^3 offers about 60 ohm.",
    problem:
      "That implies a resistivity of 4 uohm cm, near bulk copper; thin ferromagnetic films have 5 to 15 times as much, and contacts and the heavy metal are left out.",
    treatment:
      "Write path `paper` keeps 4 uohm cm; write path `physical` has film resistivities and the layers in parallel.",
    reference,
    check: () => [
      {
        quantity: "resistance of the write path `physical`",
        unit: "ohm",
        stated: operating(device).path.resistance_ohm,
        found: operating({ ...device, writePath: "physical" }).path.resistance_ohm,
      },
    ],
  },
  {
    id: "bilayer-current",
    statement: "One current density drives both the spin-transfer torque and the spin Hall effect.",
    problem: "The magnet and the heavy metal share the current; none of it flows in both.",
    treatment: "Write path `physical` splits the current; write path `paper` does not.",
    reference,
    check: () => [
      {
        quantity: "crossing time at 2 uA with the current shared",
        unit: "s",
        stated: paper.write_s,
        found: crossingAt_s(paper.threshold_A, { writePath: "physical" }),
      },
    ],
  },
  {
    id: "total-current",
    statement: "25 inputs of at most 3 uA add up to about 40 uA.",
    problem: "At most 3 uA each is at most 75 uA; 40 uA is an average of 1.6 uA.",
    treatment: "40 uA is the sum of the magnitudes of the synapse currents; 3 uA bounds a single synapse.",
    reference,
    check: () => [
      {
        quantity: "sum of the largest synapse currents",
        unit: "A",
        stated: paper.columnCurrent_A,
        found: paper.inputCount * paper.synapse_A,
      },
    ],
  },
  {
    id: "net-over-total-current",
    statement: "With about 25 inputs the net current is 3 uA of 40 uA.",
    problem:
      "The same paper expects the ratio to fall below 5 % from about 25 inputs on: then the net current is the threshold, with no margin.",
    treatment: "The net currents come from the trained network and the workload, never from a ratio.",
    reference,
    check: () => [
      {
        quantity: "net current at a ratio of 5 %",
        unit: "A",
        stated: paper.netCurrent_A,
        found: 0.05 * paper.columnCurrent_A,
      },
    ],
  },
  {
    id: "read-current-share",
    statement: "The read current of 0.3 uA is about 10 % of the switching threshold.",
    problem: "It is 15 % of 2 uA; 10 % belongs to the net current of 3 uA.",
    treatment: "The resistance-area product gives 0.3 uA; a read above 20 % of the switching current breaks a rule.",
    reference,
    check: () => [
      {
        quantity: "read current over threshold",
        unit: "1",
        stated: 0.1,
        found: meanReadCurrent_A(dividerOf(device)) / paper.threshold_A,
      },
    ],
  },
  {
    id: "thermal-agitation",
    statement: "The neuron switches at 2 uA in 1 ns.",
    problem:
      "No thermal noise is considered. At 2 uA the drive does a work of less than 4 kT on the wall, so that many decisions fail; a free wall wanders further in a nanosecond than the free domain is wide.",
    treatment:
      "The error probability at the temperature of the study is part of the model and so of the accuracy; a study at 0 K reproduces the paper.",
    reference,
    check: () => [
      {
        quantity: "error probability at 2 uA, 1 ns and 300 K",
        unit: "1",
        stated: 0,
        found: errorAt(paper.threshold_A, paper.write_s),
      },
      {
        quantity: "current for an error of 1 % in 1 ns at 300 K",
        unit: "A",
        stated: paper.threshold_A,
        found: bracketedRoot((current_A) => errorAt(current_A, paper.write_s) - 0.01, {
          low: 1e-7,
          high: 2e-5,
          tolerance: 1e-12,
        }),
      },
      {
        quantity: "error probability at 2 uA and 300 K however long the write",
        unit: "1",
        stated: 0,
        found: errorAt(paper.threshold_A, 1e-6),
      },
      {
        quantity: "current that depins a wall held by 20 kT with one well at each end",
        unit: "A",
        stated: paper.threshold_A,
        found: depinningCurrent_A(20 * boltzmann_J_K * 300, device.length_m),
      },
    ],
  },
  {
    id: "dynamic-threshold",
    statement: "The neuron has a switching threshold of 2 uA.",
    problem: "A wall without pinning has no static threshold: any current moves it, only the time differs.",
    treatment:
      "The threshold is dynamic, the current that crosses in the write time; below it the neuron keeps its previous output.",
    reference,
    check: () => [
      {
        quantity: "threshold of a write of 2 ns",
        unit: "A",
        stated: paper.threshold_A,
        found: thresholdFor_A(2e-9),
      },
    ],
  },
  {
    id: "node-loading",
    statement: "The 60 ohm write path clamps the input node to ground; the disturbance is below 2 %.",
    problem:
      "The synapses are not current sources: 40 uA at 10 mV is 4 mS, which with 60 ohm takes part of the net current.",
    treatment: "The input resistance is part of the solved array, so that every net current is the loaded one.",
    reference,
    check: () => [
      {
        quantity: "part of the net current that reaches the wall",
        unit: "1",
        stated: 1,
        found: 1 / (1 + (operating(device).path.resistance_ohm * paper.columnCurrent_A) / paper.inputVoltage_V),
      },
    ],
  },
  {
    id: "overlapped-read",
    statement: "The total energy is below 1 fJ for 1 ns switching speed.",
    problem: "The write and the read last 1 ns each, but are counted as one delay of 1 ns.",
    treatment: "The convention `readTiming` of the study: `overlapped` as the paper counts, or `sequential`.",
    reference,
    check: () => [
      {
        quantity: "delay of write and read in sequence",
        unit: "s",
        stated: paper.write_s,
        found: operating(device).write_s + device.readTime_s,
      },
    ],
  },
  {
    id: "synapse-conductance",
    statement: "Inputs of 10 mV drive up to 3 uA through a synapse, as the 0.5 V inputs of the CMOS neuron do.",
    problem:
      "That takes 300 uS, a synapse of 3.3 kohm: 50 times the conductance of the CMOS case and outside the range of most resistive memories.",
    treatment:
      "Conductance ranges belong to the synapse plugin and the input level to the technology; neither is rescaled to keep a current.",
    reference,
    check: () => [
      {
        quantity: "conductance of the largest synapse",
        unit: "S",
        stated: paper.synapse_A / paper.cmosInputVoltage_V,
        found: paper.synapse_A / paper.inputVoltage_V,
      },
    ],
  },
  {
    id: "advantage-at-100-mv",
    statement:
      "The energy is more than two orders of magnitude below the CMOS neuron's, the energy-delay product three to four orders.",
    problem:
      "True at 10 mV. At 100 mV, which the paper calls more easily achievable, the product gains less than three orders.",
    treatment: "Both input levels stand as published points; studies search the input voltage.",
    reference,
    check: () => {
      const delay_s = paper.write_s;
      const orders = (ratio: number): number => Math.log10(ratio);
      return [
        {
          quantity: "orders of magnitude in energy-delay product at 10 mV",
          unit: "1",
          stated: 3,
          found: orders(paper.cmosEdp_J_s / (paperEnergy_J(paper.inputVoltage_V) * delay_s)),
        },
        {
          quantity: "orders of magnitude in energy-delay product at 100 mV",
          unit: "1",
          stated: 3,
          found: orders(paper.cmosEdp_J_s / (paperEnergy_J(paper.safeInputVoltage_V) * delay_s)),
        },
        {
          quantity: "orders of magnitude in energy at 100 mV",
          unit: "1",
          stated: 2,
          found: orders(paper.cmosEnergy_J / paperEnergy_J(paper.safeInputVoltage_V)),
        },
      ];
    },
  },
];
