import { METRICS, unitSuffix } from "@neurofront/core";
import type { MetricName } from "@neurofront/core";

/** Written into every archive; another value is another format. */
export const ARCHIVE_FORMAT = "neurofront-archive";
export const ARCHIVE_VERSION = 6;

const metricNames = Object.keys(METRICS) as MetricName[];

/** One real column per metric, unit in its name (`energy_J`), so that the file can be queried with plain SQL. */
export const METRIC_COLUMNS: readonly { readonly metric: MetricName; readonly column: string }[] = metricNames.map(
  (metric) => ({
    metric,
    column: `${metric}${unitSuffix(METRICS[metric].unit)}`,
  }),
);

const JUDGED_VALUES: readonly string[] = [
  "status",
  "violation",
  "reason",
  "fidelity",
  "chips",
  ...METRIC_COLUMNS.map(({ column }) => column),
  "objectives",
  "detail",
];

/** The columns of each table with rows of a run, in the order in which their checksum goes over them. */
export const ROW_COLUMNS = {
  layout: ["search", "number", "text"],
  candidate: ["search", "candidate", "coordinates", "design", ...JUDGED_VALUES],
  note: ["search", "number", "assessed", "text"],
  revision: ["search", "candidate", "round", ...JUDGED_VALUES],
  sample: ["search", "candidate", "fidelity", "first", "chips", "clean", "test"],
  schedule: ["search", "step", "told", "asked"],
  verification: ["search", "candidate", "detail"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A table with rows of a run. */
export type RowTable = keyof typeof ROW_COLUMNS;

const JUDGED_COLUMNS = `
  status TEXT NOT NULL CHECK (status IN ('ok', 'impossible')),
  violation REAL NOT NULL,
  reason TEXT,
  fidelity TEXT,
  chips INTEGER,
  ${METRIC_COLUMNS.map(({ column }) => `"${column}" REAL`).join(",\n  ")},
  objectives TEXT NOT NULL`;

const JUDGED_NAMES = `status, violation, reason, fidelity, chips, ${METRIC_COLUMNS.map(({ column }) => `"${column}"`).join(", ")}, objectives`;

/** Every candidate as last judged. */
export const PRESENT = `
SELECT candidate.search, candidate.candidate, coordinates, design, ${JUDGED_NAMES.replaceAll(/(\w+|"[^"]+")/gu, "judged.$1")}
  FROM candidate JOIN (
    SELECT search, candidate, -1 AS round, ${JUDGED_NAMES} FROM candidate
    UNION ALL
    SELECT search, candidate, round, ${JUDGED_NAMES} FROM revision
  ) AS judged USING (search, candidate)
  WHERE judged.round = COALESCE(
    (SELECT MAX(round) FROM revision AS later WHERE later.search = candidate.search AND later.candidate = candidate.candidate), -1
  )`;

/**
 * The tables. The columns before `detail` are what queries want: `violation` is the sum of relative violations, 0 for a
 * feasible candidate; `reason` the code of the worst broken rule; `design` the searched parameters in SI as JSON (what is
 * fixed stands once, in the study). `detail` is the assessment in two parts, as `stored-assessment.ts` says: what is looked at for
 * every candidate (metrics, violations), and what is not (ledger, phases, area, derived quantities). Of each part it holds the numbers
 * and messages, packed as `packed-value.ts` says; the rest is one of the search's `layout`s, for candidates of one search differ in
 * little else. `fidelity` names the fidelity and `chips` counts the Monte Carlo chips that the numbers come from; null where there is none.
 *
 * Nothing is ever changed: `candidate` is what the search was told, `revision` what was found later of some of them, and the
 * view `present` the last of both. `sample` is the one-hot accuracy of every chip drawn, little-endian doubles, by the number of
 * the block's first chip. `checksum` is the CRC-32 of the other columns of a row. `note` is what the optimizer of a search decided, after `assessed` candidates.
 * `schedule` has rows for searches that were made asynchronously: in which order results were told and proposals asked for.
 */
export const TABLES = `
CREATE TABLE archive (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE layout (
  search TEXT NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (search, number)
) STRICT;
CREATE TABLE candidate (
  search TEXT NOT NULL,
  candidate INTEGER NOT NULL,
  ${JUDGED_COLUMNS.trim()},
  coordinates TEXT NOT NULL,
  design TEXT NOT NULL,
  detail BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (search, candidate)
) STRICT;
CREATE TABLE note (
  search TEXT NOT NULL,
  number INTEGER NOT NULL,
  assessed INTEGER NOT NULL,
  text TEXT NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (search, number)
) STRICT;
CREATE TABLE revision (
  search TEXT NOT NULL,
  candidate INTEGER NOT NULL,
  round INTEGER NOT NULL,
  ${JUDGED_COLUMNS.trim()},
  detail BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (search, candidate, round),
  FOREIGN KEY (search, candidate) REFERENCES candidate (search, candidate)
) STRICT;
CREATE TABLE sample (
  search TEXT NOT NULL,
  candidate INTEGER NOT NULL,
  fidelity TEXT NOT NULL,
  first INTEGER NOT NULL,
  chips INTEGER NOT NULL,
  clean BLOB NOT NULL,
  test BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (search, candidate, fidelity, first),
  FOREIGN KEY (search, candidate) REFERENCES candidate (search, candidate)
) STRICT;
CREATE TABLE schedule (
  search TEXT NOT NULL,
  step INTEGER NOT NULL,
  told INTEGER,
  asked INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (search, step)
) STRICT;
CREATE VIEW present AS ${PRESENT};
CREATE TABLE verification (
  search TEXT NOT NULL,
  candidate INTEGER NOT NULL,
  detail BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (search, candidate),
  FOREIGN KEY (search, candidate) REFERENCES candidate (search, candidate)
) STRICT;
`;
