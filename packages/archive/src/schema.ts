import { METRICS, unitSuffix } from "@neurofront/core";
import type { MetricName } from "@neurofront/core";

/** Written into every archive; another value is another format. */
export const ARCHIVE_FORMAT = "neurofront-archive";
export const ARCHIVE_VERSION = 1;

const metricNames = Object.keys(METRICS) as MetricName[];

/** One real column per metric, unit in its name (`energy_J`), so that the file can be queried with plain SQL. */
export const METRIC_COLUMNS: readonly { readonly metric: MetricName; readonly column: string }[] = metricNames.map(
  (metric) => ({
    metric,
    column: `${metric}${unitSuffix(METRICS[metric].unit)}`,
  }),
);

/**
 * The tables. `detail` holds the assessment as JSON (ledger, phases, area, derived quantities, violations); the columns
 * before it are what queries want. `violation` is the sum of relative violations, 0 for a feasible candidate; `reason` the
 * code of the worst broken rule.
 */
export const TABLES = `
CREATE TABLE archive (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE candidate (
  search TEXT NOT NULL,
  candidate INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('ok', 'impossible')),
  violation REAL NOT NULL,
  reason TEXT,
  ${METRIC_COLUMNS.map(({ column }) => `"${column}" REAL`).join(",\n  ")},
  objectives TEXT NOT NULL,
  coordinates TEXT NOT NULL,
  design TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (search, candidate)
) STRICT;
CREATE TABLE verification (
  search TEXT NOT NULL,
  candidate INTEGER NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (search, candidate),
  FOREIGN KEY (search, candidate) REFERENCES candidate (search, candidate)
) STRICT;
`;
