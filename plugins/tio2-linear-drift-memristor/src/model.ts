import type { Design, SynapseOperating } from "@neurofront/core";
import { crossPointCapacitance_F, drivenMemristor, programmingOf } from "@neurofront/physics";
import type { ProgrammedRange } from "@neurofront/physics";
import { defineSynapse, memristorViews, ohmicSubcircuit, stateMemristorCharacter } from "@neurofront/plugin-kit";
import { linearDriftDevice } from "./linear-drift.ts";
import { parameters } from "./parameters.ts";

type MemristorDesign = Design<typeof parameters>;

/** A positive voltage drives vacancies into the undoped part. */
function programmedRange(design: MemristorDesign): ProgrammedRange {
  return {
    stateAtMin: design.stateMin,
    stateAtMax: design.stateMax,
    setVoltage_V: design.setVoltage_V,
    resetVoltage_V: -design.resetVoltage_V,
  };
}

/** Titanium-dioxide memristor of linear ion drift: ohmic, without a threshold, so that every read moves its state. */
export const tio2LinearDriftMemristor = defineSynapse({
  id: "tio2-linear-drift-memristor",
  title: "TiO2 memristor with linear ion drift (Strukov et al. 2008)",
  parameters,
  views: memristorViews<typeof parameters>(
    (design, _operating: SynapseOperating) => drivenMemristor(linearDriftDevice(design), programmedRange(design)),
    { name: "dopedPart", title: "doped part of the film", unit: "1" },
    {
      initialFraction: 0.1,
      amplitude_V: 1,
      frequency_Hz: 1,
      setPulse_s: 37e-3,
      resetPulse_s: 37e-3,
      switchingVoltage_V: { low: 0.1, high: 10 },
    },
  ),
  characterize(design, { inputVoltage_V }) {
    const device = linearDriftDevice(design);
    const read = { voltage_V: inputVoltage_V, duration_s: design.readDuration_s };
    return stateMemristorCharacter({
      conductanceMin_S: device.conductance_S(design.stateMin),
      conductanceMax_S: device.conductance_S(design.stateMax),
      levels: Infinity,
      nonlinearity: 1,
      capacitance_F: crossPointCapacitance_F({ ...design, oxideThickness_m: design.thickness_m }),
      inputVoltage_V,
      design,
      programming: programmingOf(device, programmedRange(design), read),
      quantities: { enduranceCycles: design.enduranceCycles },
    });
  },
  programmingSpread_S: (design, _operating, target_S) => design.programmingSpread * target_S,
  readNoise: (design) => design.readNoise,
  aged: (_design, _operating, conductance_S) => ({ mean_S: conductance_S, spread_S: 0 }),
  current_A: (_design, conductance_S, voltage_V) => conductance_S * voltage_V,
  spice: () =>
    ohmicSubcircuit(
      "tio2-linear-drift-memristor",
      "TiO2 memristor: ohmic, Strukov et al., Nature 453, 80 (2008); the drift of its state under the read is left out.",
    ),
});
