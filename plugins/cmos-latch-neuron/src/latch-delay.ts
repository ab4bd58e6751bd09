import { cornerThresholdShift_V, nodeScaling, nominalTemperature_K } from "@neurofront/physics";
import type { ProcessCorner, TechnologyNode } from "@neurofront/physics";

/**
 * Delay of a StrongARM latch, t = t0 + tau ln(50 mV / V), from ngspice runs with the predictive 45 nm high-performance cards
 * at 27 degrees Celsius (latch after B. Razavi, IEEE Solid-State Circuits Magazine 7 (2), 12 (2015); tail 2 W, pair W,
 * cross-coupled pairs W/2, 1 fF at each output, input common mode at half of the supply).
 *
 * Two cases anchor it: a pair of 1 um/45 nm on stiff inputs at five supplies, and one of 2.6 um/90 nm on the resistive node
 * at 1 V. Between them:
 *
 * - supply: t0 and tau as powers between the simulated supplies; at 90 nm the same relative change as at 45 nm
 * - width: the fixed output load adds in proportion to 1/W. 1 um/90 nm and 2 um/90 nm take 129 ps and 117 ps at 20 mV, which
 *   gives the width at which the load doubles the delay, 0.23 um
 * - length: exponential between 45 nm and 90 nm
 * - resistive node: 133 ps at 20 mV against 114 ps of a stiff source at the same 2.6 um
 */

/** What the delay depends on. */
export interface Latch {
  readonly pairWidth_m: number;
  /** 45 nm to 90 nm. */
  readonly pairLength_m: number;
  /** 0.7 V to 1.1 V. */
  readonly supplyVoltage_V: number;
}

/** A latch in its process. */
export interface ProcessedLatch extends Latch {
  readonly processCorner: ProcessCorner;
  readonly node: TechnologyNode;
  readonly layoutDerate: number;
}

/** The two constants of the delay. */
export interface LatchConstants {
  /** Delay at 50 mV, t0. */
  readonly delayAt50mV_s: number;
  /** Time constant of regeneration, tau. */
  readonly regeneration_s: number;
}

/** Least largest relative error to the runs at 1, 5, 20 and 50 mV: 4 % at 0.7 V and 0.8 V, 3 % at 0.9 V, 2 % and less above. */
const FITTED: readonly (readonly [supply_V: number, delayAt50mV_s: number, regeneration_s: number])[] = [
  [0.7, 185.6e-12, 82.2e-12],
  [0.8, 92.2e-12, 30.7e-12],
  [0.9, 58.5e-12, 13.65e-12],
  [1.0, 43.4e-12, 7.74e-12],
  [1.1, 35.5e-12, 5.29e-12],
];
const FITTED_WIDTH_M = 1e-6;
const AT_ONE_VOLT = FITTED[3]!;
const LOAD_WIDTH_M = 0.2286e-6;

/** Fit of the end-to-end runs at 1 V: t0 = 115 ps, tau = 20 ps at 2.6 um/90 nm. */
const ON_NODE = { delayAt50mV_s: 115e-12, regeneration_s: 20e-12, pairWidth_m: 2.6e-6 };
const SHORT_M = 45e-9;
const LONG_M = 90e-9;

/** Delay on the resistive node relative to stiff inputs, both of 2.6 um/90 nm at 20 mV and 1 V. */
export const NODE_SLOWDOWN =
  (ON_NODE.delayAt50mV_s + ON_NODE.regeneration_s * Math.log(50 / 20)) /
  ((117e-12 * loading(ON_NODE.pairWidth_m)) / loading(2e-6));

/** Constants on stiff inputs; the node of a neuron takes {@link NODE_SLOWDOWN} times as long. */
export function stiffLatchConstants({ pairWidth_m, pairLength_m, supplyVoltage_V }: Latch): LatchConstants {
  const above = FITTED.findIndex(([tabulated_V]) => supplyVoltage_V <= tabulated_V);
  const index = above === -1 ? FITTED.length - 1 : Math.max(1, above);
  const [lower_V, lowerDelay_s, lowerRegeneration_s] = FITTED[index - 1]!;
  const [upper_V, upperDelay_s, upperRegeneration_s] = FITTED[index]!;
  const weight = Math.log(supplyVoltage_V / lower_V) / Math.log(upper_V / lower_V);
  const share = (pairLength_m - SHORT_M) / (LONG_M - SHORT_M);
  const width = loading(pairWidth_m);

  function constant(lower_s: number, upper_s: number, shortAtOneVolt_s: number, onNode_s: number): number {
    const short_s = lower_s * (upper_s / lower_s) ** weight;
    const shortUnloaded_s = shortAtOneVolt_s / loading(FITTED_WIDTH_M);
    const longUnloaded_s = onNode_s / NODE_SLOWDOWN / loading(ON_NODE.pairWidth_m);
    return (short_s / loading(FITTED_WIDTH_M)) * width * (longUnloaded_s / shortUnloaded_s) ** share;
  }

  return {
    delayAt50mV_s: constant(lowerDelay_s, upperDelay_s, AT_ONE_VOLT[1], ON_NODE.delayAt50mV_s),
    regeneration_s: constant(lowerRegeneration_s, upperRegeneration_s, AT_ONE_VOLT[2], ON_NODE.regeneration_s),
  };
}

/**
 * How the simulated latch of 1 um/45 nm changes (ngspice, 1 mV and 20 mV, 0.8 V and 1 V). With thresholds of both polarities
 * higher by 30 mV it is as slow as at a supply lower by 60 mV, the pair's overdrive being counted from half of the supply; four
 * fifths of it are the n-channel transistors'. With temperature it slows down as T^1.3 (T^1.0 to T^1.7).
 */
const SUPPLY_PER_THRESHOLD = 2;
const N_SHARE = 0.8;
const TEMPERATURE_EXPONENT = 1.3;

/** Supply, relative to the nominal one, at which the typical 45 nm latch is as fast as one of this corner and node. */
export function equivalentSupply_V({ supplyVoltage_V, processCorner, node }: ProcessedLatch): number {
  const shift_V =
    N_SHARE * cornerThresholdShift_V(processCorner, "n") + (1 - N_SHARE) * cornerThresholdShift_V(processCorner, "p");
  return supplyVoltage_V / nodeScaling(node).supply - SUPPLY_PER_THRESHOLD * shift_V;
}

/** Constants on the resistive node of a neuron, at a corner, node and temperature. */
export function nodeLatchConstants(latch: ProcessedLatch, temperature_K: number): LatchConstants {
  const { node, layoutDerate } = latch;
  // At another node lengths and widths scale together; the table speaks of sizes at 45 nm.
  const { delay, size } = nodeScaling(node);
  const stiff = stiffLatchConstants({
    pairWidth_m: latch.pairWidth_m / size,
    pairLength_m: latch.pairLength_m,
    supplyVoltage_V: equivalentSupply_V(latch),
  });
  const slowdown =
    NODE_SLOWDOWN * layoutDerate * delay * (temperature_K / nominalTemperature_K) ** TEMPERATURE_EXPONENT;
  return { delayAt50mV_s: slowdown * stiff.delayAt50mV_s, regeneration_s: slowdown * stiff.regeneration_s };
}

/** Time to decide at an input voltage; no faster than at 50 mV, the largest that was simulated. */
export function latchDelay_s({ delayAt50mV_s, regeneration_s }: LatchConstants, input_V: number): number {
  return delayAt50mV_s + regeneration_s * Math.max(0, Math.log(50e-3 / input_V));
}

/** Delay at a width relative to that of a latch so wide that the fixed load does not count. */
function loading(pairWidth_m: number): number {
  return 1 + LOAD_WIDTH_M / pairWidth_m;
}
