import { vacuumPermittivity_F_m } from "./constants.ts";

/** Two crossing wires with an insulator between them. */
export interface CrossPoint {
  /** Width of both wires. */
  readonly featureSize_m: number;
  readonly oxideThickness_m: number;
  readonly relativePermittivity: number;
}

/** Parallel-plate capacitance er e0 F^2 / t of the crossing; 0.11 fF for F = 50 nm, t = 5 nm, er = 25. Fringes are left out. */
export function crossPointCapacitance_F(crossing: CrossPoint): number {
  const { featureSize_m, oxideThickness_m, relativePermittivity } = crossing;
  return (relativePermittivity * vacuumPermittivity_F_m * featureSize_m ** 2) / oxideThickness_m;
}
