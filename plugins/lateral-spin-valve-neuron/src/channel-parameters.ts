import type { Provenance } from "@neurofront/core";
import { quantity } from "@neurofront/plugin-kit";

const copper: Provenance = {
  kind: "literature",
  note: "copper, from the code published with arXiv 2312.01477; 2e-8 to 7e-8 ohm m with the size effect",
};

const permalloy: Provenance = { kind: "recalled", note: "Ni80Fe20 or CoFe films, within 20 %" };

/** Channel, injector and the charge path to ground. The side arms of the channel are assumed infinite. */
export const channelParameters = {
  channelResistivity_ohm_m: quantity({
    unit: "ohm m",
    meaning: "resistivity of the normal-metal channel",
    source: copper,
    low: 2e-8,
    high: 7e-8,
    default: 2.35e-8,
  }),
  spinDiffusionLength_m: quantity({
    unit: "m",
    meaning: "spin-diffusion length of the channel",
    source: {
      ...copper,
      note: "copper, from the code published with arXiv 2312.01477; 150 to 500 nm in the literature",
    },
    low: 150e-9,
    high: 500e-9,
    default: 400e-9,
  }),
  channelWidth_m: quantity({
    unit: "m",
    meaning: "width of the channel",
    source: { kind: "assumed", note: "wide enough for a single-domain magnet" },
    low: 20e-9,
    high: 100e-9,
    default: 60e-9,
  }),
  channelThickness_m: quantity({
    unit: "m",
    meaning: "thickness of the channel",
    source: { kind: "assumed", note: "half of the width" },
    low: 10e-9,
    high: 50e-9,
    default: 30e-9,
  }),
  injectorDetectorDistance_m: quantity({
    unit: "m",
    meaning: "distance between the centres of the injector and the output magnet",
    source: { kind: "assumed", note: "sweep it" },
    low: 40e-9,
    high: 400e-9,
    default: 100e-9,
    scale: "log",
  }),
  injectorLength_m: quantity({
    unit: "m",
    meaning: "length of the injector along the channel; it spans the width of the channel",
    source: { kind: "assumed", note: "contact of 60 x 20 nm^2" },
    low: 10e-9,
    high: 60e-9,
    default: 20e-9,
  }),
  injectorThickness_m: quantity({
    unit: "m",
    meaning: "thickness of the fixed magnets (injector and preset), which the charge current crosses",
    source: { kind: "assumed", note: "two spin-diffusion lengths, so that the polarisation is the bulk one" },
    low: 5e-9,
    high: 50e-9,
    default: 10e-9,
  }),
  magnetResistivity_ohm_m: quantity({
    unit: "ohm m",
    meaning: "resistivity of the magnets",
    source: permalloy,
    low: 1e-7,
    high: 3e-7,
    default: 2.5e-7,
  }),
  magnetSpinDiffusionLength_m: quantity({
    unit: "m",
    meaning: "spin-diffusion length of the magnets",
    source: permalloy,
    low: 4e-9,
    high: 40e-9,
    default: 5e-9,
    scale: "log",
  }),
  polarisation: quantity({
    unit: "1",
    meaning: "spin polarisation of the conductivity of the magnets",
    source: permalloy,
    low: 0.25,
    high: 0.5,
    default: 0.4,
  }),
  mixingConductance_S_m2: quantity({
    unit: "S/m^2",
    meaning: "real part of the spin-mixing conductance between channel and output magnet",
    source: { kind: "recalled", note: "first-principles values for Co/Cu, 2e14 to 8e14", reference: "brataas2006" },
    low: 2e14,
    high: 8e14,
    default: 5e14,
  }),
  contactResistanceArea_ohm_m2: quantity({
    unit: "ohm m^2",
    meaning: "resistance-area product of a magnet-channel interface",
    source: { kind: "recalled", note: "about 0.5 fohm m^2 for transparent Co/Cu interfaces", reference: "bass1999" },
    low: 0,
    high: 1e-14,
    default: 5e-16,
  }),
  groundLeadLength_m: quantity({
    unit: "m",
    meaning: "length of channel metal from below a fixed magnet to the ground lead",
    source: { kind: "assumed", note: "as far as the output magnet" },
    low: 20e-9,
    high: 1e-6,
    default: 100e-9,
    scale: "log",
  }),
} as const;
