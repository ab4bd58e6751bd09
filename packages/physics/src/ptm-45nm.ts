/**
 * The 45 nm technology: EKV parameters extracted from the high-performance (HP) card of the Predictive Technology Model
 * (PTM; W. Zhao, Y. Cao, IEEE Trans. Electron Devices 53, 2816, 2006) by ngspice: fit of gm/I_D at V_DS = 0.5 V and 27 °C,
 * W = 1 µm, from 0.02 µA to V_GS = 0.9 V. The rms error of the fit falls from 5 % (n) and 3 % (p) at 45 nm to 1 % at 360 nm.
 */
import { boltzmann_J_K, elementaryCharge_C } from "./constants.ts";
import type { MosCapacitanceParameters } from "./mos-capacitances.ts";
import type { MosTransistor } from "./mos-ekv.ts";
import { atTemperature, nominalTemperature_K } from "./mos-temperature.ts";
import type { MosPolarity } from "./mos-temperature.ts";

/** Which transistor of the 45 nm technology. */
export interface Mos45nm {
  readonly polarity: MosPolarity;
  /** Drawn channel length, 45 nm to 360 nm. At 45 nm the intrinsic gain is only 5 to 7: not for matched analog pairs. */
  readonly length_m: number;
  /** Default 300.15 K, the temperature of the extraction. */
  readonly temperature_K?: number;
}

/**
 * Capacitances of the 45 nm technology, from the PTM 45 nm HP card: toxe 1.25 nm; xl 20 nm and twice lint 3.75 nm;
 * cgso 0.11 nF/m and cgsl up to 0.265 nF/m, of which 0.35 nF/m is taken (plausible 0.25 to 0.45); cj, cjsw and cjswg with
 * diffusions of 0.1 µm (plausible 0.3 to 0.8 nF/m).
 */
export const capacitances45nm: MosCapacitanceParameters = {
  oxideCapacitance_F_m2: 27.6e-3,
  lengthReduction_m: 27.5e-9,
  overlapCapacitance_F_m: 0.35e-9,
  junctionCapacitance_F_m: 0.5e-9,
};

/**
 * Early voltage per channel length V_AL. A conservative assumption (plausible 4e6 to 60e6 V/m): the PTM card itself gives
 * I_D/gds = 5.5, 14.3 and 21.9 V at L = 90, 180 and 360 nm, real pocket-implanted 45 nm devices far less.
 */
export const earlyVoltagePerLength45nm_V_m = 8e6;

/**
 * Pelgrom coefficient of the threshold voltage A_VT: σ(VT) = A_VT/sqrt(W·L) of a pair (M. Pelgrom et al., IEEE J. Solid-State
 * Circuits 24, 1433, 1989). 3 mV·µm is an assumption typical of planar 65 nm to 45 nm processes (2 to 4 mV·µm): sweep it.
 */
export const thresholdMismatch45nm_V_m = 3e-9;

/** Pelgrom coefficient of the current factor A_β: σ(β)/β = A_β/sqrt(W·L). Assumed 1 %·µm (plausible 0.5 to 2 %·µm). */
export const currentFactorMismatch45nm_m = 1e-8;

interface Extraction {
  readonly length_m: number;
  readonly slopeFactor: number;
  readonly specificCurrent_A: number;
  readonly velocitySaturation: number;
  readonly thresholdVoltage_V: number;
}

const extractions: Readonly<Record<MosPolarity, readonly Extraction[]>> = {
  n: [
    extraction(45e-9, 1.564, 30.21e-6, 7.048, 0.424),
    extraction(65e-9, 1.59, 9.227e-6, 1.747, 0.489),
    extraction(90e-9, 1.602, 6.964e-6, 1.16, 0.503),
    extraction(135e-9, 1.611, 5.832e-6, 0.8665, 0.51),
    extraction(180e-9, 1.616, 5.434e-6, 0.7613, 0.512),
    extraction(270e-9, 1.628, 5.247e-6, 0.6909, 0.516),
    extraction(360e-9, 1.641, 5.307e-6, 0.6759, 0.519),
  ],
  p: [
    extraction(45e-9, 1.53, 4.795e-6, 1.552, 0.456),
    extraction(65e-9, 1.537, 2.111e-6, 0.7056, 0.522),
    extraction(90e-9, 1.552, 1.712e-6, 0.5888, 0.536),
    extraction(135e-9, 1.559, 1.462e-6, 0.5177, 0.542),
    extraction(180e-9, 1.569, 1.395e-6, 0.5013, 0.545),
    extraction(270e-9, 1.579, 1.333e-6, 0.4866, 0.548),
    extraction(360e-9, 1.583, 1.302e-6, 0.4791, 0.549),
  ],
};

/**
 * EKV parameters of a 45 nm transistor, linear in the length between the extracted lengths, and moved to the temperature by
 * `atTemperature`. A threshold flavour is a copy: `{ ...mos, thresholdVoltage_V: mos.thresholdVoltage_V - shift_V }`.
 *
 * @throws RangeError if the length is outside 45 nm to 360 nm or the temperature is not positive.
 */
export function mos45nm({ polarity, length_m, temperature_K = nominalTemperature_K }: Mos45nm): MosTransistor {
  const nominal: MosTransistor = {
    ...interpolate(extractions[polarity], length_m),
    length_m,
    thermalVoltage_V: (boltzmann_J_K * nominalTemperature_K) / elementaryCharge_C,
  };
  return atTemperature(nominal, polarity, temperature_K);
}

function extraction(
  length_m: number,
  slopeFactor: number,
  specificCurrent_A: number,
  velocitySaturation: number,
  thresholdVoltage_V: number,
): Extraction {
  return { length_m, slopeFactor, specificCurrent_A, velocitySaturation, thresholdVoltage_V };
}

function interpolate(table: readonly Extraction[], length_m: number): Extraction {
  // A length computed as 45 * 1e-9 may miss the end of the table by one unit in the last place.
  const slack_m = 1e-15;
  for (let upper = 1; upper < table.length; upper++) {
    const below = table[upper - 1]!;
    const above = table[upper]!;
    if (!(length_m >= below.length_m - slack_m)) break;
    if (length_m > above.length_m + slack_m) continue;
    const weight = (length_m - below.length_m) / (above.length_m - below.length_m);
    const between = (low: number, high: number): number => low + weight * (high - low);
    return extraction(
      length_m,
      between(below.slopeFactor, above.slopeFactor),
      between(below.specificCurrent_A, above.specificCurrent_A),
      between(below.velocitySaturation, above.velocitySaturation),
      between(below.thresholdVoltage_V, above.thresholdVoltage_V),
    );
  }
  const [shortest, longest] = [table[0]!.length_m, table.at(-1)!.length_m];
  throw new RangeError(`mos45nm: expected a length from ${shortest} m to ${longest} m, got ${length_m} m`);
}
