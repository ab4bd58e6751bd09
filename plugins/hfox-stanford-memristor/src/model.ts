import { above } from "@neurofront/core";
import type { Design, SynapseOperating } from "@neurofront/core";
import { crossPointCapacitance_F, drivenMemristor, elementaryCharge_C, programmingOf } from "@neurofront/physics";
import type { ProgrammedRange } from "@neurofront/physics";
import { defineSynapse, memristorViews, sinhSubcircuit, stateMemristorCharacter } from "@neurofront/plugin-kit";
import { barrierLowering_J, filamentDevice, localTemperature_K } from "./filament-gap.ts";
import { parameters } from "./parameters.ts";

type MemristorDesign = Design<typeof parameters>;

/** A positive voltage closes the gap. */
function programmedRange(design: MemristorDesign): ProgrammedRange {
  return {
    stateAtMin: design.gapMax_m,
    stateAtMax: design.gapMin_m,
    setVoltage_V: design.setVoltage_V,
    resetVoltage_V: -design.resetVoltage_V,
  };
}

/** f(V): current over zero-bias conductance. */
function readFunction_V({ voltageScale_V }: MemristorDesign, voltage_V: number): number {
  return voltageScale_V * Math.sinh(voltage_V / voltageScale_V);
}

/** Melting point of HfO2, about 2780 C, recalled from handbooks. */
const MELTING_K = 3050;

/** Surveyed endurance of memristive devices, worst and best. */
const ENDURANCE_CYCLES = { worst: 1e4, best: 1e9 } as const;

/** HfOx memristor with a filament, its gap and its Joule heat: the Stanford/PKU model. */
export const hfoxStanfordMemristor = defineSynapse({
  id: "hfox-stanford-memristor",
  title: "HfOx memristor with filament gap and Joule heat (Stanford/PKU, Jiang et al. 2016)",
  parameters,
  views: memristorViews<typeof parameters>(
    (design, { temperature_K }: SynapseOperating) =>
      drivenMemristor(filamentDevice(design, temperature_K), programmedRange(design)),
    { name: "gap_m", title: "gap", unit: "m" },
    {
      initialFraction: 1,
      amplitude_V: 1.6,
      frequency_Hz: 1e5,
      setPulse_s: 3e-9,
      resetPulse_s: 3e-9,
      switchingVoltage_V: { low: 1, high: 3 },
    },
  ),
  characterize(design, { inputVoltage_V, temperature_K }) {
    const device = filamentDevice(design, temperature_K);
    const writeVoltage_V = Math.max(design.setVoltage_V, design.resetVoltage_V);
    const lowering_J = barrierLowering_J(design, design.gapMin_m, Math.max(writeVoltage_V, inputVoltage_V));
    const hottest_K = localTemperature_K(design, design.gapMin_m, writeVoltage_V, temperature_K);
    return stateMemristorCharacter({
      conductanceMin_S: device.conductance_S(design.gapMax_m),
      conductanceMax_S: device.conductance_S(design.gapMin_m),
      levels: design.levels,
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
          "invalid",
          "filament-melts",
          hottest_K,
          MELTING_K,
          `${writeVoltage_V} V heat the narrowest gap to ${hottest_K.toPrecision(4)} K; hafnium oxide melts at ${MELTING_K} K`,
        ),
        above(
          "invalid",
          "no-barrier-left",
          lowering_J,
          design.activationEnergy_J,
          `the local field takes ${(lowering_J / elementaryCharge_C).toPrecision(3)} eV off a barrier of ${(design.activationEnergy_J / elementaryCharge_C).toPrecision(3)} eV; hops over none are not thermally activated`,
        ),
      ],
      quantities: {
        hottestWrite_K: hottest_K,
        leastEnduranceCycles: ENDURANCE_CYCLES.worst,
        largestEnduranceCycles: ENDURANCE_CYCLES.best,
      },
    });
  },
  programmingSpread_S: (design, _operating, target_S) => design.programmingSpread * target_S,
  readNoise: (design) => design.readNoise,
  aged: (_design, _operating, conductance_S) => ({ mean_S: conductance_S, spread_S: 0 }),
  current_A: (design, conductance_S, voltage_V) => conductance_S * readFunction_V(design, voltage_V),
  spice: ({ voltageScale_V }) =>
    sinhSubcircuit(
      "hfox-stanford-memristor",
      voltageScale_V,
      "HfOx memristor: I = g V0 sinh(V / V0) at a fixed gap, Stanford/PKU model.",
    ),
});
