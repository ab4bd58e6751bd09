import type { SpiceSubcircuit } from "@neurofront/core";
import { commentText, elementText } from "./spice-text.ts";

/** A subcircuit with its notes as comments. */
export function subcircuitText(subcircuit: SpiceSubcircuit): string[] {
  const { name, ports, parameters, lines, notes } = subcircuit;
  const settings = Object.entries(parameters).map(([parameter, value]) => `${parameter}=${value}`);
  return [
    ...notes.map(commentText),
    elementText([".subckt", name, ...ports, ...settings].join(" ")),
    ...lines.map(elementText),
    `.ends ${name}`,
  ];
}
