import { parseQuantity } from "@neurofront/core";
import type { ResolvedStudy } from "@neurofront/core";
import { Archive } from "@neurofront/archive";
import type { CandidateQuery, ListedCandidate } from "@neurofront/archive";
import { csv } from "@neurofront/report";
import { RequestError } from "./answer.ts";
import { candidateColumns, cellText } from "./candidate-columns.ts";
import type { CandidateColumn } from "./candidate-columns.ts";

/** A page of the table of candidates. */
export interface CandidatePage {
  /** Those of which any row of the page has a value. */
  readonly columns: readonly {
    readonly id: string;
    readonly title: string;
    readonly unit?: string;
    readonly isNumeric: boolean;
  }[];
  readonly rows: readonly {
    readonly search: string;
    readonly candidate: number;
    readonly standing: "feasible" | "infeasible" | "impossible";
    readonly cells: readonly string[];
  }[];
  /** How many candidates the filter leaves. */
  readonly count: number;
}

const MOST_ROWS = 200;
const STANDINGS = ["feasible", "infeasible", "impossible"] as const;

/**
 * What the address of a table asks for: `search` (repeatable), `standing`, `sort`, `descending`, `offset`, `limit`, and any number of
 * `bound=energy:low:high` with quantities such as `1 fJ`, either of which may be empty.
 *
 * @param only the designs of the fronts, as they are asked for by `standing=front`
 * @throws RequestError when a name or a quantity is not legal
 */
export function candidateQuery(
  asked: URLSearchParams,
  study: ResolvedStudy,
  fronts: () => readonly (readonly [search: string, candidate: number])[],
): CandidateQuery {
  const columns = candidateColumns(study);
  const standing = asked.get("standing") ?? "";
  const searches = asked.getAll("search");
  const sort = asked.get("sort");
  return {
    ...(searches.length === 0 ? {} : { searches }),
    ...standingOf(standing, fronts),
    bounds: asked.getAll("bound").map((text) => boundOf(text, columns)),
    ...(sort === null
      ? {}
      : { order: { field: columnOf(sort, columns).field, descending: asked.get("descending") === "true" } }),
    offset: wholeNumber(asked.get("offset") ?? "0", "offset", Number.MAX_SAFE_INTEGER),
    limit: wholeNumber(asked.get("limit") ?? "50", "limit", MOST_ROWS),
  };
}

function standingOf(
  standing: string,
  fronts: () => readonly (readonly [search: string, candidate: number])[],
): Pick<CandidateQuery, "standing" | "only"> {
  if (standing === "") return {};
  if (standing === "front") return { only: fronts() };
  const found = STANDINGS.find((each) => each === standing);
  if (found === undefined)
    throw new RequestError(400, `"${standing}" is no standing; legal: front, ${STANDINGS.join(", ")}`);
  return { standing: found };
}

function boundOf(text: string, columns: readonly CandidateColumn[]): NonNullable<CandidateQuery["bounds"]>[number] {
  const [name = "", low = "", high = "", ...rest] = text.split(":");
  if (rest.length > 0) throw new RequestError(400, `"${text}" is no bound; write name:low:high`);
  const column = columnOf(name, columns);
  if (!column.isNumeric) throw new RequestError(400, `"${name}" has no numbers to bound`);
  return {
    field: column.field,
    ...(low.trim() === "" ? {} : { low: quantityOf(low, column) }),
    ...(high.trim() === "" ? {} : { high: quantityOf(high, column) }),
  };
}

function quantityOf(written: string, { title, unit }: CandidateColumn): number {
  const parsed = parseQuantity(written, unit ?? "1");
  if (!parsed.ok) throw new RequestError(400, `${title}: ${parsed.problem}`);
  return parsed.value;
}

function columnOf(id: string, columns: readonly CandidateColumn[]): CandidateColumn {
  const found = columns.find((column) => column.id === id);
  if (found === undefined) throw new RequestError(400, `"${id}" is no column of this archive`);
  return found;
}

function wholeNumber(written: string, name: string, most: number): number {
  const value = Number(written);
  if (!Number.isSafeInteger(value) || value < 0 || value > most)
    throw new RequestError(400, `${name} is ${JSON.stringify(written)}; legal: a whole number, 0 to ${most}`);
  return value;
}

/** The page that a query asks for, as people read it. */
export function candidatePage(path: string, study: ResolvedStudy, query: CandidateQuery): CandidatePage {
  const { rows, count } = queried(path, query);
  const columns = candidateColumns(study).filter(
    ({ of, field }) => field.kind === "parameter" || rows.some((row) => of(row) !== undefined),
  );
  return {
    columns: columns.map(({ id, title, unit, isNumeric }) => ({
      id,
      title,
      isNumeric,
      ...(unit === undefined ? {} : { unit }),
    })),
    rows: rows.map((row) => ({
      search: row.search,
      candidate: row.candidate,
      standing: row.status === "impossible" ? "impossible" : row.violation === 0 ? "feasible" : "infeasible",
      cells: columns.map((column) => cellText(column, column.of(row))),
    })),
    count,
  };
}

/** Everything that a query leaves as a CSV file (RFC 4180): SI numbers with every digit, units in the head. */
export function candidateCsv(path: string, study: ResolvedStudy, query: CandidateQuery): string {
  const columns = candidateColumns(study);
  const { rows } = queried(path, { ...query, offset: 0, limit: Number.MAX_SAFE_INTEGER });
  const head = columns.map(({ id, unit }) =>
    unit === undefined ? id : `${id.replace(/_[A-Za-z0-9_]+$/u, "")} [${unit}]`,
  );
  const cells = rows.map((row) => columns.map(({ of }) => of(row)));
  return `${csv(head, cells, "\r\n", "every")}\r\n`;
}

function queried(
  path: string,
  query: CandidateQuery,
): { readonly rows: readonly ListedCandidate[]; readonly count: number } {
  const archive = Archive.open(path);
  try {
    return archive.query(query);
  } finally {
    archive.close();
  }
}
