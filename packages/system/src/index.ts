export { assess } from "./assess.ts";
export type { AssessmentContext } from "./assess.ts";
export { circuitsOf } from "./circuit.ts";
export type { TechnologyModels } from "./circuit.ts";
export { mixedSynapse } from "./mixed-synapse.ts";
