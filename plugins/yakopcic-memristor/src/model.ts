import { above } from "@neurofront/core";
import type { Design, SynapseOperating } from "@neurofront/core";
import { crossPointCapacitance_F, drivenMemristor, programmingOf } from "@neurofront/physics";
import type { ProgrammedRange } from "@neurofront/physics";
import { defineSynapse, memristorViews, sinhSubcircuit, stateMemristorCharacter } from "@neurofront/plugin-kit";
import { parameters, presets } from "./parameters.ts";
import { yakopcicDevice } from "./state-equation.ts";

type MemristorDesign = Design<typeof parameters>;

/** A positive voltage raises the state. */
function programmedRange(design: MemristorDesign): ProgrammedRange {
  return {
    stateAtMin: design.stateMin,
    stateAtMax: design.stateMax,
    setVoltage_V: design.setVoltage_V,
    resetVoltage_V: -design.resetVoltage_V,
  };
}

/** f(V): current over zero-bias conductance of the forward branch, for both signs. */
function readFunction_V({ bendVoltage_V }: MemristorDesign, voltage_V: number): number {
  return bendVoltage_V * Math.sinh(voltage_V / bendVoltage_V);
}

/** Larger over smaller branch; more than this between the signs gets a warning. */
const EQUAL_BRANCHES = 1.01;

/** Memristor whose current is its state times a hyperbolic sine, and whose state moves only beyond thresholds. */
export const yakopcicMemristor = defineSynapse({
  id: "yakopcic-memristor",
  title: "Memristor with hyperbolic-sine conduction and thresholds (Yakopcic et al. 2011)",
  parameters,
  presets,
  views: memristorViews<typeof parameters>(
    (design, _operating: SynapseOperating) => drivenMemristor(yakopcicDevice(design), programmedRange(design)),
    { name: "state", title: "state", unit: "1" },
    {
      initialFraction: 0.1,
      amplitude_V: 2,
      frequency_Hz: 5,
      setPulse_s: 1.7e-3,
      resetPulse_s: 0.55e-3,
      switchingVoltage_V: { low: 0.1, high: 10 },
    },
  ),
  characterize(design, { inputVoltage_V }) {
    const device = yakopcicDevice(design);
    const { forwardCurrent_A, backwardCurrent_A } = design;
    const branchRatio = Math.max(forwardCurrent_A, backwardCurrent_A) / Math.min(forwardCurrent_A, backwardCurrent_A);
    return stateMemristorCharacter({
      conductanceMin_S: device.conductance_S(design.stateMin),
      conductanceMax_S: device.conductance_S(design.stateMax),
      levels: Infinity,
      nonlinearity: readFunction_V(design, inputVoltage_V) / inputVoltage_V,
      capacitance_F: crossPointCapacitance_F(design),
      inputVoltage_V,
      design,
      programming: programmingOf(device, programmedRange(design), {
        voltage_V: inputVoltage_V,
        duration_s: design.readDuration_s,
      }),
      violations: [
        above(
          "warning",
          "branches-differ",
          branchRatio,
          EQUAL_BRANCHES,
          `the set conducts ${(backwardCurrent_A / forwardCurrent_A).toPrecision(3)} times as much under negative voltage; the read law takes the forward branch for both signs`,
        ),
      ],
      quantities: { backwardOverForward: backwardCurrent_A / forwardCurrent_A },
    });
  },
  programmingSpread_S: (design, _operating, target_S) => design.programmingSpread * target_S,
  readNoise: (design) => design.readNoise,
  aged: (_design, _operating, conductance_S) => ({ mean_S: conductance_S, spread_S: 0 }),
  current_A: (design, conductance_S, voltage_V) => conductance_S * readFunction_V(design, voltage_V),
  spice: ({ bendVoltage_V }) =>
    sinhSubcircuit(
      "yakopcic-memristor",
      bendVoltage_V,
      "Yakopcic memristor: I = g V0 sinh(V / V0), the forward branch for both signs.",
    ),
});
