export { startDashboard } from "./dashboard.ts";
export type { Dashboard } from "./dashboard.ts";
export type { StudyProblem } from "./study-files.ts";
