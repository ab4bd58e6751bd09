import { definePresets } from "@neurofront/plugin-kit";
import { parameters } from "./parameters.ts";

/** Channels and magnets by name, over the defaults. */
export const presets = definePresets(parameters, {
  copper: {
    title: "copper channel, as it is: arms of 200 nm, ground lead as a spin sink",
    source: {
      kind: "literature",
      note: "resistivity and spin-diffusion length from the code published with arXiv 2312.01477; geometry assumed",
      reference: "nlsv2023",
    },
    values: {
      transport: "nodal",
      groundLead: "spin-sink",
      injectorArm_m: 200e-9,
      outputArm_m: 200e-9,
    },
  },
  silver: {
    title: "polycrystalline silver channel",
    source: {
      kind: "literature",
      note: "spin-diffusion length of 449 nm, stated for polycrystalline films at low temperature by the group (abstract); at room temperature about 300 nm is recalled, taken here; resistivity 3e-8 ohm m recalled",
      reference: "isasa2014",
    },
    values: { channelResistivity_ohm_m: 3e-8, spinDiffusionLength_m: 300e-9 },
  },
  graphene: {
    title: "single-layer graphene channel behind a tunnel barrier, metal leads",
    source: {
      kind: "literature",
      note: "spin-diffusion length of 1.6 um at room temperature (abstract); sheet resistance of 1 kohm times 0.335 nm recalled; barrier of 1 ohm um^2 with a polarisation of 0.3 assumed: barriers of graphene valves are 1e3 to 1e5 times as resistive",
      reference: "han2009",
    },
    values: {
      transport: "nodal",
      channelResistivity_ohm_m: 3.35e-7,
      channelThickness_m: 0.335e-9,
      spinDiffusionLength_m: 1.6e-6,
      injectorArm_m: 100e-9,
      outputArm_m: 100e-9,
      tunnelResistanceArea_ohm_m2: 1e-12,
      tunnelPolarisation: 0.3,
    },
  },
  "in-plane": {
    title: "in-plane magnet of 60 x 20 x 1 nm^3 with 20 kT, Monte Carlo",
    source: {
      kind: "assumed",
      note: "barrier and size of the usual in-plane magnet, its demagnetising field mostly compensated by interface anisotropy, because holding it across costs e N_s gamma0 sqrt(H_k H_d)",
    },
    values: {
      magnet: "in-plane",
      dynamics: "macrospin",
      magnetLength_m: 60e-9,
      magnetWidth_m: 20e-9,
      demagnetisingField_A_m: 2e5,
      presetOverdrive: 80,
      presetVoltage_V: 0.1,
      presetContactArea_m2: 6e-15,
      groundLeadThickness_m: 100e-9,
      evaluation_s: 2e-9,
      fallTime_s: 1e-9,
      runs: 200,
    },
  },
});
