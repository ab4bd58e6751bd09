import type { Design, SynapseOperating } from "@neurofront/core";
import { crossPointCapacitance_F, drivenMemristor, programmingOf } from "@neurofront/physics";
import type { MemristiveDevice, ProgrammedRange } from "@neurofront/physics";
import { defineSynapse, memristorViews, ohmicSubcircuit, stateMemristorCharacter } from "@neurofront/plugin-kit";
import { parameters } from "./parameters.ts";
import { thresholdMemristor } from "./threshold-drift.ts";

type MemristorDesign = Design<typeof parameters>;

function deviceOf(design: MemristorDesign): MemristiveDevice {
  return thresholdMemristor({ ...design, offResistance_ohm: design.onResistance_ohm * design.onOffRatio });
}

/** A positive voltage moves towards off, so that a negative one sets. */
function programmedRange({
  positionMin,
  positionMax,
  length_m,
  setVoltage_V,
  resetVoltage_V,
}: MemristorDesign): ProgrammedRange {
  return {
    stateAtMin: positionMax * length_m,
    stateAtMax: positionMin * length_m,
    setVoltage_V: -setVoltage_V,
    resetVoltage_V,
  };
}

/** Memristor that moves only beyond thresholds of the voltage: VTEAM. */
export const vteamMemristor = defineSynapse({
  id: "vteam-memristor",
  title: "Memristor with voltage thresholds (VTEAM, Kvatinsky et al. 2015)",
  parameters,
  views: memristorViews<typeof parameters>(
    (design, _operating: SynapseOperating) => drivenMemristor(deviceOf(design), programmedRange(design)),
    { name: "position_m", title: "position, from on to off", unit: "m" },
    {
      initialFraction: 0.5,
      amplitude_V: 0.25,
      frequency_Hz: 1e6,
      setPulse_s: 48e-12,
      resetPulse_s: 30e-9,
      switchingVoltage_V: { low: 0.01, high: 1 },
    },
  ),
  characterize(design, { inputVoltage_V }) {
    const device = deviceOf(design);
    const range = programmedRange(design);
    return stateMemristorCharacter({
      conductanceMin_S: device.conductance_S(range.stateAtMin),
      conductanceMax_S: device.conductance_S(range.stateAtMax),
      levels: Infinity,
      nonlinearity: 1,
      capacitance_F: crossPointCapacitance_F(design),
      inputVoltage_V,
      design,
      programming: programmingOf(device, range, { voltage_V: inputVoltage_V, duration_s: design.readDuration_s }),
    });
  },
  programmingSpread_S: (design, _operating, target_S) => design.programmingSpread * target_S,
  readNoise: (design) => design.readNoise,
  aged: (_design, _operating, conductance_S) => ({ mean_S: conductance_S, spread_S: 0 }),
  current_A: (_design, conductance_S, voltage_V) => conductance_S * voltage_V,
  spice: () =>
    ohmicSubcircuit(
      "vteam-memristor",
      "VTEAM memristor: ohmic; its state stands below the thresholds (Kvatinsky et al. 2015).",
    ),
});
