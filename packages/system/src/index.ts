export { assess } from "./assess.ts";
export type { AssessmentContext, TechnologyModels } from "./assess.ts";
export type { NoiseSources } from "./signal.ts";
