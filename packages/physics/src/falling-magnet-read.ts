import { tiltBelowProbability } from "./bennett-decision.ts";
import type { Tilt } from "./bennett-decision.ts";
import {
  antiparallelResistance_ohm,
  mtjDividerState,
  readErrorProbability,
  referenceResistance_ohm,
  risingNodeVoltage_V,
} from "./mtj-divider-read.ts";
import type { MtjDivider } from "./mtj-divider-read.ts";
import { normalCdf, normalPdf } from "./normal-distribution.ts";

/** Standard deviations at which a normal distribution is cut; what is beyond is 6e-7. */
const cut = 5;

/** Fejer quadrature on [-1, 1], interior Chebyshev points (Fejer, Math. Z. 37, 287 (1933)): error probabilities within 1 % and 1e-6. */
const nodes = fejerNodes(20);

function fejerNodes(count: number): readonly { readonly x: number; readonly weight: number }[] {
  return Array.from({ length: count }, (_, k) => {
    const angle = ((k + 0.5) * Math.PI) / count;
    let sum = 0;
    for (let j = 1; j <= count / 2; j++) sum += Math.cos(2 * j * angle) / (4 * j * j - 1);
    return { x: Math.cos(angle), weight: (2 / count) * (1 - 2 * sum) };
  });
}

/** Expectation of a function of a standard normal variable over z in [low, high], the ends at -+ `cut` standing for infinity. */
function normalExpectation(low: number, high: number, of: (z: number) => number): number {
  const centre = (low + high) / 2;
  const half = (high - low) / 2;
  let sum = 0;
  let mass = 0;
  for (const { x, weight } of nodes) {
    const z = centre + half * x;
    const density = weight * normalPdf(z);
    sum += density * of(z);
    mass += density;
  }
  const exact = (high === cut ? 1 : normalCdf(high)) - (low === -cut ? 0 : normalCdf(low));
  return (sum * exact) / mass;
}

/**
 * Chance that the latch reads the wrong output from a magnet that is still falling, mean over the two wanted outputs.
 *
 * The junction conducts (G_P + G_AP) / 2 + m_z (G_P - G_AP) / 2. The tilt is Gaussian in u = m_z / sqrt(1 - m_z^2), the latch
 * threshold in volt; the expectation is taken over the wider of the two, so that the integrand is smooth. When the
 * magnet has fallen this is w (1 - r) + r (1 - w), with w the chance of a wrong sign and r that of a wrong read.
 *
 * @param tilt u at the instant of the latch, positive towards the wanted output
 * @param elapsed_s time since the read voltage is on, > 0
 * @param thresholdSpread_V standard deviation of the latch threshold around half of the read voltage, >= 0
 * @param push what a read current that passes the magnet adds to asinh(u) towards the antiparallel output. While it is much stronger
 *   than the anisotropy, d asinh(u) / dt is its torque rate alone: overdrive times time over tau_D. Default 0
 */
export function fallingReadErrorProbability(
  tilt: Tilt,
  divider: MtjDivider,
  elapsed_s: number,
  thresholdSpread_V: number,
  push = 0,
): number {
  const slowest = mtjDividerState(divider, 0);
  const risen = risingNodeVoltage_V(slowest, elapsed_s) / slowest.midVoltage_V;
  const reference_ohm = referenceResistance_ohm(divider);
  const antiparallel_S = 1 / antiparallelResistance_ohm(divider);
  const span_S = 1 / divider.parallelResistance_ohm - antiparallel_S;
  const threshold_V = divider.readVoltage_V / 2;

  function nodeVoltage_V(mz: number): number {
    const junction_S = antiparallel_S + (span_S * (1 + mz)) / 2;
    return (risen * divider.readVoltage_V) / (1 + reference_ohm * junction_S);
  }

  /** u at which the node stands at a voltage; infinite where no state of the junction reaches it. */
  function tiltAtVoltage(voltage_V: number): number {
    const junction_S = ((divider.readVoltage_V * risen) / voltage_V - 1) / reference_ohm;
    const mz = (2 * (junction_S - antiparallel_S)) / span_S - 1;
    if (mz >= 1) return Infinity;
    return mz <= -1 ? -Infinity : mz / Math.sqrt(1 - mz * mz);
  }

  const lowest_V = nodeVoltage_V(1);
  const highest_V = nodeVoltage_V(-1);
  const tiltSpread = Math.sqrt(tilt.variance);
  if (tiltSpread * (highest_V - lowest_V) < 2 * thresholdSpread_V) {
    return normalExpectation(-cut, cut, (z) => {
      const unread = Math.asinh(tilt.mean + tiltSpread * z);
      const parallel_V = nodeVoltage_V(Math.tanh(unread - push));
      const antiparallel_V = nodeVoltage_V(-Math.tanh(unread + push));
      const parallel = readErrorProbability(threshold_V - parallel_V, thresholdSpread_V);
      return (parallel + readErrorProbability(antiparallel_V - threshold_V, thresholdSpread_V)) / 2;
    });
  }
  // A threshold that no state of the junction reaches reads one output always: wrong in half of the decisions.
  const reach = (voltage_V: number): number =>
    thresholdSpread_V === 0
      ? Math.sign(voltage_V - threshold_V) * cut
      : Math.max(-cut, Math.min(cut, (voltage_V - threshold_V) / thresholdSpread_V));
  const low = reach(lowest_V);
  const high = reach(highest_V);
  if (low >= high) return 0.5;
  const within = normalExpectation(low, high, (z) => {
    // The parallel state holds the node low: wrong is a tilt below the one at the threshold; antiparallel mirrored.
    const level = Math.asinh(tiltAtVoltage(threshold_V + thresholdSpread_V * z));
    const parallel = tiltBelowProbability(tilt, Math.sinh(level + push));
    return (parallel + tiltBelowProbability(tilt, Math.sinh(-level - push))) / 2;
  });
  return within + (normalCdf(low) * beyond(low) + normalCdf(-high) * beyond(high)) / 2;
}

/** Whether probability lies beyond an end of the range: not beyond the cut, which stands for infinity. */
function beyond(end: number): number {
  return Math.abs(end) === cut ? 0 : 1;
}
