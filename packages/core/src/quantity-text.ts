import { formatQuantity, unitSuffix } from "./units.ts";
import type { Unit } from "./units.ts";

/** Units that derived quantities carry in their names, those with longer suffixes first. */
const UNITS: readonly { readonly unit: Unit; readonly suffix: string }[] = [
  "A/m",
  "A/m^2",
  "A^2",
  "C/m",
  "F/m",
  "F/m^2",
  "J/K",
  "J/T",
  "J/m",
  "J/m^2",
  "J/m^3",
  "J s",
  "S/m^2",
  "V/K",
  "V/m",
  "V^2",
  "V s",
  "kg/s",
  "m/s",
  "m^2",
  "m^2/s",
  "m^3",
  "ohm m",
  "ohm m^2",
  "rad/s",
  "A",
  "C",
  "F",
  "Hz",
  "J",
  "K",
  "N",
  "S",
  "T",
  "V",
  "W",
  "m",
  "ohm",
  "rad",
  "s",
]
  .map((unit) => ({ unit, suffix: unitSuffix(unit) }))
  .toSorted((a, b) => b.suffix.length - a.suffix.length);

/** The word and the unit of a name that carries its unit: `wallSpeed_m_s` gives `wallSpeed` and `m/s`. */
export function unitInName(name: string): { readonly word: string; readonly unit: Unit } {
  const found = UNITS.find(({ suffix }) => name.endsWith(suffix) && name.length > suffix.length);
  if (found === undefined) return { word: name, unit: "1" };
  return { word: name.slice(0, -found.suffix.length), unit: found.unit };
}

/** A number whose unit is in its name, for people: `("length_m", 6e-8)` gives `60 nm`. */
export function quantityText(name: string, value: number): string {
  return formatQuantity(value, unitInName(name).unit, 4);
}
