/**
 * How good the optimizers are, beside random search and other programs: `node bench/optimizers.ts` prints every line as it is
 * measured and at the end writes `docs/optimizers.md`. `--quick` takes three seeds and at most 2 500 evaluations, `--only <text>`
 * the problems whose titles contain the text; these print only.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { frontCases, singleBudgets } from "./optimizers/cases.ts";
import { documentOf } from "./optimizers/document.ts";
import type { Row } from "./optimizers/document.ts";
import { peerShares } from "./optimizers/peers.ts";
import { SINGLE_DIMENSIONS, frontShare, targetShare } from "./optimizers/shares.ts";
import type { Outcome } from "./optimizers/shares.ts";
import { overheadText, shareText, summaryOf } from "./optimizers/summary.ts";

const SEEDS = 11;
const QUICK_SEEDS = 3;
/** Seeds of which the best 100 designs are looked for, which takes long with three objectives. */
const SUBSET_SEEDS = 3;
const QUICK_EVALUATIONS = 2500;
const SINGLE_TITLE = "one objective";

const { values } = parseArgs({ options: { quick: { type: "boolean", default: false }, only: { type: "string" } } });
const isComplete = !values.quick && values.only === undefined;
const seeds = Array.from({ length: values.quick ? QUICK_SEEDS : SEEDS }, (_, k) => k + 1);

function isWanted(title: string, evaluations: number): boolean {
  if (values.quick && evaluations > QUICK_EVALUATIONS) return false;
  return values.only === undefined || title.toLowerCase().includes(values.only.toLowerCase());
}

function print({ problem, evaluations, model, summary, hundred }: Row): void {
  const { median, lower, upper, worst, overhead_us } = summary;
  const subset = hundred === undefined ? "" : `, best 100 ${shareText(hundred)}`;
  console.log(
    `${problem.padEnd(28)} ${String(evaluations).padStart(6)} ${model.padEnd(13)} median ${shareText(median)}, quartiles ${shareText(lower)} ${shareText(upper)}, worst ${shareText(worst)}, ${overheadText(overhead_us)} us${subset}`,
  );
}

function rowOf(row: Omit<Row, "summary" | "hundred">, outcomes: readonly Outcome[]): Row {
  const hundreds = outcomes.flatMap(({ hundred }) => hundred ?? []).toSorted((a, b) => a - b);
  const hundred = hundreds[Math.floor(hundreds.length / 2)];
  const measured: Row = { ...row, summary: summaryOf(outcomes), ...(hundred === undefined ? {} : { hundred }) };
  print(measured);
  return measured;
}

const rows = frontCases
  .filter(({ problem, evaluations }) => isWanted(problem.title, evaluations))
  .flatMap((one) =>
    one.models.map((model) => {
      const { suite, evaluations, problem } = one;
      const isCompared = peerShares.some(
        (peer) => peer.problem === problem.title && peer.evaluations === evaluations && peer.hundred !== undefined,
      );
      const outcomes = seeds.map((seed) =>
        frontShare(one, model, seed, isCompared && model === "auto" && seed <= SUBSET_SEEDS),
      );
      return rowOf({ suite, problem: problem.title, evaluations, model }, outcomes);
    }),
  );

const singles = singleBudgets
  .filter(({ each }) => isWanted(SINGLE_TITLE, each * SINGLE_DIMENSIONS))
  .flatMap(({ each, models }) =>
    models.map((model) => {
      const evaluations = each * SINGLE_DIMENSIONS;
      const outcomes = seeds.map((seed) => targetShare(model, evaluations, seed));
      return rowOf({ suite: SINGLE_TITLE, problem: SINGLE_TITLE, evaluations, model }, outcomes);
    }),
  );

if (isComplete) writeFileSync(join(import.meta.dirname, "../docs/optimizers.md"), documentOf(rows, singles, SEEDS));
