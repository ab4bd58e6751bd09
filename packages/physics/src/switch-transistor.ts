/**
 * The switches that drive a row: n-channel transistors of 45 nm length, one to the input level and one to 0 V.
 * On-resistance and gate charge were simulated with the predictive 45 nm high-performance card (Zhao, Cao, IEEE Trans.
 * Electron Devices 53, 2816 (2006)) at a drain-source voltage of 10 mV, source at 0 V.
 */

/** On-resistance times width, against the gate voltage. */
const ON_RESISTANCE: readonly { readonly gateVoltage_V: number; readonly product_ohm_m: number }[] = [
  { gateVoltage_V: 0.6, product_ohm_m: 399e-6 },
  { gateVoltage_V: 0.7, product_ohm_m: 303e-6 },
  { gateVoltage_V: 0.8, product_ohm_m: 265e-6 },
  { gateVoltage_V: 0.9, product_ohm_m: 245e-6 },
  { gateVoltage_V: 1.0, product_ohm_m: 233e-6 },
  { gateVoltage_V: 1.1, product_ohm_m: 225e-6 },
];

/** 1.25 fC/um at 1 V. */
const gateCapacitance_F_m = 1.25e-9;

/** Transistor families: high performance and low standby power. */
export type SwitchFamily = "hp" | "lstp";

/**
 * Off-current per width at 45 nm and 300 K (transistor tables of NeuroSim; Chen, Peng, Yu, IEEE TCAD 37, 3067 (2018)), and
 * the on-resistance relative to high performance: the low-standby-power transistor carries 2.5 times less current.
 */
export const SWITCH_FAMILIES: Readonly<
  Record<SwitchFamily, { readonly offCurrent_A_m: number; readonly onResistanceFactor: number }>
> = {
  hp: { offCurrent_A_m: 0.1, onResistanceFactor: 1 },
  lstp: { offCurrent_A_m: 1e-4, onResistanceFactor: 2.5 },
};

/** On-resistance times width; linear between the simulated gate voltages, 0.6 V to 1.1 V, and constant outside. */
export function onResistanceTimesWidth_ohm_m(family: SwitchFamily, gateVoltage_V: number): number {
  const { onResistanceFactor } = SWITCH_FAMILIES[family];
  const next = ON_RESISTANCE.findIndex((point) => point.gateVoltage_V >= gateVoltage_V);
  if (next === 0) return onResistanceFactor * ON_RESISTANCE[0]!.product_ohm_m;
  if (next === -1) return onResistanceFactor * ON_RESISTANCE.at(-1)!.product_ohm_m;
  const left = ON_RESISTANCE[next - 1]!;
  const right = ON_RESISTANCE[next]!;
  const part = (gateVoltage_V - left.gateVoltage_V) / (right.gateVoltage_V - left.gateVoltage_V);
  return onResistanceFactor * (left.product_ohm_m + part * (right.product_ohm_m - left.product_ohm_m));
}

/** Gate charge per width at a gate voltage. */
export function gateCharge_C_m(gateVoltage_V: number): number {
  return gateCapacitance_F_m * gateVoltage_V;
}
