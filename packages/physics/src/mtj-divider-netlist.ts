import { antiparallelResistance_ohm, referenceResistance_ohm } from "./mtj-divider-read.ts";
import type { MtjDivider } from "./mtj-divider-read.ts";

/**
 * The divider as ngspice elements: reference from `vread` to `mid`, junction and node capacitance from `mid` to ground, and a
 * comparator with half of the read voltage whose output `out` is at `logic_V` while the junction is antiparallel.
 *
 * @param parallelFraction expression of the part of the junction that is parallel; held within [0, 1] here
 * @param sharpness_V input range of the comparator
 */
export function mtjDividerNetlist(
  divider: MtjDivider,
  parallelFraction: string,
  logic_V: number,
  sharpness_V = 1e-4,
): string[] {
  const antiparallel_S = 1 / antiparallelResistance_ohm(divider);
  const span_S = 1 / divider.parallelResistance_ohm - antiparallel_S;
  return [
    `Rref vread mid ${referenceResistance_ohm(divider)}`,
    `Bjunction mid 0 I = V(mid)*(${antiparallel_S} + ${span_S}*min(1, max(0, ${parallelFraction})))`,
    `Cmid mid 0 ${divider.nodeCapacitance_F} ic=0`,
    `Bsense out 0 V = ${logic_V}*(0.5 + 0.5*tanh((V(mid) - ${divider.readVoltage_V / 2})/${sharpness_V}))`,
  ];
}
