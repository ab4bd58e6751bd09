import type { Design, SynapseCharacter, SynapseModel, SynapseOperating } from "@neurofront/core";

/** Spread and current of devices over the range of conductances. */
export interface SynapseSweep {
  /** Increasing, from the least to the largest conductance. */
  readonly conductance_S: Float64Array;
  readonly spread_S: Float64Array;
  /** From just programmed to ten years. */
  readonly age_s: Float64Array;
  /** What each conductance has become at each age and how it is read, conductances x ages. */
  readonly agedMean_S: Float64Array;
  readonly agedSpread_S: Float64Array;
  readonly readNoise: Float64Array;
  /** Increasing positive voltages. */
  readonly voltage_V: Float64Array;
  /** Current at each voltage and at its negative, conductances x voltages. */
  readonly forward_A: Float64Array;
  readonly backward_A: Float64Array;
}

const STEPS = 8;
const AGES_S = [0, 1e-6, 1, 60, 3600, 86_400, 3.15e7, 3.15e8];
const VOLTAGES_V = [1e-6, 1e-4, 1e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5];

/** Sweep one design; conductances are those the character claims, if they make a range. */
export function sweepSynapse(
  model: SynapseModel,
  design: Design,
  operating: SynapseOperating,
  { conductanceMin_S, conductanceMax_S }: SynapseCharacter,
): SynapseSweep {
  const least = Math.min(conductanceMin_S, conductanceMax_S);
  const largest = Math.max(conductanceMin_S, conductanceMax_S);
  const conductances =
    least > 0 && largest > least && Number.isFinite(largest)
      ? Array.from({ length: STEPS + 1 }, (_, k) => least + ((largest - least) * k) / STEPS)
      : [];
  const currents = (sign: number): Float64Array =>
    Float64Array.from(conductances.flatMap((g) => VOLTAGES_V.map((v) => model.current_A(design, g, sign * v))));
  const ages = <Result>(at: (g: number, age_s: number) => Result): Result[] =>
    conductances.flatMap((g) => AGES_S.map((age_s) => at(g, age_s)));
  const aged = ages((g, age_s) => model.aged(design, operating, g, age_s));
  return {
    age_s: Float64Array.from(AGES_S),
    agedMean_S: Float64Array.from(aged, ({ mean_S }) => mean_S),
    agedSpread_S: Float64Array.from(aged, ({ spread_S }) => spread_S),
    readNoise: Float64Array.from(ages((g, age_s) => model.readNoise(design, operating, g, age_s))),
    conductance_S: Float64Array.from(conductances),
    spread_S: Float64Array.from(conductances, (target_S) => model.programmingSpread_S(design, operating, target_S)),
    voltage_V: Float64Array.from(VOLTAGES_V),
    forward_A: currents(1),
    backward_A: currents(-1),
  };
}
