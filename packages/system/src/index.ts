export { assess } from "./assess.ts";
export type { AssessmentContext, TechnologyModels } from "./assess.ts";
export { mixedSynapse } from "./mixed-synapse.ts";
