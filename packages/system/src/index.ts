export { assess } from "./assess.ts";
export type { AssessmentContext, TechnologyModels } from "./assess.ts";
