import { isCounted, LEDGER_LINES, totalEnergy_J } from "@neurofront/core";
import type { Accounting, CandidateRecord, LedgerLine } from "@neurofront/core";
import type { AccountingComparison, TechnologyResult } from "./accounting-comparison.ts";
import { ratioOf } from "./ratio.ts";

/** One line added to what is counted. */
export interface LedgerStep {
  readonly line: LedgerLine;
  /** Energy per neuron and decision on this line. */
  readonly added_J: number;
  /** Sum of this line and all before it. */
  readonly cumulative_J: number;
  /** Whether the paper's accounting counts the line. */
  readonly countedInPaper: boolean;
}

/** The ledger of one best design: the lines the paper counts first, then each further line up to the full ledger. */
export interface LedgerWalk {
  readonly technology: string;
  /** The accounting under which the design is the best. */
  readonly designedFor: Accounting;
  readonly candidate: number;
  /** All lines in the order of the ledger; lines without a charge have `added_J` 0. */
  readonly steps: readonly LedgerStep[];
  readonly paper_J: number;
  readonly full_J: number;
}

/** One step of a ratio: what is counted on both sides so far. */
export interface RatioStep {
  /** `published`: what the two publications state; `paper`: the paper's lines; a line: that line added to both sides; `designed-again`: each side's best full design. */
  readonly step: "published" | "paper" | LedgerLine | "designed-again";
  /** Energy of the one in units of the other's, with this counting on both sides. */
  readonly energy?: number;
  /** Energy-delay product likewise. */
  readonly edp?: number;
}

/**
 * How the ratio between two technologies changes from the paper's accounting to the full one: the same two designs, one
 * line after the other added to both, then both designed again for the full accounting when the study searched that.
 * Lines that no technology of the study is charged for have no step.
 */
export interface RatioWalk {
  readonly of: string;
  readonly to: string;
  /** The accounting under which the two first designs are the best. */
  readonly designedFor: Accounting;
  readonly steps: readonly RatioStep[];
}

const LINES = (Object.keys(LEDGER_LINES) as LedgerLine[]).toSorted(
  (a, b) => Number(isCounted(b, "paper")) - Number(isCounted(a, "paper")),
);

/** The ledger walks of every best design, in the order of accountings and technologies. */
export function ledgerWalks(accountings: readonly AccountingComparison[]): LedgerWalk[] {
  return accountings.flatMap(({ accounting, technologies }) =>
    technologies.flatMap(({ technology, best }) => (best ? [ledgerWalk(technology, accounting, best)] : [])),
  );
}

function ledgerWalk(technology: string, designedFor: Accounting, record: CandidateRecord): LedgerWalk {
  const { ledger } = record.assessment;
  let cumulative_J = 0;
  const steps = LINES.map((line) => {
    const added_J = ledger.reduce((sum, entry) => (entry.line === line ? sum + entry.energy_J : sum), 0);
    cumulative_J += added_J;
    return { line, added_J, cumulative_J, countedInPaper: isCounted(line, "paper") };
  });
  return {
    technology,
    designedFor,
    candidate: record.candidate,
    steps,
    paper_J: totalEnergy_J(ledger, "paper"),
    full_J: totalEnergy_J(ledger, "full"),
  };
}

/** What a publication states for a technology: its design of the lowest energy-delay product. */
export interface PublishedDesign {
  readonly energy_J: number;
  readonly delay_s: number;
}

/**
 * Ratio walks of every other technology to one of them: to the one that its publication puts lowest, since its claim is what
 * the steps take apart; without publications to the winner. They start from the designs for the paper's accounting where the
 * study has feasible ones, else from those for the full accounting; without any feasible design there are none.
 */
export function ratioWalks(
  accountings: readonly AccountingComparison[],
  published: ReadonlyMap<string, PublishedDesign>,
): RatioWalk[] {
  const won = accountings.filter(({ winner }) => winner !== undefined);
  const start = won.find(({ accounting }) => accounting === "paper") ?? won[0];
  const again = start?.accounting === "paper" ? accountings.find(({ accounting }) => accounting === "full") : undefined;
  const claimed = (start?.technologies ?? [])
    .filter(({ technology, best }) => best !== undefined && published.has(technology))
    .toSorted((a, b) => edpOf(published.get(a.technology)!) - edpOf(published.get(b.technology)!));
  const to = claimed[0] ?? start?.winner;
  if (start === undefined || to === undefined) return [];
  const charged = new Set(
    start.technologies.flatMap(({ best }) =>
      (best?.assessment.ledger ?? []).flatMap(({ line, energy_J }) => (energy_J > 0 ? [line] : [])),
    ),
  );
  return start.technologies.flatMap((of) =>
    of === to || of.best === undefined ? [] : [ratioWalk(of, to, start.accounting, charged, again, published)],
  );
}

function ratioWalk(
  of: TechnologyResult,
  to: TechnologyResult,
  designedFor: Accounting,
  charged: ReadonlySet<LedgerLine>,
  again: AccountingComparison | undefined,
  published: ReadonlyMap<string, PublishedDesign>,
): RatioWalk {
  const ours = ledgerWalk(of.technology, designedFor, of.best!);
  const theirs = ledgerWalk(to.technology, designedFor, to.best!);
  const delay = ratioOf(of.best!.assessment.metrics.delay, to.best!.assessment.metrics.delay);
  const step = (name: RatioStep["step"], ourEnergy_J: number, theirEnergy_J: number): RatioStep => {
    const energy = ratioOf(ourEnergy_J, theirEnergy_J);
    const edp = energy === undefined || delay === undefined ? undefined : energy * delay;
    return { step: name, ...(energy !== undefined && { energy }), ...(edp !== undefined && { edp }) };
  };
  const steps: RatioStep[] = [];
  const ourClaim = published.get(of.technology);
  const theirClaim = published.get(to.technology);
  if (ourClaim && theirClaim)
    steps.push({
      step: "published",
      energy: ourClaim.energy_J / theirClaim.energy_J,
      edp: edpOf(ourClaim) / edpOf(theirClaim),
    });
  steps.push(step("paper", ours.paper_J, theirs.paper_J));
  ours.steps.forEach(({ line, cumulative_J, countedInPaper }, index) => {
    if (countedInPaper || !charged.has(line)) return;
    steps.push(step(line, cumulative_J, theirs.steps[index]!.cumulative_J));
  });
  const redesigned = again?.technologies.find(({ technology }) => technology === of.technology)?.best;
  const redesignedTo = again?.technologies.find(({ technology }) => technology === to.technology)?.best;
  if (redesigned && redesignedTo) {
    const energy = ratioOf(redesigned.assessment.metrics.energy, redesignedTo.assessment.metrics.energy);
    const edp = ratioOf(redesigned.assessment.metrics.edp, redesignedTo.assessment.metrics.edp);
    steps.push({
      step: "designed-again",
      ...(energy !== undefined && { energy }),
      ...(edp !== undefined && { edp }),
    });
  }
  return { of: of.technology, to: to.technology, designedFor, steps };
}

function edpOf({ energy_J, delay_s }: PublishedDesign): number {
  return energy_J * delay_s;
}
