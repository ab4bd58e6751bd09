import type { QuantityParameter } from "@neurofront/core";
import { quantity } from "./define.ts";

/** Reference temperature, Curie temperature and exponents of a film whose material changes with temperature. */
export function filmTemperatureParameters(): Record<
  "referenceTemperature_K" | "curieTemperature_K" | "exchangeExponent" | "anisotropyExponent" | "dmiExponent",
  QuantityParameter
> {
  return {
    referenceTemperature_K: quantity({
      unit: "K",
      meaning: "temperature at which the material parameters of the film hold",
      source: { kind: "assumed", note: "room temperature; the sources do not all say" },
      low: 200,
      high: 450,
      default: 300,
    }),
    curieTemperature_K: quantity({
      unit: "K",
      meaning: "temperature at which the film loses its magnetisation; between, Bloch's law with the power 3/2",
      source: {
        kind: "assumed",
        note: "films of 1 to 2 nm of CoFe(B) lie below the 1390 K of bulk cobalt; 600 K for 0.6 nm of cobalt",
      },
      low: 500,
      high: 2000,
      default: 1100,
    }),
    exchangeExponent: quantity({
      unit: "1",
      meaning: "power of the saturation magnetisation with which the exchange stiffness falls",
      source: {
        kind: "recalled",
        note: "1.8 for cobalt, Moreno et al., Phys. Rev. B 94, 104433 (2016); 2 in mean field",
      },
      low: 1,
      high: 2.5,
      default: 1.8,
    }),
    anisotropyExponent: quantity({
      unit: "1",
      meaning: "power of the saturation magnetisation with which the uniaxial anisotropy falls",
      source: {
        kind: "recalled",
        note: "3 for a uniaxial single ion, Callen and Callen, J. Phys. Chem. Solids 27, 1271 (1966); 2 to 3 at CoFeB/MgO interfaces",
      },
      low: 1,
      high: 5,
      default: 3,
    }),
    dmiExponent: quantity({
      unit: "1",
      meaning: "power of the saturation magnetisation with which the Dzyaloshinskii-Moriya interaction falls",
      source: {
        kind: "assumed",
        note: "that of the exchange, of which it is a part; measurements reach from 1.5 to 5",
      },
      low: 1,
      high: 5,
      default: 1.8,
    }),
  };
}
