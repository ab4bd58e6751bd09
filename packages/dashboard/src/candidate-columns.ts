import { METRICS, formatQuantity, searchedParameters, searchedValue } from "@neurofront/core";
import type { MetricName, ResolvedStudy, TechnologyDesign } from "@neurofront/core";
import type { CandidateField, ListedCandidate } from "@neurofront/archive";

/** A column of the table of candidates. */
export interface CandidateColumn {
  /** Names it in addresses and files, such as `energy` or `neuron.length_m`. */
  readonly id: string;
  readonly title: string;
  /** Absent for text and counts. */
  readonly unit?: string;
  readonly isNumeric: boolean;
  readonly field: CandidateField;
  /** SI number or text; undefined where the candidate has none. */
  readonly of: (row: ListedCandidate) => number | string | undefined;
}

/** The columns of a study's candidates: what became of each, its metrics, and every parameter that any technology searches. */
export function candidateColumns(study: ResolvedStudy): CandidateColumn[] {
  return [
    { id: "search", title: "search", isNumeric: false, field: { kind: "search" }, of: ({ search }) => search },
    { id: "candidate", title: "candidate", isNumeric: true, field: { kind: "candidate" }, of: (row) => row.candidate },
    {
      id: "violation",
      title: "violation",
      unit: "1",
      isNumeric: true,
      field: { kind: "violation" },
      of: (row) => row.violation,
    },
    {
      id: "reason",
      title: "worst broken rule",
      isNumeric: false,
      field: { kind: "reason" },
      of: (row) => row.reason ?? undefined,
    },
    ...(Object.keys(METRICS) as MetricName[]).map((metric): CandidateColumn => ({
      id: metric,
      title: METRICS[metric].title,
      unit: METRICS[metric].unit,
      isNumeric: true,
      field: { kind: "metric", metric },
      of: ({ metrics }) => metrics[metric],
    })),
    ...parameterColumns(study),
  ];
}

/** Parameters of the same place and unit share a column, whatever technology they belong to. */
function parameterColumns({ technologies }: ResolvedStudy): CandidateColumn[] {
  const columns = new Map<string, CandidateColumn>();
  for (const technology of technologies)
    for (const { name, parameter } of searchedParameters(technology)) {
      const isText = parameter.choice?.some((option) => typeof option === "string") === true;
      columns.set(name, {
        id: name,
        title: name === "inputVoltage_V" ? "input voltage" : name.replace(/_[A-Za-z0-9_]+$/u, ""),
        ...(isText ? {} : { unit: parameter.unit }),
        isNumeric: !isText,
        field: { kind: "parameter", name },
        of: ({ design }) => valueIn(design, name),
      });
    }
  return [...columns.values()];
}

function valueIn(design: ListedCandidate["design"], name: string): number | string | undefined {
  const whole: TechnologyDesign = { neuron: {}, synapse: {}, interconnect: {}, ...design };
  return searchedValue(whole, name);
}

/** A value of a column for people. */
export function cellText({ unit }: Pick<CandidateColumn, "unit">, value: number | string | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "string" || unit === undefined) return String(value);
  if (unit === "1") return String(Number(value.toPrecision(4)));
  return unit === "J s" ? `${Number(value.toPrecision(4)).toExponential()} J s` : formatQuantity(value, unit, 4);
}
