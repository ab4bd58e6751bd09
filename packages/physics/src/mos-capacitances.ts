/** What the capacitances of a MOS transistor follow from, for one technology. */
export interface MosCapacitanceParameters {
  /** Gate oxide capacitance per area, Cox. */
  readonly oxideCapacitance_F_m2: number;
  /** Drawn length minus effective channel length. */
  readonly lengthReduction_m: number;
  /** Overlap of gate and source, or gate and drain, per width, Cov. */
  readonly overlapCapacitance_F_m: number;
  /** Drain diffusion to bulk, per width, Cj. */
  readonly junctionCapacitance_F_m: number;
}

/** Small-signal capacitances of a saturated MOS transistor. */
export interface MosCapacitances {
  readonly gateSource_F: number;
  readonly gateDrain_F: number;
  readonly drainBulk_F: number;
}

/** Cgs = (2/3)·W·(L - ΔL)·Cox + W·Cov, Cgd = W·Cov, Cdb = W·Cj (strong inversion, saturation; the standard Meyer partition). */
export function mosCapacitances(
  parameters: MosCapacitanceParameters,
  width_m: number,
  length_m: number,
): MosCapacitances {
  const overlap_F = width_m * parameters.overlapCapacitance_F_m;
  const channelArea_m2 = width_m * (length_m - parameters.lengthReduction_m);
  return {
    gateSource_F: (2 / 3) * channelArea_m2 * parameters.oxideCapacitance_F_m2 + overlap_F,
    gateDrain_F: overlap_F,
    drainBulk_F: width_m * parameters.junctionCapacitance_F_m,
  };
}
