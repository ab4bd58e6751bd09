import { antiparallelConductance_S, junctionConductance_S, parallelPart } from "@neurofront/physics";
import type { TunnelJunction } from "@neurofront/physics";
import type { DomainWallMemristorDesign } from "./parameters.ts";

/** Conductance against the position of the wall, x = q / L: 0 is all antiparallel, 1 all parallel. */
export interface ReadPath {
  readonly conductanceMin_S: number;
  readonly conductanceMax_S: number;
  /** Secant conductance at a bias. */
  conductance_S(position: number, bias_V: number): number;
  /** Position that gives a conductance at zero bias. */
  position(conductance_S: number): number;
  /** dG / dx at zero bias. */
  slope_S(position: number): number;
}

/** The read path of a design. */
export function readPathOf(design: DomainWallMemristorDesign): ReadPath {
  return design.type === "junction" ? junctionPath(design) : spinValvePath(design);
}

/** The junction over the whole strip. */
export function junctionOf(design: DomainWallMemristorDesign): TunnelJunction {
  return {
    parallelConductance_S: (design.width_m * design.length_m) / design.resistanceArea_ohm_m2,
    tunnelMagnetoresistance: design.magnetoresistance,
    halfTmrVoltage_V: design.halfTmrVoltage_V,
  };
}

/** A junction over the strip: G = G_AP + (G_P - G_AP) x, G_P = w L / RA, G_AP = G_P / (1 + TMR(V)). */
function junctionPath(design: DomainWallMemristorDesign): ReadPath {
  const junction = junctionOf(design);
  const conductanceMin_S = antiparallelConductance_S(junction, 0);
  return {
    conductanceMin_S,
    conductanceMax_S: junction.parallelConductance_S,
    conductance_S: (position, bias_V) => junctionConductance_S(junction, position, bias_V),
    position: (conductance_S) => parallelPart(junction, conductance_S),
    slope_S: () => junction.parallelConductance_S - conductanceMin_S,
  };
}

/**
 * A spin valve with current in the plane: two parts in series, R = R_H - (R_H - R_L) x (Wang et al., IEEE Electron Device Lett.
 * 30, 294 (2009)). Its magnetoresistance does not depend on the bias.
 */
function spinValvePath({ spinValveResistance_ohm, magnetoresistance }: DomainWallMemristorDesign): ReadPath {
  const change_ohm = spinValveResistance_ohm * magnetoresistance;
  const high_ohm = spinValveResistance_ohm + change_ohm;
  const conductance_S = (position: number): number => 1 / (high_ohm - change_ohm * position);
  return {
    conductanceMin_S: 1 / high_ohm,
    conductanceMax_S: 1 / spinValveResistance_ohm,
    conductance_S,
    position: (wanted_S) => (high_ohm - 1 / wanted_S) / change_ohm,
    slope_S: (position) => change_ohm * conductance_S(position) ** 2,
  };
}
