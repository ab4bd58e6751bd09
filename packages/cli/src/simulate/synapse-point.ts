import type { AnyDesign, SynapseModel, SynapseOperating } from "@neurofront/core";
import { answered, derived, measured, unanswered } from "./measured.ts";
import type { Measured, MeasuredPoint } from "./measured.ts";

/** Everything a synapse device tells, at the ends of its conductance range where it depends on the conductance. */
export function synapsePoint(
  model: SynapseModel,
  design: AnyDesign,
  operating: SynapseOperating,
  age_s: number,
): MeasuredPoint {
  const answer = model.characterize(design, operating);
  if (answer.status === "impossible") return unanswered(answer.violations);
  const { conductanceMin_S, conductanceMax_S, write } = answer;
  const ends = [
    ["Min", conductanceMin_S],
    ["Max", conductanceMax_S],
  ] as const;
  const atEnds = (name: string, of: (conductance_S: number) => number): Measured[] => {
    const [, word = "", unit = ""] = /^([^_]+)(.*)$/u.exec(name)!;
    return ends.map(([end, conductance_S]) => measured(`${word}${end}${unit}`, of(conductance_S), word));
  };
  return answered(answer.violations, [
    measured("conductanceMin_S", conductanceMin_S, "conductance"),
    measured("conductanceMax_S", conductanceMax_S, "conductance"),
    ...atEnds("current_A", (conductance_S) => model.current_A(design, conductance_S, operating.inputVoltage_V)),
    ...atEnds("programmingSpread_S", (conductance_S) => model.programmingSpread_S(design, operating, conductance_S)),
    ...atEnds("readNoise", (conductance_S) => model.readNoise(design, operating, conductance_S, age_s)),
    ...atEnds("aged_S", (conductance_S) => model.aged(design, operating, conductance_S, age_s).mean_S),
    ...atEnds("agedSpread_S", (conductance_S) => model.aged(design, operating, conductance_S, age_s).spread_S),
    measured("levels", answer.levels),
    measured("stuckAtMin", answer.stuckAtMin, "stuck"),
    measured("stuckAtMax", answer.stuckAtMax, "stuck"),
    measured("area_m2", answer.area_m2),
    measured("pitch_m", answer.pitch_m),
    measured("capacitance_F", answer.capacitance_F),
    ...(write === undefined
      ? []
      : [
          measured("writeVoltage_V", write.voltage_V, "write"),
          measured("writeDuration_s", write.duration_s, "write"),
          measured("writeEnergy_J", write.energy_J, "write"),
        ]),
    ...derived(answer.quantities),
  ]);
}
