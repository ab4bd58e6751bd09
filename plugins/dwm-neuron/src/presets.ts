import { definePresets } from "@neurofront/plugin-kit";
import { parameters } from "./parameters.ts";

const free = { length_m: 60e-9, width_m: 20e-9 };

/** Parameter sets by name. A and B reproduce sentences of the paper; R1 and R2 are film stacks of the literature. */
export const presets = definePresets(parameters, {
  A: {
    title: "paper, device: 2 uA with and 10 uA without spin Hall effect in 1 ns",
    source: {
      kind: "fitted",
      note: "geometry, spin Hall angle and anchors of the paper; film of mumax3; damping and non-adiabaticity fitted to the anchors",
      reference: "sharad2013",
    },
    values: {
      ...free,
      thickness_m: 2e-9,
      saturationMagnetisation_A_m: 6e5,
      exchangeStiffness_J_m: 1e-11,
      uniaxialAnisotropy_J_m3: 5.9e5,
      interfacialDmi_J_m: 2.4e-12,
      damping: 0.07,
      nonAdiabaticity: 0.32,
      polarisation: 0.6,
      spinHallAngle: 0.2,
      sheAssist: "assist",
    },
  },
  B: {
    title: "paper, speed: 100 m/s at 1e7 A/cm^2 without spin Hall effect",
    source: {
      kind: "fitted",
      note: "as A with damping and DMI fitted to that sentence; beta/alpha = 17 is not a credible material",
      reference: "sharad2013",
    },
    values: {
      ...free,
      thickness_m: 2e-9,
      saturationMagnetisation_A_m: 6e5,
      exchangeStiffness_J_m: 1e-11,
      uniaxialAnisotropy_J_m3: 5.9e5,
      interfacialDmi_J_m: 3e-12,
      damping: 0.0185,
      nonAdiabaticity: 0.32,
      polarisation: 0.6,
      spinHallAngle: 0.2,
      sheAssist: "assist",
    },
  },
  R1: {
    title: "W/CoFeB, spin Hall effect alone",
    source: {
      kind: "literature",
      note: "one-dimensional wall program of the Hayashi laboratory; its effective anisotropy 3.2e5 J/m^3 turned into K_u for a 20 nm strip",
      reference: "hayashiPrograms",
    },
    values: {
      ...free,
      thickness_m: 1e-9,
      saturationMagnetisation_A_m: 1.1e6,
      exchangeStiffness_J_m: 1.5e-11,
      uniaxialAnisotropy_J_m3: 9.709e5,
      interfacialDmi_J_m: 3e-13,
      damping: 0.05,
      nonAdiabaticity: 0,
      polarisation: 0,
      spinHallAngle: 0.21,
      sheAssist: "assist",
    },
  },
  R2: {
    title: "Pt/CoFe, spin Hall effect alone",
    source: {
      kind: "recalled",
      note: "Emori et al., Nat. Mater. 12, 611 (2013) and Martinez et al.",
      reference: "martinez2013",
    },
    values: {
      ...free,
      thickness_m: 0.6e-9,
      saturationMagnetisation_A_m: 7e5,
      exchangeStiffness_J_m: 1e-11,
      uniaxialAnisotropy_J_m3: 4.8e5,
      interfacialDmi_J_m: 7.2e-13,
      damping: 0.3,
      nonAdiabaticity: 0,
      polarisation: 0,
      spinHallAngle: 0.07,
      sheAssist: "assist",
    },
  },
});
