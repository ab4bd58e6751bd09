import type { TechnologyDesign } from "@neurofront/core";
import type { AssessmentContext } from "@neurofront/system";
import type { RunnableStudy } from "./resolve.ts";

/** What is equal for every candidate of a study. */
export function assessmentContext({
  resolved,
  workload,
}: Pick<RunnableStudy, "resolved" | "workload">): AssessmentContext {
  const { held, variation, seed } = resolved;
  return {
    workload,
    // Every model is given these: one that changes them throws.
    conventions: Object.freeze({
      readTiming: held.readTiming,
      cmosDelay: held.cmosDelay,
      cmosDecision: held.cmosDecision,
    }),
    previousOutput: held.previousOutput,
    positions: held.positions,
    converterDrop_V: held.converterDrop_V,
    noise: {
      deviceSpread: variation.deviceSpread,
      referenceNoise_V: variation.referenceNoise_V,
      thermalNoise: variation.thermalNoise,
      temperature_K: held.temperature_K,
      supplyNoise: variation.supplyNoise,
      supplyNoisePer: variation.supplyNoisePer,
      driverSpread: variation.driverSpread,
    },
    age_s: variation.age_s,
    seed,
    ...(variation.corners === undefined ? {} : { corners: variation.corners }),
  };
}

/** The network and data of each design: of its own training, or of the study. */
export function workloadsOf({
  workload,
  trainings,
}: Pick<RunnableStudy, "workload" | "trainings">): (design: TechnologyDesign) => AssessmentContext["workload"] {
  return ({ training }) => (training === undefined ? workload : trainings.of(training));
}

/** The context of each candidate: equal but for the network of its technology's own training. */
export function assessmentContexts(
  runnable: Pick<RunnableStudy, "resolved" | "workload" | "trainings">,
): (design: TechnologyDesign) => AssessmentContext {
  const common = assessmentContext(runnable);
  const workloadOf = workloadsOf(runnable);
  return (design) => (design.training === undefined ? common : { ...common, workload: workloadOf(design) });
}
