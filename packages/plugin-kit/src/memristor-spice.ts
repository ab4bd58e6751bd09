import type { SpiceSubcircuit } from "@neurofront/core";

/**
 * A device as an ngspice subcircuit of the state in which it was programmed: it does not move. `g` is its conductance at zero bias.
 *
 * @param id of the model; the subcircuit takes its name
 * @param lines one or more elements from `row` to `column`
 * @param law the current law in words, with its source
 */
export function programmedSubcircuit(id: string, lines: readonly string[], law: string): SpiceSubcircuit {
  return {
    name: id.replaceAll("-", "_"),
    ports: ["row", "column"],
    parameters: { g: 1e-6 },
    lines,
    notes: [
      law,
      "g is the programmed conductance at zero bias in siemens; the state does not move. The default is a placeholder.",
    ],
  };
}

/** An ohmic device: a resistor. */
export function ohmicSubcircuit(id: string, law: string): SpiceSubcircuit {
  return programmedSubcircuit(id, ["Rdevice row column {1/g}"], law);
}

/** A device with I = g V0 sinh(V / V0): a behavioural current source. */
export function sinhSubcircuit(id: string, scale_V: number, law: string): SpiceSubcircuit {
  return programmedSubcircuit(id, [`Bdevice row column I = {g*${scale_V}}*sinh(V(row,column)/${scale_V})`], law);
}
