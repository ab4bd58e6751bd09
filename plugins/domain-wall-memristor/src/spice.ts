import type { SpiceSubcircuit } from "@neurofront/core";
import { junctionConductanceNetlist, parallelPartNetlist } from "@neurofront/physics";
import { ohmicSubcircuit, programmedSubcircuit } from "@neurofront/plugin-kit";
import type { DomainWallMemristorDesign } from "./parameters.ts";
import { junctionOf } from "./read-path.ts";

const id = "domain-wall-memristor";

/** The read path as an ngspice subcircuit, with the wall where its conductance puts it. */
export function readPathSubcircuit(design: DomainWallMemristorDesign): SpiceSubcircuit {
  if (design.type !== "junction")
    return ohmicSubcircuit(id, "Domain-wall memristor: spin valve with current in the plane, ohmic.");
  const junction = junctionOf(design);
  const secant = (bias: string): string => junctionConductanceNetlist(junction, "{held}", bias);
  return programmedSubcircuit(
    id,
    [
      parallelPartNetlist(junction),
      ".param held = {min(max(part, 0), 1)}",
      `Bdevice row column I = {g}*V(row,column)*${secant("V(row,column)")}/${secant("0")}`,
    ],
    "Domain-wall memristor: junction of which the wall makes a part parallel; the antiparallel part has TMR / (1 + (V / Vh)^2).",
  );
}
