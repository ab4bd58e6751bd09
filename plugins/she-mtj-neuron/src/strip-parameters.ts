import { quantity } from "@neurofront/plugin-kit";

/** The heavy-metal strip under the free magnet. */
export const stripParameters = {
  spinHallAngle: quantity({
    unit: "1",
    meaning:
      "spin Hall angle of the heavy metal, magnitude: spin current density that enters the magnet over charge current density, for a thick strip",
    source: {
      kind: "literature",
      note: "beta tungsten on CoFeB: 0.30 from spin-torque resonance, 0.33 from switching (abstract)",
      reference: "pai2012",
    },
    low: 0.01,
    high: 0.6,
    default: 0.3,
  }),
  heavyMetalResistivity_ohm_m: quantity({
    unit: "ohm m",
    meaning: "resistivity of the heavy metal",
    source: { kind: "recalled", note: "beta tungsten, 200 uohm cm; 170 to 260 with thickness", reference: "pai2012" },
    low: 1e-7,
    high: 1e-5,
    default: 2e-6,
    scale: "log",
  }),
  heavyMetalThickness_m: quantity({
    unit: "m",
    meaning: "thickness of the strip",
    source: { kind: "assumed", note: "about twice the spin-diffusion length" },
    low: 1e-9,
    high: 2e-8,
    default: 3e-9,
    scale: "log",
  }),
  spinDiffusionLength_m: quantity({
    unit: "m",
    meaning: "spin-diffusion length of the heavy metal",
    source: { kind: "recalled", note: "1 to 2 nm in tungsten, tantalum and platinum", reference: "liu2011" },
    low: 0.5e-9,
    high: 1e-8,
    default: 1.5e-9,
    scale: "log",
  }),
  stripWidth_m: quantity({
    unit: "m",
    meaning: "width of the strip, across its current",
    source: { kind: "assumed", note: "the free magnet with 2.5 nm on each side" },
    low: 1e-8,
    high: 2e-7,
    default: 5e-8,
  }),
  stripLength_m: quantity({
    unit: "m",
    meaning: "length of the strip between its two contacts, the magnet in the middle",
    source: { kind: "assumed", note: "the free magnet with 27.5 nm to each contact; sweep it" },
    low: 2e-8,
    high: 1e-6,
    default: 1e-7,
    scale: "log",
  }),
} as const;
