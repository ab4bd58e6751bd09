import { formatQuantity, quantityText } from "@neurofront/core";
import type { Violation } from "@neurofront/core";
import { textTable } from "../text-table.ts";
import { circuitByKey, completeCircuit } from "./circuit.ts";
import type { CircuitValues } from "./circuit.ts";
import type { Device } from "./device.ts";
import type { SweepAxis } from "./sweep-axis.ts";

/** The circuit a device was computed in, with what can be changed about it; what follows from a sweep from its first to last. */
export function circuitText(role: Device["role"], set: CircuitValues, swept?: SweepAxis): string {
  const at = (value: number | string | undefined): CircuitValues =>
    completeCircuit(role, swept?.of === "circuit" && value !== undefined ? { ...set, [swept.name]: value } : set);
  const last = at(swept?.values.at(-1));
  const values = circuitByKey(role, at(swept?.values[0])).flatMap(([key, name, value]) => {
    if (name === swept?.name) return [];
    const [from, to] = [valueText(name, value), valueText(name, last[name]!)];
    return [`${key} ${from === to ? from : `${from} ... ${to}`}`];
  });
  return `circuit: ${values.join(", ")} (change with --operating name=value)`;
}

/** A value whose unit is in its name, or a choice. */
function valueText(name: string, value: number | string): string {
  return typeof value === "string" ? value : quantityText(name, value);
}

/** Named numbers, one a line. */
export function pointText(rows: readonly { readonly name: string; readonly text: string }[]): string {
  return textTable(
    ["quantity", "value"],
    rows.map(({ name, text }) => [name, text]),
    { right: [1] },
  );
}

/** Broken rules and warnings over points: how often each, with its first message. */
export function violationsText(points: readonly (readonly Violation[])[]): string {
  const found = new Map<string, { readonly first: Violation; count: number }>();
  for (const violations of points)
    for (const violation of violations) {
      const known = found.get(violation.code);
      if (known === undefined) found.set(violation.code, { first: violation, count: 1 });
      else known.count += 1;
    }
  return [...found.values()]
    .map(({ first: { kind, code, message }, count }) => {
      const often = points.length === 1 ? "" : ` at ${count} of ${points.length} points, first`;
      return `${kind} ${code}${often}: ${message}`;
    })
    .join("\n");
}

/** A value of a swept parameter. */
export function axisText({ unit }: SweepAxis, value: number | string): string {
  return typeof value === "string" ? value : formatQuantity(value, unit, 4);
}
