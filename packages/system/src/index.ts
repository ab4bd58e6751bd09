export { assess } from "./assess.ts";
export { mixedSynapse } from "./mixed-synapse.ts";
export type { AssessmentContext } from "./assess.ts";
export { circuitOf } from "./circuit.ts";
export type { TechnologyModels } from "./circuit.ts";
