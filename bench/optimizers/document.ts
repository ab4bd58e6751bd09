import { C2DTLZ2_EXACT, C2DTLZ2_OF_POINTS, peerShares, peerTargets, peerTimes } from "./peers.ts";
import { overheadText, shareText } from "./summary.ts";
import type { Summary } from "./summary.ts";

/** A line of the document: one optimizer on one problem. */
export interface Row {
  readonly suite: string;
  readonly problem: string;
  readonly evaluations: number;
  readonly model: string;
  readonly summary: Summary;
  /** Median share of the best 100 designs, where other programs tell theirs. */
  readonly hundred?: number;
}

export const COMMAND = "node tools/pnpm.mjs run bench:optimizer";

/** The document of a complete run. */
export function documentOf(rows: readonly Row[], singles: readonly Row[], seeds: number): string {
  const suites = [...new Set(rows.map(({ suite }) => suite))];
  return [
    "# Optimizers, measured",
    `Written by \`${COMMAND}\`, which takes some ten minutes of processor time; \`--quick\` takes three seeds and leaves out the long searches, \`--only <text>\` chooses problems by title, and neither writes this file. Do not edit it.`,
    `Shares are medians over the seeds 1 to ${seeds}, with the quartiles and the worst. A share is that of the front's hypervolume, the reference point at 1.1 of the front's range, that everything evaluated dominates; 1 cannot be reached by finitely many designs. Settings are the defaults. Overhead is the processor time of asking and telling for one evaluation, median over the seeds; it depends on the processor and on what else that does, shares do not. \`random-search\` is the measure of no method.`,
    "## Beside other programs",
    besidePeers(rows),
    `The hypervolume of the front of C2-DTLZ2 is ${C2DTLZ2_EXACT}, by quadrature, and ours are shares of it. The other programs were measured against 5 050 points of the front, which dominate ${C2DTLZ2_OF_POINTS}; both measures are given. A best subset of 100 is chosen after the search by \`bestSubset\`, for the seeds 1 to 3; the other programs' is their last population. Other programs: pymoo 0.6.2 (J. Blank and K. Deb, IEEE Access 8, 89497 (2020)), jMetalPy 1.9 (A. Benitez-Hidalgo et al., Swarm Evol. Comput. 51, 100598 (2019)), pygmo 2.18 (F. Biscani and D. Izzo, J. Open Source Softw. 5, 2338 (2020)), Optuna 5 (T. Akiba et al., KDD 2019, 2623), nevergrad 1.0.12 (P. Bennet et al., SIGEVOlution 14, 8 (2021)), with their defaults and the seeds 1 to 11.`,
    table(
      ["overhead of others", "us an evaluation"],
      peerTimes.map(({ what, time_us }) => [what, time_us]),
    ),
    ...suites.flatMap((suite) => [`## ${suite}`, frontTable(rows.filter((row) => row.suite === suite))]),
    "## One objective",
    "24 families of functions after N. Hansen, S. Finck, R. Ros and A. Auger, INRIA report RR-6829 (2009), in 5 dimensions, shifted and mostly rotated, an instance for each seed. A share is that of 51 targets, from 100 to 1e-8 above the least value in equal ratios, over all families. Every budget is a search of its own, which knows it.",
    table(
      ["evaluations", "optimizer", "median", "quartiles", "worst", "us"],
      singles.map((row) => [thousands(row.evaluations), `\`${row.model}\``, ...cells(row.summary)]),
    ),
    "Other programs on the 24 functions of COCO (N. Hansen et al., Optim. Methods Softw. 36, 114 (2021)), which are of the same families, after parts of one search of 5 000: pycma 4.4 (N. Hansen, Y. Akimoto and P. Baudis, Zenodo 2559634), cmaes 0.13 (M. Nomura and M. Shibata, arXiv:2402.01373), NLopt 2.7 (S. G. Johnson), SciPy 1.10 (P. Virtanen et al., Nat. Methods 17, 261 (2020)), humpday 0.22, optimization-js 1.5.",
    table(
      ["after evaluations", "50", "150", "500", "1 500", "5 000"],
      peerTargets.map(({ by, shares }) => [by, ...shares.map((share) => share.toFixed(3))]),
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

function besidePeers(rows: readonly Row[]): string {
  const lines = peerShares.map(({ problem, evaluations, all, allBy, hundred, hundredBy }) => {
    const ours = rows.find((row) => row.problem === problem && row.evaluations === evaluations && row.model === "auto");
    const isOfPoints = problem === "C2-DTLZ2";
    const both = (share: number | undefined): string => {
      if (share === undefined) return "";
      const text = shareText(share);
      return isOfPoints ? `${text} (of the points ${shareText((share * C2DTLZ2_EXACT) / C2DTLZ2_OF_POINTS)})` : text;
    };
    const other = (share: number | undefined, by: string | undefined): string => {
      if (share === undefined) return "";
      const text = isOfPoints
        ? `${shareText((share * C2DTLZ2_OF_POINTS) / C2DTLZ2_EXACT)} (of the points ${share})`
        : share;
      return `${text}, ${by}`;
    };
    return [
      `${problem}, ${thousands(evaluations)}`,
      both(ours?.summary.median),
      other(all, allBy),
      both(ours?.hundred),
      other(hundred, hundredBy),
    ];
  });
  return table(["problem, evaluations", "`auto`", "best other", "`auto`, best 100", "best other 100"], lines);
}

function frontTable(rows: readonly Row[]): string {
  return table(
    ["problem", "optimizer", "median", "quartiles", "worst", "us"],
    rows.map((row) => [row.problem, `\`${row.model}\``, ...cells(row.summary)]),
  );
}

function cells({ median, lower, upper, worst, overhead_us }: Summary): string[] {
  return [
    shareText(median),
    `${shareText(lower)} ... ${shareText(upper)}`,
    shareText(worst),
    overheadText(overhead_us),
  ];
}

function thousands(count: number): string {
  return count.toString().replaceAll(/\B(?=(?:\d{3})+$)/gu, " ");
}

/** A table of Markdown whose columns are as wide as their longest cell. */
function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(3, title.length, ...lines.map((line) => line[column]!.length)));
  const lineOf = (texts: readonly string[]): string =>
    `| ${texts.map((text, column) => text.padEnd(widths[column]!)).join(" | ")} |`;
  return [lineOf(head), lineOf(widths.map((width) => "-".repeat(width))), ...lines.map(lineOf)].join("\n");
}
