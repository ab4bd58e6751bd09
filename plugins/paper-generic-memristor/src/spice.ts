import type { SpiceSubcircuit } from "@neurofront/core";

/** The device as an ngspice subcircuit: a resistor. */
export const memristorSpice: SpiceSubcircuit = {
  name: "paper_generic_memristor",
  ports: ["row", "column"],
  parameters: { g: 1e-6 },
  lines: ["Rdevice row column {1/g}"],
  notes: ["Generic memristor: ohmic, g is its conductance in siemens."],
};
