import { choice, quantity } from "@neurofront/plugin-kit";

/** The free output magnet. */
export const magnetParameters = {
  magnet: choice({
    options: ["perpendicular", "in-plane"],
    meaning:
      "easy axis of the free domain: out of the plane, or in the plane along its length; in-plane magnets need macrospin dynamics",
    source: {
      kind: "assumed",
      note: "the error of a perpendicular magnet closes analytically and its preset current is several times smaller",
    },
    default: "perpendicular",
  }),
  magnetLength_m: quantity({
    unit: "m",
    meaning: "length of the free domain, across the channel",
    source: { kind: "assumed", note: "square of the area of 60 x 20 nm^2: a rectangle would not be uniaxial" },
    low: 10e-9,
    high: 100e-9,
    default: 34.641e-9,
  }),
  magnetWidth_m: quantity({
    unit: "m",
    meaning: "width of the free domain, along the channel",
    source: { kind: "assumed", note: "square of the area of 60 x 20 nm^2: a rectangle would not be uniaxial" },
    low: 10e-9,
    high: 100e-9,
    default: 34.641e-9,
  }),
  magnetThickness_m: quantity({
    unit: "m",
    meaning: "thickness of the free domain",
    source: { kind: "assumed", note: "typical of perpendicular CoFeB films" },
    low: 0.6e-9,
    high: 3e-9,
    default: 1e-9,
  }),
  saturationMagnetisation_A_m: quantity({
    unit: "A/m",
    meaning: "saturation magnetisation of the free domain",
    source: { kind: "assumed", note: "between thin CoFeB and Co/Ni multilayers" },
    low: 4e5,
    high: 1.2e6,
    default: 8e5,
  }),
  energyBarrier_J: quantity({
    unit: "J",
    meaning: "energy barrier between the two outputs; interface anisotropy makes it, so it is set directly",
    source: { kind: "assumed", note: "20 kT at 300 K: holds an output for about 0.5 s at an attempt time of 1 ns" },
    low: 4.141947e-20,
    high: 2.4851682e-19,
    default: 8.283894e-20,
    scale: "log",
  }),
  demagnetisingField_A_m: quantity({
    unit: "A/m",
    meaning: "field that holds an in-plane magnet in its plane, net of interface anisotropy",
    source: { kind: "assumed", note: "film of 8e5 A/m in part compensated by its interfaces; none for perpendicular" },
    low: 2e4,
    high: 1.5e6,
    default: 6.5e5,
    scale: "log",
  }),
  damping: quantity({
    unit: "1",
    meaning: "Gilbert damping of the free domain",
    source: { kind: "assumed", note: "thin perpendicular films, 0.005 to 0.03" },
    low: 0.005,
    high: 0.03,
    default: 0.01,
    scale: "log",
  }),
  interfaceAnisotropyLimit_J_m2: quantity({
    unit: "J/m^2",
    meaning: "largest interface anisotropy that the material system offers; bounds barrier and thinness",
    source: { kind: "recalled", note: "CoFeB on MgO, 1.3 mJ/m^2", reference: "ikeda2010" },
    low: 0.5e-3,
    high: 3e-3,
    default: 1.3e-3,
  }),
} as const;
