import type { ReportInput } from "../report-input.ts";
import { chosenCandidates } from "./candidate-table.ts";
import type { CandidateChoice } from "./candidate-table.ts";

/**
 * Resolved study, whole candidate records, verifications, notes of the optimizers and names of the searches that were made
 * asynchronously as one JSON object, in pieces to write one after the other: an archive may hold more than one string can.
 */
export function* candidatesJson(input: ReportInput, choice: CandidateChoice): Generator<string> {
  const candidates = chosenCandidates(input, choice);
  const chosen = new Set(candidates.map(({ search, candidate }) => `${search} ${candidate}`));
  const verifications = input.verifications.filter(({ search, candidate }) => chosen.has(`${search} ${candidate}`));
  yield `{"format":"neurofront-candidates","formatVersion":1,"units":"SI","study":${JSON.stringify(input.study)}`;
  yield* list("candidates", candidates);
  yield* list("verifications", verifications);
  yield* list("notes", input.notes);
  yield* list("asynchronous", input.asynchronous ?? []);
  yield "\n}\n";
}

function* list(name: string, items: readonly unknown[]): Generator<string> {
  yield `,\n"${name}":[`;
  for (const [index, item] of items.entries()) yield `${index === 0 ? "\n" : ",\n"}${JSON.stringify(item)}`;
  yield "\n]";
}
