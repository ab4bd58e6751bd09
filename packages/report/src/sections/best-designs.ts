import { effectsOf, formatQuantity, partParameters } from "@neurofront/core";
import type { AnyDesign, CandidateRecord, ResolvedParameter, ResolvedPart, ResolvedTechnology } from "@neurofront/core";
import { html } from "../escape.ts";
import type { Insert, Markup } from "../escape.ts";
import { ACCOUNTING_TITLES } from "../headline.ts";
import { NO_NUMBER } from "../metric-text.ts";
import type { ReportContext } from "../report-context.ts";
import { longTable, table } from "../table.ts";
import type { Column } from "../table.ts";
import { breakdown } from "./breakdown.ts";

/** The best design of one accounting, with what the accounting is called. */
interface Best {
  readonly title: string;
  readonly record: CandidateRecord | undefined;
}

const ROLES = ["neuron", "synapse", "interconnect"] as const;

/** Parameters of every best design, with where each number comes from, and how its numbers come about. */
export function bestDesignsSection({ study, comparison }: ReportContext): Markup {
  const blocks = study.technologies.map((technology, index) => {
    const bests = comparison.accountings.map((result): Best => ({
      title: ACCOUNTING_TITLES[result.accounting],
      record: result.technologies[index]?.best,
    }));
    if (bests.every(({ record }) => record === undefined))
      return html`<h3>${technology.title}</h3>
        <p>No feasible design.</p> `;
    return html`<h3>${technology.title}</h3>
      ${parameterTables(technology, bests)}${bests.map(({ title, record }) => (record ? breakdown(`${technology.title}, ${title}`, record) : undefined))}`;
  });
  return html`${blocks}`;
}

/** What was searched, in the open; what was fixed, behind a disclosure. */
function parameterTables(technology: ResolvedTechnology, bests: readonly Best[]): Markup {
  const level = {
    parameter: technology.inputVoltage_V,
    cells: parameterRow(
      "inputs",
      "inputVoltage_V",
      technology.inputVoltage_V,
      bests,
      ({ design }) => design.inputVoltage_V,
    ),
  };
  const rows = ROLES.flatMap((role) => {
    const part: ResolvedPart = technology[role];
    return partParameters(part).map(([name, parameter]) => ({
      parameter,
      cells: parameterRow(role, name, parameter, bests, ({ design }) => (design[role] satisfies AnyDesign)[name]),
    }));
  });
  const training = Object.entries(technology.training ?? {}).map(([name, parameter]) => ({
    parameter,
    cells: parameterRow("training", name, parameter, bests, ({ design }) => design.training?.[name]),
  }));
  const isFixed = ({ value }: ResolvedParameter): boolean => value !== undefined;
  const all = [level, ...rows, ...training];
  const searched = all.filter(({ parameter }) => !isFixed(parameter)).map(({ cells }) => cells);
  const fixed = all.filter(({ parameter }) => isFixed(parameter)).map(({ cells }) => cells);
  const parts = ROLES.map((role) => {
    const part = technology[role];
    const lenders = effectsOf(part).map(([effect, lender]) => `, ${effect} of ${partText(lender)}`);
    return `${role} ${partText(part)}${lenders.join("")}`;
  });
  const columns: Column[] = [
    { title: "parameter" },
    ...bests.map(({ title, record }) => ({
      title: html`best, ${title}${record ? html`<br /><small>candidate ${record.candidate}</small>` : undefined}`,
      isNumeric: true,
    })),
    { title: "searched", isNumeric: true },
    { title: "source" },
  ];
  const caption = `${technology.name}: ${parts.join("; ")}`;
  return html`${searched.length === 0 ? html`<p class="caption">${caption}; nothing is searched</p>` : table(caption, columns, searched)}${longTable(`Fixed parameters: ${technology.name}`, columns, fixed)}`;
}

function partText({ plugin, version, preset }: ResolvedPart): string {
  return `${plugin} ${version}${preset === undefined ? "" : `, preset ${preset}`}`;
}

function parameterRow(
  role: string,
  name: string,
  parameter: ResolvedParameter,
  bests: readonly Best[],
  valueOf: (record: CandidateRecord) => number | string | undefined,
): Insert[] {
  const values = bests.map(({ record }) => (record ? valueText(valueOf(record), parameter.unit) : NO_NUMBER));
  const label = html`<code title="${parameter.source}">${name}</code><br /><small
      >${role}: ${parameter.meaning}</small
    >`;
  return [
    label,
    ...values,
    searchedText(parameter),
    html`<small>${parameter.source} (chosen by ${parameter.chosenBy})</small>`,
  ];
}

function valueText(value: number | string | undefined, unit: string): string {
  if (value === undefined) return NO_NUMBER;
  return typeof value === "number" ? formatQuantity(value, unit, 4) : value;
}

function searchedText({ unit, range, integers, choice }: ResolvedParameter): string {
  if (range)
    return `${formatQuantity(range.low, unit)} to ${formatQuantity(range.high, unit)}, ${range.scale}${range.steps === undefined ? "" : `, ${range.steps} values`}`;
  if (integers) return `${integers.low} to ${integers.high}, whole`;
  if (choice) return choice.map((option) => valueText(option, unit)).join(", ");
  return "fixed";
}
