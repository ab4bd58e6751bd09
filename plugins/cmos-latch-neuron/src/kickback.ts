import { nodeScaling } from "@neurofront/physics";
import type { LatchDesign } from "./parameters.ts";

/**
 * Kick of the latch on a node that is compared with a stiff source, V = Q W / (C + c W + sumG t): the charge that the falling
 * drains of the pair take from the node, on the node's own capacitance and the pair's gates, less what flows back through the
 * synapses meanwhile.
 *
 * Fit to ngspice runs with the predictive 45 nm cards: the smallest node voltage that is decided against the kick, for 1.3 um to
 * 5.2 um/90 nm, 10 fF to 40 fF and 20 uS to 1 mS at 1 V (within 10 %), 2.6 um/45 nm (within 10 %) and 0.8 V (within 35 %).
 */
const CHARGE_AT_45NM_C_M = 0.385e-9;
const CHARGE_AT_90NM_C_M = 0.326e-9;
const CHARGE_SUPPLY_EXPONENT = 3.5;
const GATES_F_M = 1.2e-9;
/** Time of the kick over the latch's delay at 50 mV: 50 ps of 115 ps. */
const TIME_SHARE = 50 / 115;

/** The kick as a node voltage against the decision; the node has `capacitance_F` without the latch. */
export function kickback_V(
  { node, pairWidth_m, pairLength_m, supplyVoltage_V }: LatchDesign,
  capacitance_F: number,
  columnConductance_S: number,
  latchDelay_s: number,
): number {
  const { gateCapacitance, supply } = nodeScaling(node);
  const share = (pairLength_m - 45e-9) / 45e-9;
  const charge_C_m = CHARGE_AT_45NM_C_M + share * (CHARGE_AT_90NM_C_M - CHARGE_AT_45NM_C_M);
  const charge_C =
    charge_C_m * pairWidth_m * gateCapacitance * supply * (supplyVoltage_V / supply) ** CHARGE_SUPPLY_EXPONENT;
  const taken_F = columnConductance_S * TIME_SHARE * latchDelay_s;
  return charge_C / (capacitance_F + GATES_F_M * gateCapacitance * pairWidth_m + taken_F);
}
