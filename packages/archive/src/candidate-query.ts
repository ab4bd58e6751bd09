import type { SQLInputValue } from "node:sqlite";
import type { AnyDesign, MetricName, TechnologyDesign } from "@neurofront/core";
import type { CandidateOutline } from "./candidate-outline.ts";
import { outlineColumns } from "./candidate-outline.ts";
import { METRIC_COLUMNS } from "./schema.ts";

/** What candidates can be filtered and sorted by: a metric, the violation, the number, or a searched parameter such as `neuron.length_m`. */
export type CandidateField =
  | { readonly kind: "metric"; readonly metric: MetricName }
  | { readonly kind: "violation" | "candidate" | "search" | "reason" }
  | { readonly kind: "parameter"; readonly name: string };

/** Which candidates of an archive, in which order, from where on. */
export interface CandidateQuery {
  /** Of these searches; of all where absent. */
  readonly searches?: readonly string[];
  readonly standing?: "feasible" | "infeasible" | "impossible";
  /** These candidates alone, as pairs of search and number. */
  readonly only?: readonly (readonly [search: string, candidate: number])[];
  readonly bounds?: readonly { readonly field: CandidateField; readonly low?: number; readonly high?: number }[];
  readonly order?: { readonly field: CandidateField; readonly descending: boolean };
  readonly offset: number;
  readonly limit: number;
}

/** One candidate of a page of a table. */
export interface ListedCandidate extends CandidateOutline {
  /** The searched parameters. */
  readonly design: Partial<Record<"neuron" | "synapse" | "interconnect", AnyDesign>> &
    Pick<TechnologyDesign, "inputVoltage_V">;
}

/** Metrics of a row of a table: all of them. */
export const METRIC_NAMES: readonly MetricName[] = METRIC_COLUMNS.map(({ metric }) => metric);

/** A statement with the values bound to it; nothing a person writes becomes SQL. */
export interface BoundSql {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/**
 * The statements of a query: a page of rows, and how many there are in all.
 *
 * @param source where the candidates stand: a table, or a query in brackets
 */
export function querySql(query: CandidateQuery, source: string): { readonly page: BoundSql; readonly count: BoundSql } {
  const where = conditions(query);
  const order = query.order === undefined ? { sql: "search, candidate", values: [] } : orderSql(query.order);
  const from = `FROM ${source} ${where.sql === "" ? "" : `WHERE ${where.sql}`}`;
  return {
    page: {
      sql: `SELECT ${outlineColumns(METRIC_NAMES)}, design ${from} ORDER BY ${order.sql} LIMIT ? OFFSET ?`,
      values: [...where.values, ...order.values, query.limit, query.offset],
    },
    count: { sql: `SELECT count(*) AS count ${from}`, values: where.values },
  };
}

function conditions({ searches, standing, only, bounds = [] }: CandidateQuery): BoundSql {
  const parts: BoundSql[] = [];
  if (searches !== undefined)
    parts.push({ sql: "search IN (SELECT value FROM json_each(?))", values: [JSON.stringify(searches)] });
  if (standing !== undefined) parts.push({ sql: STANDINGS[standing], values: [] });
  if (only !== undefined)
    parts.push({
      sql: "(search, candidate) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))",
      values: [JSON.stringify(only)],
    });
  for (const { field, low, high } of bounds) {
    const { sql, values } = fieldSql(field);
    if (low !== undefined) parts.push({ sql: `${sql} >= ?`, values: [...values, low] });
    if (high !== undefined) parts.push({ sql: `${sql} <= ?`, values: [...values, high] });
  }
  return { sql: parts.map(({ sql }) => sql).join(" AND "), values: parts.flatMap(({ values }) => values) };
}

const STANDINGS = {
  feasible: "status = 'ok' AND violation = 0",
  infeasible: "status = 'ok' AND violation > 0",
  impossible: "status = 'impossible'",
} as const;

/** Candidates without a value come last, whatever the direction. */
function orderSql({ field, descending }: NonNullable<CandidateQuery["order"]>): BoundSql {
  const { sql, values } = fieldSql(field);
  return {
    sql: `${sql} IS NULL, ${sql} ${descending ? "DESC" : "ASC"}, search, candidate`,
    values: [...values, ...values],
  };
}

function fieldSql(field: CandidateField): BoundSql {
  switch (field.kind) {
    case "metric":
      return { sql: `"${METRIC_COLUMNS.find(({ metric }) => metric === field.metric)!.column}"`, values: [] };
    case "parameter":
      return { sql: "json_extract(design, ?)", values: [jsonPath(field.name)] };
    default:
      return { sql: field.kind, values: [] };
  }
}

/** `neuron.length_m` -> `$."neuron"."length_m"`. */
function jsonPath(name: string): string {
  return `$${name
    .split(".")
    .map((key) => `."${key.replaceAll('"', "")}"`)
    .join("")}`;
}
