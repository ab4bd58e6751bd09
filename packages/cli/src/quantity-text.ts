import { formatQuantity } from "@neurofront/core";

/** Unit suffixes of derived quantities, longest first, with the unit they stand for. */
const SUFFIXES: readonly (readonly [suffix: string, unit: string])[] = [
  ["_ohm_m2", "ohm m^2"],
  ["_ohm_m", "ohm m"],
  ["_A_m2", "A/m^2"],
  ["_J_m3", "J/m^3"],
  ["_J_m2", "J/m^2"],
  ["_rad_s", "rad/s"],
  ["_A_m", "A/m"],
  ["_J_m", "J/m"],
  ["_m_s", "m/s"],
  ["_m2_s", "m^2/s"],
  ["_J_s", "J s"],
  ["_m2", "m^2"],
  ["_ohm", "ohm"],
  ["_rad", "rad"],
  ["_Hz", "Hz"],
  ["_A", "A"],
  ["_C", "C"],
  ["_F", "F"],
  ["_J", "J"],
  ["_K", "K"],
  ["_S", "S"],
  ["_V", "V"],
  ["_W", "W"],
  ["_m", "m"],
  ["_s", "s"],
];

/** A number whose unit is in its name, for people: `("length_m", 6e-8)` gives `60 nm`. */
export function quantityText(name: string, value: number): string {
  const unit = SUFFIXES.find(([suffix]) => name.endsWith(suffix))?.[1] ?? "1";
  return formatQuantity(value, unit, 4);
}
