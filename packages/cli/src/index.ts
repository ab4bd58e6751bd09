export { runStudy } from "./programmatic/run-study.ts";
export type { RunStudyOptions, StudyResult, StudyRun } from "./programmatic/run-study.ts";
export type { Progress, StudyFile } from "@neurofront/study";
