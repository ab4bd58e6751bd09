import { METRICS } from "@neurofront/core";
import type { AccountingComparison, TechnologyResult } from "../accounting-comparison.ts";
import { compareTechnologies } from "../comparison.ts";
import { ACCOUNTING_TITLES } from "../headline.ts";
import { latexText } from "../latex-text.ts";
import { formatRatio } from "../metric-text.ts";
import { ratioOf } from "../ratio.ts";
import type { ReportInput } from "../report-input.ts";
import { sentence } from "../sentence.ts";

/** A column of numbers in one unit with an SI prefix. */
interface LatexColumn {
  readonly head: string;
  /** For siunitx; empty without a unit. */
  readonly unit: string;
  readonly cells: readonly (string | undefined)[];
}

const PREFIXES: Readonly<Record<number, string>> = {
  [-18]: "\\atto",
  [-15]: "\\femto",
  [-12]: "\\pico",
  [-9]: "\\nano",
  [-6]: "\\micro",
  [-3]: "\\milli",
  0: "",
};

/**
 * The best design of every technology as LaTeX tables, one per accounting, with the accuracy on drawn chips and its 95 %
 * interval; for booktabs and siunitx 3.
 */
export function bestDesignsLatex(input: ReportInput): string {
  const comparison = compareTechnologies(input);
  const tables = comparison.accountings.map((result) => latexTable(result, input));
  return [
    "% Written by neurofront. Needs \\usepackage{booktabs} and \\usepackage{siunitx} (version 3).",
    `% Study SHA-256 ${latexText(input.study.hash)}`,
    ...tables,
    "",
  ].join("\n");
}

function latexTable(result: AccountingComparison, { study }: ReportInput): string {
  const { technologies, winner, accounting } = result;
  const metrics = technologies.map(({ best }) => best?.assessment.metrics);
  const columns: LatexColumn[] = [
    prefixed(
      "Energy",
      "\\joule",
      metrics.map((own) => own?.energy),
    ),
    prefixed(
      "Delay",
      "\\second",
      metrics.map((own) => own?.delay),
    ),
    {
      head: "Energy-delay product",
      unit: "\\joule\\second",
      cells: metrics.map((own) => own?.edp?.toExponential(2)),
    },
    {
      head: `${sentence(METRICS[study.rank].title)} / winner`,
      unit: "",
      cells: metrics.map((own) => ratioText(ratioOf(own?.[study.rank], winner?.best?.assessment.metrics[study.rank]))),
    },
    { head: "Accuracy", unit: "\\percent", cells: metrics.map((own) => percent(own?.accuracy)) },
    prefixed(
      "Input voltage",
      "\\volt",
      technologies.map(({ best }) => best?.design.inputVoltage_V),
    ),
  ];
  const head = ["Technology", ...columns.map(headText), "{Accuracy on chips (\\unit{\\percent})}"];
  const rows = technologies.map((technology, row) =>
    [latexText(technology.title), ...columns.map(({ cells }) => cells[row] ?? "{--}"), chipsText(technology)].join(
      " & ",
    ),
  );
  const formats = columns.map(({ cells }) => `S[table-format=${formatOf(cells)}]`).join(" ");
  return [
    "\\begin{table}",
    "  \\centering",
    `  \\caption{${latexText(`Best design of every technology, ${ACCOUNTING_TITLES[accounting]}: ${study.title}. In brackets the 95 % interval over ${study.variation.chips} drawn chips.`)}}`,
    `  \\label{tab:neurofront-${accounting}}`,
    `  \\begin{tabular}{l ${formats} r}`,
    "    \\toprule",
    `    ${head.join(" & ")} \\\\`,
    "    \\midrule",
    ...rows.map((row) => `    ${row} \\\\`),
    "    \\bottomrule",
    "  \\end{tabular}",
    "\\end{table}",
  ].join("\n");
}

function headText({ head, unit }: LatexColumn): string {
  return unit === "" ? `{${head}}` : `{${head} (\\unit{${unit}})}`;
}

/** All numbers of a column behind the SI prefix of their middle, with three significant digits. */
function prefixed(head: string, unit: string, values: readonly (number | undefined)[]): LatexColumn {
  const known = values.filter((value) => value !== undefined && value > 0) as number[];
  const mean = known.reduce((sum, value) => sum + Math.log10(value), 0) / Math.max(known.length, 1);
  const exponent = Math.min(0, Math.max(-18, 3 * Math.floor(mean / 3)));
  return {
    head,
    unit: `${PREFIXES[exponent]!}${unit}`,
    cells: values.map((value) => (value === undefined ? undefined : threeDigits(value / 10 ** exponent))),
  };
}

/** Three significant digits without an exponent, zeros kept. */
function threeDigits(value: number): string {
  if (value === 0) return "0";
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(decimals, 12));
}

function ratioText(ratio: number | undefined): string | undefined {
  return ratio === undefined ? undefined : formatRatio(ratio);
}

function percent(share: number | undefined): string | undefined {
  return share === undefined ? undefined : (100 * share).toFixed(1);
}

function chipsText({ drawn }: TechnologyResult): string {
  if (drawn === undefined) return "--";
  const { mean, low, high } = drawn.clean;
  return `\\num{${percent(mean)!}} [\\numrange{${percent(low)!}}{${percent(high)!}}]`;
}

/** Digits before and after the point, and of the exponent, that the widest number of a column needs. */
function formatOf(cells: readonly (string | undefined)[]): string {
  const parts = cells.flatMap((cell) => {
    if (cell === undefined) return [];
    const [mantissa = "", exponent] = cell.split("e");
    const [whole = "", decimals = ""] = mantissa.split(".");
    return [{ whole: whole.length, decimals: decimals.length, exponent }];
  });
  const most = (lengths: readonly number[]): number => Math.max(0, ...lengths);
  const whole = Math.max(1, most(parts.map((part) => part.whole)));
  const decimals = most(parts.map((part) => part.decimals));
  const exponents = parts.flatMap(({ exponent }) => exponent ?? []);
  const sign = exponents.some((exponent) => exponent.startsWith("-")) ? "-" : "";
  const digits = most(exponents.map((exponent) => exponent.replace(/[+-]/, "").length));
  return `${whole}.${decimals}${digits === 0 ? "" : `e${sign}${digits}`}`;
}
