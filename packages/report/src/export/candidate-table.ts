import { frontOf, METRICS, partParameters, unitSuffix } from "@neurofront/core";
import type {
  CandidateRecord,
  MetricName,
  ResolvedParameter,
  ResolvedStudy,
  ResolvedTechnology,
} from "@neurofront/core";
import { countColumn, metricColumn, numberColumn, textColumn } from "../data-table.ts";
import type { Cell, DataColumn, DataTable } from "../data-table.ts";
import { verificationOf } from "../report-input.ts";
import type { ReportInput } from "../report-input.ts";

/** Which candidates an export holds: every one, or the fronts alone. */
export type CandidateChoice = "all" | "front";

const ROLES = ["neuron", "synapse", "interconnect"] as const;
const METRIC_NAMES = Object.keys(METRICS) as MetricName[];

/** A column with how to fill it from a record. */
interface RecordColumn extends DataColumn {
  readonly of: (record: CandidateRecord) => Cell;
}

/** The candidates an export holds, in the order of the archive. */
export function chosenCandidates({ candidates }: ReportInput, choice: CandidateChoice): readonly CandidateRecord[] {
  if (choice === "all") return candidates;
  const searches = Map.groupBy(candidates, ({ search }) => search);
  const members = new Set([...searches.values()].flatMap((records) => frontOf(records)));
  return candidates.filter((record) => members.has(record));
}

/**
 * Candidates as one table: what became of each, its metrics, the parameters that were searched, and the accuracy on drawn chips
 * where it was verified. A parameter that a technology does not have, or a metric that a candidate does not have, is an empty
 * cell. Fixed parameters stand in the resolved study.
 */
export function candidateTable(input: ReportInput, choice: CandidateChoice): DataTable {
  const fronts = new Set(chosenCandidates(input, "front"));
  const chipColumns = (["mean", "low", "high", "p05", "p50", "p95"] as const).map((statistic): RecordColumn => ({
    ...numberColumn(`chip_accuracy_${statistic}`, `accuracy on chips, ${statistic}`, "1", String),
    of: (record) => verificationOf(input.verifications, record)?.assessment.monteCarlo?.clean[statistic],
  }));
  const columns: RecordColumn[] = [
    { ...textColumn("search", "search"), of: ({ search }) => search },
    { ...countColumn("candidate", "candidate"), of: ({ candidate }) => candidate },
    { ...textColumn("status", "status"), of: ({ assessment }) => assessment.status },
    { ...textColumn("standing", "standing"), of: (record) => standingOf(record, fronts) },
    { ...numberColumn("violation", "violation", "1", String), of: ({ violation }) => violation },
    { ...textColumn("broken_rules", "broken rules"), of: (record) => codesOf(record, false) },
    { ...textColumn("warnings", "warnings"), of: (record) => codesOf(record, true) },
    ...METRIC_NAMES.map((metric): RecordColumn => ({
      ...metricColumn(metric, metric, METRICS[metric].title),
      of: ({ assessment }) => assessment.metrics[metric],
    })),
    { ...numberColumn("input_voltage", "input voltage", "V", String), of: ({ design }) => design.inputVoltage_V },
    ...parameterColumns(input.study),
    ...chipColumns,
  ];
  return {
    id: choice === "all" ? "candidates" : "front",
    caption: input.study.title,
    columns,
    rows: chosenCandidates(input, choice).map((record) => columns.map(({ of }) => of(record))),
  };
}

function standingOf(record: CandidateRecord, fronts: ReadonlySet<CandidateRecord>): string {
  if (record.assessment.status !== "ok") return "impossible";
  if (record.violation !== 0) return "infeasible";
  return fronts.has(record) ? "front" : "dominated";
}

function codesOf({ assessment }: CandidateRecord, warnings: boolean): string | undefined {
  const codes = assessment.violations.filter(({ kind }) => (kind === "warning") === warnings).map(({ code }) => code);
  return codes.length === 0 ? undefined : [...new Set(codes)].join(" ");
}

/** One column for every searched parameter of any technology; those of the same name and unit share it. */
function parameterColumns({ technologies }: ResolvedStudy): RecordColumn[] {
  const columns = new Map<string, RecordColumn>();
  for (const technology of technologies)
    for (const { role, name, parameter } of searchedParameters(technology)) {
      const column = parameterColumn(role, name, parameter);
      columns.set(`${column.name} ${column.unit ?? ""}`, column);
    }
  return [...columns.values()];
}

function searchedParameters(technology: ResolvedTechnology) {
  return ROLES.flatMap((role) =>
    partParameters(technology[role])
      .filter(([, { value }]) => value === undefined)
      .map(([name, parameter]) => ({ role, name, parameter })),
  );
}

function parameterColumn(
  role: (typeof ROLES)[number],
  name: string,
  { unit, choice }: ResolvedParameter,
): RecordColumn {
  const suffix = unitSuffix(unit);
  const bare = suffix !== "" && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
  const isText = choice?.some((option) => typeof option === "string") === true;
  const title = `${role}.${bare}`;
  return {
    ...(isText ? textColumn(title, title) : numberColumn(title, title, unit, String)),
    of: ({ design }) => design[role][name],
  };
}
