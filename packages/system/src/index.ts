export type { ChipAccuracies, ChipRange } from "./accuracy-monte-carlo.ts";
export { assess, assessCandidate, withChips } from "./assess.ts";
export type { AssessedCandidate, AssessmentContext } from "./assess.ts";
export { circuitsOf } from "./circuit.ts";
export type { TechnologyModels } from "./circuit.ts";
export { mixedSynapse } from "./mixed-synapse.ts";
