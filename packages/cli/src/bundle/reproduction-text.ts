import type { JsonDifference } from "@neurofront/report";
import { textTable } from "../text-table.ts";
import { wrapText } from "../wrapped-text.ts";
import { isIdentical } from "./run-differences.ts";
import type { SearchDifferences } from "./run-differences.ts";

/** What came of running a study again. */
export interface Reproduction {
  /** Files of the bundle that are not what its manifest says. */
  readonly damages: readonly string[];
  /** Where the study resolves to something else than then, its own hash left out. */
  readonly resolved: readonly JsonDifference[];
  /** What computed then and now, where it is not the same: a runtime, a platform. */
  readonly madeWith: readonly string[];
  readonly searches: readonly SearchDifferences[];
}

const MOST_DIFFERENCES = 12;
const MOST_CHARACTERS = 60;

/** Whether every number came out again, and the bundle is whole. */
export function isReproduced({ damages, searches }: Reproduction): boolean {
  return damages.length === 0 && searches.every((search) => isIdentical(search));
}

/** The outcome for the terminal. */
export function reproductionText(reproduction: Reproduction, width?: number): string {
  const { damages, resolved, madeWith, searches } = reproduction;
  const rows = searches.map((search) => [
    search.search,
    `${search.identical} of ${search.candidates}`,
    [
      ...(search.missing > 0 ? [`${search.missing} missing now`] : []),
      ...(search.added > 0 ? [`${search.added} new`] : []),
      ...(search.changedStanding > 0 ? [`${search.changedStanding} feasible or possible in one run only`] : []),
      ...search.largest.map(({ metric, relative }) => `${metric} by up to ${relative.toExponential(1)}`),
    ].join(", "),
    search.best === undefined ? "the same" : `${search.best.before ?? "none"}, now ${search.best.after ?? "none"}`,
    `${search.verifications.identical} of ${search.verifications.all}`,
  ]);
  const firsts = searches.flatMap(({ search, first }) =>
    first === undefined ? [] : [`${search}, candidate ${first.candidate}: ${differenceText(first.difference)}`],
  );
  const blocks = [
    listed("The bundle is not whole:", damages),
    listed(
      "The study resolves to something else:",
      resolved.map((difference) => differenceText(difference)),
    ),
    listed("It was made elsewhere:", madeWith),
    textTable(["search", "identical", "differences", "best candidate", "verified alike"], rows, {
      right: [1, 4],
      width,
    }),
    listed("First differences:", firsts),
    verdict(reproduction),
  ];
  return blocks
    .filter((block) => block !== "")
    .map((block) => wrapText(block, width))
    .join("\n\n");
}

function verdict(reproduction: Reproduction): string {
  const { searches, resolved } = reproduction;
  const differ = searches.filter((search) => !isIdentical(search)).map(({ search }) => search);
  if (differ.length > 0) return `Not reproduced: ${differ.join(", ")} came out differently.`;
  const numbers = "every number came out again to the last digit";
  if (!isReproduced(reproduction)) return `The bundle was changed, but ${numbers}.`;
  return resolved.length > 0 ? `Reproduced with other sources: ${numbers}.` : `Reproduced: ${numbers}.`;
}

function listed(head: string, items: readonly string[]): string {
  if (items.length === 0) return "";
  const rest = items.length - MOST_DIFFERENCES;
  const shown = items.slice(0, MOST_DIFFERENCES).map((item) => `  ${item}`);
  return [head, ...shown, ...(rest > 0 ? [`  and ${rest} more`] : [])].join("\n");
}

function differenceText({ pointer, first, second }: JsonDifference): string {
  return `${pointer === "" ? "everything" : pointer}: ${valueText(first)} then, ${valueText(second)} now`;
}

function valueText(value: unknown): string {
  const text = value === undefined ? "absent" : JSON.stringify(value);
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}...` : text;
}
