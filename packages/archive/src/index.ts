export { Archive } from "./archive.ts";
export type { AppendedVisitor, CandidateOutline, ReadMark } from "./candidate-outline.ts";
export type { CandidateField, CandidateQuery, ListedCandidate } from "./candidate-query.ts";
export { copyArchive } from "./copy-archive.ts";
export { mergeArchives } from "./merge-archives.ts";
export { repairArchive } from "./repair-archive.ts";
export { packValue, unpackValue } from "./packed-value.ts";
export { ValueLayout } from "./value-layout.ts";
export { ValueLayouts } from "./value-layouts.ts";
