import { definePresets } from "@neurofront/plugin-kit";
import { parameters } from "./parameters.ts";

/** Strips of three heavy metals; the magnets of tantalum and platinum are larger and of lower barrier, so that the strip survives the preset. */
export const presets = definePresets(parameters, {
  tungsten: {
    title: "beta tungsten strip",
    source: { kind: "literature", note: "spin Hall angle of the abstract; the rest recalled", reference: "pai2012" },
    values: {
      spinHallAngle: 0.3,
      heavyMetalResistivity_ohm_m: 2e-6,
      heavyMetalThickness_m: 3e-9,
      spinDiffusionLength_m: 1.5e-9,
    },
  },
  tantalum: {
    title: "beta tantalum strip",
    source: {
      kind: "recalled",
      note: "spin Hall angle 0.15 from switching, 190 uohm cm; the magnet is chosen",
      reference: "liu2012",
    },
    values: {
      spinHallAngle: 0.15,
      heavyMetalResistivity_ohm_m: 1.9e-6,
      heavyMetalThickness_m: 4e-9,
      spinDiffusionLength_m: 1.5e-9,
      magnetLength_m: 5.5e-8,
      magnetWidth_m: 5.5e-8,
      stripWidth_m: 6e-8,
      stripLength_m: 1.15e-7,
      energyBarrier_J: 6.2129205e-20,
      presetDuration_s: 0.9e-9,
      presetVoltage_V: 0.45,
    },
  },
  platinum: {
    title: "platinum strip",
    source: {
      kind: "recalled",
      note: "spin Hall angle 0.07, 25 uohm cm, spin-diffusion length 1.4 nm; the magnet is chosen",
      reference: "liu2011",
    },
    values: {
      spinHallAngle: 0.07,
      heavyMetalResistivity_ohm_m: 2.5e-7,
      heavyMetalThickness_m: 4e-9,
      spinDiffusionLength_m: 1.4e-9,
      magnetLength_m: 6e-8,
      magnetWidth_m: 6e-8,
      stripWidth_m: 6.5e-8,
      stripLength_m: 1.2e-7,
      energyBarrier_J: 5.3845311e-20,
      presetDuration_s: 1.2e-9,
      presetVoltage_V: 0.2,
    },
  },
});
