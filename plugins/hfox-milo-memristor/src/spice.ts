import type { SpiceSubcircuit } from "@neurofront/core";
import { FITTED_CONDUCTANCE_S } from "./current-voltage.ts";

/** The device as an ngspice subcircuit: a behavioural current source with the law of `nonlinearity`. */
export const memristorSpice: SpiceSubcircuit = {
  name: "hfox_milo_memristor",
  ports: ["row", "column"],
  parameters: { g: 100e-6 },
  lines: [
    `.param fitted = {min(max(g, ${FITTED_CONDUCTANCE_S.low}), ${FITTED_CONDUCTANCE_S.high})}`,
    `.param l = {ln(fitted)/${Math.LN10}}`,
    ".param n2 = {1.388e-4*l*l*l + 1.541e-3*l*l + 5.711e-3*l + 7.063e-3}",
    ".param n3 = {8.871e-5*l*l + 6.7919e-4*l + 1.2968e-3}",
    "Bdevice row column I = {g}*V(row,column)*(1 + ({n2/fitted})*abs(V(row,column)) + ({n3/fitted})*V(row,column)*V(row,column))",
  ],
  notes: [
    "HfO2 memristor: I = g V (1 + (N2 |V| + N3 V^2)/G), fit of CrossSim to Milo et al., IRPS 2021; G is g within the fitted range.",
    "g is the programmed conductance at zero bias in siemens.",
  ],
};
