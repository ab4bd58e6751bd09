import { readMeasuredTable } from "@neurofront/core";
import type { Interpolation, MeasuredDevice, Model, Plugin } from "@neurofront/core";
import type { Rule } from "./rule.ts";

const INTERPOLATIONS: readonly Interpolation[] = ["linear", "monotone-cubic"];

/** The model of a device's own example, or why there is none. */
function exampleOf(device: MeasuredDevice, interpolation: Interpolation): Model | string {
  try {
    const reading = readMeasuredTable(device.example, device.columns);
    if (!reading.ok) return `line ${reading.line} of its example ${reading.problem}`;
    const source = { kind: "assumed", note: "the example of the device" } as const;
    const made = device.define(reading.table, { id: `${device.id}-${interpolation}`, source, interpolation });
    if (!made.ok) return `its example gives no device: ${made.problem}`;
    return made.model.role === device.role ? made.model : `it says ${device.role} and makes a ${made.model.role}`;
  } catch (error) {
    return `it throws "${String(error)}"`;
  }
}

/** Fails when nobody could copy the example of a measured device. */
export const measuredExample: Rule<Plugin> = {
  code: "measured-example",
  law: "The example of a measured device is a legal table, and gives a model of its role with each interpolation.",
  *breaches({ measured = [] }) {
    for (const device of measured) {
      for (const interpolation of INTERPOLATIONS) {
        const found = exampleOf(device, interpolation);
        if (typeof found === "string") yield `measured device "${device.id}", ${interpolation}: ${found}`;
      }
    }
  },
};

/** The models of a plugin, those that its measured devices make of their examples included. */
export function modelsOf({ models, measured = [] }: Plugin): Model[] {
  const made = measured.flatMap((device) => INTERPOLATIONS.map((interpolation) => exampleOf(device, interpolation)));
  return [...models, ...made.filter((model) => typeof model !== "string")];
}
