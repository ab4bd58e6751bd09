import { antiparallelConductance_S } from "./mtj-conduction.ts";
import type { TunnelJunction } from "./mtj-conduction.ts";

/** The line that gives a subcircuit the parameter `part` from `g`, a conductance at zero bias: as `parallelPart`. */
export function parallelPartNetlist(junction: TunnelJunction): string {
  const least_S = antiparallelConductance_S(junction, 0);
  return `.param part = {(g - ${least_S})/${junction.parallelConductance_S - least_S}}`;
}

/**
 * Expression of the secant conductance of a junction at a bias, as `junctionConductance_S`.
 *
 * @param part expression of the part that is parallel
 * @param bias expression of the voltage across the junction
 */
export function junctionConductanceNetlist(junction: TunnelJunction, part: string, bias: string): string {
  const { parallelConductance_S, tunnelMagnetoresistance, halfTmrVoltage_V } = junction;
  const square = `(${bias}*${1 / halfTmrVoltage_V})*(${bias}*${1 / halfTmrVoltage_V})`;
  const antiparallel = `${parallelConductance_S}/(1 + ${tunnelMagnetoresistance}/(1 + ${square}))`;
  return `(${part}*${parallelConductance_S} + (1 - ${part})*${antiparallel})`;
}
