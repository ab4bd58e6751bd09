/**
 * The EKV model of a MOS transistor in saturation, source tied to bulk, with velocity saturation, in terms of the
 * inversion coefficient IC = I_D·L/(W·I0): below 0.1 weak inversion, above 10 strong inversion.
 * Source: C. Enz, F. Chicco, A. Pezzotta, "Nanoscale MOSFET modeling", parts 1 and 2, IEEE Solid-State Circuits Magazine 9
 * (3) 26 and (4) 73 (2017). Voltages and currents are magnitudes, the same for n and p.
 */
import { newtonRoot } from "./root-finding.ts";

/** What the equations need to know of a transistor of one polarity and length at one temperature. */
export interface MosTransistor {
  /** Drawn channel length L. */
  readonly length_m: number;
  /** Slope factor n. */
  readonly slopeFactor: number;
  /** Specific current I0 of a square device (W = L). */
  readonly specificCurrent_A: number;
  /** Velocity saturation λc: the fraction of the channel in which the carriers are saturated. 0 is a long channel. */
  readonly velocitySaturation: number;
  /** Threshold voltage VT0. */
  readonly thresholdVoltage_V: number;
  /** Thermal voltage kT/e. */
  readonly thermalVoltage_V: number;
}

/** Inversion coefficient of a device of this width that carries this current: IC = I_D·L/(W·I0). */
export function inversionCoefficient(mos: MosTransistor, width_m: number, drainCurrent_A: number): number {
  return (drainCurrent_A * mos.length_m) / (width_m * mos.specificCurrent_A);
}

/** Width that carries this current at this inversion coefficient. */
export function widthAtInversion_m(mos: MosTransistor, inversion: number, drainCurrent_A: number): number {
  return (drainCurrent_A * mos.length_m) / (inversion * mos.specificCurrent_A);
}

/** Drain current of a device of this width at this inversion coefficient. */
export function drainCurrentAtInversion_A(mos: MosTransistor, inversion: number, width_m: number): number {
  return (inversion * mos.specificCurrent_A * width_m) / mos.length_m;
}

/** Gate transconductance gm = I_D/(n·UT)·G(IC), with G falling from 1 in weak inversion to 1/(λc·IC) far in saturation. */
export function transconductance_S(mos: MosTransistor, inversion: number, drainCurrent_A: number): number {
  const saturated = mos.velocitySaturation * inversion;
  // G = (sqrt((λc·IC+1)² + 4·IC) - 1)/(IC·(λc·(λc·IC+1) + 2)), times its conjugate so that small IC loses no digits.
  const root = Math.sqrt((saturated + 1) ** 2 + 4 * inversion);
  const squareMinusOne = mos.velocitySaturation * (saturated + 2) + 4;
  const efficiency = squareMinusOne / ((root + 1) * (mos.velocitySaturation * (saturated + 1) + 2));
  return (drainCurrent_A * efficiency) / (mos.slopeFactor * mos.thermalVoltage_V);
}

/** Gate-source voltage of an inversion coefficient above 0: VGS = VT0 + n·UT·(2·qs + ln qs). */
export function gateSourceVoltage_V(mos: MosTransistor, inversion: number): number {
  const charge = sourceCharge(mos.velocitySaturation, inversion);
  return mos.thresholdVoltage_V + mos.slopeFactor * mos.thermalVoltage_V * (2 * charge + Math.log(charge));
}

/** Inversion coefficient at a gate-source voltage: the inverse of `gateSourceVoltage_V`. */
export function inversionCoefficientAtGate(mos: MosTransistor, gateSource_V: number): number {
  const overdrive = (gateSource_V - mos.thresholdVoltage_V) / (mos.slopeFactor * mos.thermalVoltage_V);
  return inversionOfCharge(mos.velocitySaturation, Math.exp(logSourceCharge(overdrive)));
}

/**
 * Drain current at a drain-source voltage over that in saturation, gate and source held: 1 - IC(qd)/IC(qs) with the charge qd at
 * the drain end from 2·qd + ln qd = 2·qs + ln qs - V_DS/UT. Negative for a negative voltage. Output conductance is not in it.
 */
export function currentShareAtDrain(mos: MosTransistor, inversion: number, drainSource_V: number): number {
  const charge = sourceCharge(mos.velocitySaturation, inversion);
  const atDrain = 2 * charge + Math.log(charge) - drainSource_V / mos.thermalVoltage_V;
  return 1 - inversionOfCharge(mos.velocitySaturation, Math.exp(logSourceCharge(atDrain))) / inversion;
}

/** Drain-source voltage from which the device saturates: UT·(2·sqrt(IC + 1/4) + 3); Binkley, "Tradeoffs and Optimization in Analog CMOS Design" (2008). */
export function saturationVoltage_V(mos: MosTransistor, inversion: number): number {
  return mos.thermalVoltage_V * (2 * Math.sqrt(inversion + 0.25) + 3);
}

/** Output conductance gds = I_D/(V_AL·L), with the Early voltage proportional to the length. */
export function outputConductance_S(
  mos: MosTransistor,
  earlyVoltagePerLength_V_m: number,
  drainCurrent_A: number,
): number {
  return drainCurrent_A / (earlyVoltagePerLength_V_m * mos.length_m);
}

/** Normalised source charge qs of an inversion coefficient: qs = (sqrt((λc·IC+1)² + 4·IC) - 1)/2, in a form exact for small IC. */
function sourceCharge(velocitySaturation: number, inversion: number): number {
  const saturated = velocitySaturation * inversion;
  const squareMinusOne = saturated * (saturated + 2) + 4 * inversion;
  return squareMinusOne / (2 * (Math.sqrt(squareMinusOne + 1) + 1));
}

/** Inversion coefficient of a source charge: IC = 4(qs² + qs)/(2 + λc + sqrt(4(1+λc) + λc²(1+2qs)²)). */
function inversionOfCharge(lambda: number, charge: number): number {
  return (4 * charge * (charge + 1)) / (2 + lambda + Math.sqrt(4 * (1 + lambda) + (lambda * (1 + 2 * charge)) ** 2));
}

/** s = ln qs that solves 2·exp(s) + s = overdrive. */
function logSourceCharge(overdrive: number): number {
  return newtonRoot(
    (s) => 2 * Math.exp(s) + s - overdrive,
    (s) => 2 * Math.exp(s) + 1,
    // The left side is below the overdrive at `low` and above it at `high`, on either side of overdrive 2 and 0.
    { low: Math.min(overdrive - 2, 0), high: overdrive > 0 ? Math.log(overdrive / 2 + 1) : overdrive },
  );
}
