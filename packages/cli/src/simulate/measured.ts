import { unitInName } from "@neurofront/core";
import type { Unit, Violation } from "@neurofront/core";

/** One number of a device at one point. */
export interface Measured {
  /** Without its unit: `wallSpeed`. */
  readonly name: string;
  readonly unit: Unit;
  /** Several numbers that are shown together: `energy`, `errorProbability`, `ledger`, `derived`, ... */
  readonly group: string;
  readonly value: number;
}

/** A device at one point. An impossible one has no numbers but reasons. */
export interface MeasuredPoint {
  readonly status: "ok" | "invalid" | "impossible";
  readonly violations: readonly Violation[];
  readonly numbers: readonly Measured[];
}

/** A number under a name that carries its unit. */
export function measured(name: string, value: number, group?: string): Measured {
  const { word, unit } = unitInName(name);
  return { name: word, unit, group: group ?? word, value };
}

/** A point of a device that has an answer. */
export function answered(violations: readonly Violation[], numbers: readonly Measured[]): MeasuredPoint {
  return {
    status: violations.some(({ kind }) => kind === "invalid" || kind === "impossible") ? "invalid" : "ok",
    violations,
    numbers: distinctNames(numbers),
  };
}

/** A point of a device that has none. */
export function unanswered(violations: readonly Violation[]): MeasuredPoint {
  return { status: "impossible", violations, numbers: [] };
}

/** Derived numbers of the model, as it names them. */
export function derived(quantities: Readonly<Record<string, number>>): Measured[] {
  return Object.entries(quantities).map(([name, value]) => measured(name, value, "derived"));
}

/** The model's own number stands back where it has the name of one that every device has. */
function distinctNames(numbers: readonly Measured[]): Measured[] {
  const seen = new Set<string>();
  return numbers.flatMap((number) => {
    const name = seen.has(number.name) ? `${number.name} (derived)` : number.name;
    if (seen.has(name)) return [];
    seen.add(name);
    return [{ ...number, name }];
  });
}
