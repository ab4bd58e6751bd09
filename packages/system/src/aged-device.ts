import type { Design, Parameters, SynapseModel, SynapseOperating } from "@neurofront/core";

/** A device as the array reads it some time after it was programmed to a target. */
export interface AgedDevice {
  /** Mean over devices at zero bias. */
  readonly zeroBias_S: number;
  /** Mean over devices: current(V) / V at the input level. */
  readonly secant_S: number;
  /** Standard deviation of the conductance relative to its mean, device to device; 0 where the mean is 0. */
  readonly relativeSpread: number;
  /** Standard deviation of the current of one read relative to the current, cycle to cycle. */
  readonly relativeReadNoise: number;
}

/** Secant conductance at the input level: current(V) / V. */
export function secant_S<P extends Parameters>(
  synapse: SynapseModel<P>,
  design: Design<P>,
  operating: SynapseOperating,
  conductance_S: number,
): number {
  return synapse.current_A(design, conductance_S, operating.inputVoltage_V) / operating.inputVoltage_V;
}

/**
 * A device that was programmed to `target_S`, `age_s` ago. The programming error ages with the device: a deviation of one
 * standard deviation becomes the difference of what both have become. What ageing itself adds is independent of it.
 */
export function readAtAge<P extends Parameters>(
  synapse: SynapseModel<P>,
  design: Design<P>,
  operating: SynapseOperating,
  target_S: number,
  age_s: number,
): AgedDevice {
  const programmed_S = synapse.programmingSpread_S(design, operating, target_S);
  const { mean_S, spread_S } = synapse.aged(design, operating, target_S, age_s);
  const deviation_S =
    age_s === 0 ? programmed_S : synapse.aged(design, operating, target_S + programmed_S, age_s).mean_S - mean_S;
  return {
    zeroBias_S: mean_S,
    secant_S: secant_S(synapse, design, operating, mean_S),
    relativeSpread: mean_S > 0 ? Math.hypot(deviation_S, spread_S) / mean_S : 0,
    relativeReadNoise: synapse.readNoise(design, operating, target_S, age_s),
  };
}
