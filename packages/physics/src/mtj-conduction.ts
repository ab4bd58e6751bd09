import { biasedMagnetoresistance } from "./mtj-divider-read.ts";

/** A magnetic tunnel junction of which a part is parallel and the rest antiparallel. */
export interface TunnelJunction {
  /** Conductance where all of it is parallel: area over resistance-area product. */
  readonly parallelConductance_S: number;
  /** Tunnel magnetoresistance (R_AP - R_P) / R_P at zero bias; 1 is 100 %. */
  readonly tunnelMagnetoresistance: number;
  /** Bias at which the magnetoresistance has fallen to half; `Infinity` for none. */
  readonly halfTmrVoltage_V: number;
}

/** Conductance where all of the junction is antiparallel, G_P / (1 + TMR(V)). */
export function antiparallelConductance_S(junction: TunnelJunction, bias_V: number): number {
  const { parallelConductance_S, tunnelMagnetoresistance, halfTmrVoltage_V } = junction;
  return parallelConductance_S / (1 + biasedMagnetoresistance(tunnelMagnetoresistance, bias_V, halfTmrVoltage_V));
}

/**
 * Secant conductance x G_P + (1 - x) G_AP(V): both parts conduct side by side, and only the antiparallel one depends on the
 * bias.
 *
 * @param part x in [0, 1], parallel
 */
export function junctionConductance_S(junction: TunnelJunction, part: number, bias_V: number): number {
  return part * junction.parallelConductance_S + (1 - part) * antiparallelConductance_S(junction, bias_V);
}

/** The part that is parallel in a junction of this conductance at zero bias; outside [0, 1] where none has it. */
export function parallelPart(junction: TunnelJunction, conductance_S: number): number {
  const least_S = antiparallelConductance_S(junction, 0);
  return (conductance_S - least_S) / (junction.parallelConductance_S - least_S);
}
