import type { DatabaseSync } from "node:sqlite";
import { readModels } from "./cached-result.ts";
import type { ModelOrigin } from "./cached-result.ts";

/** Results of one kind that come from the same models. */
export interface CacheGroup {
  readonly kind: string;
  /** Empty where the rows do not name them legibly. */
  readonly models: readonly ModelOrigin[];
  readonly results: number;
  readonly size_bytes: number;
  /** How often one of them was found. */
  readonly hits: number;
  /** When the first of them was kept, and the last one kept or found; seconds since 1970. */
  readonly since_s: number;
  readonly oldestUse_s: number;
  readonly newestUse_s: number;
}

/** What a cache holds. */
export interface CacheContents {
  /** The file, with what is free in it. */
  readonly path: string;
  readonly size_bytes: number;
  readonly limit_bytes: number;
  /** Those with the most bytes first. */
  readonly groups: readonly CacheGroup[];
}

/** Which results to clear: those to which everything said applies. */
export interface CacheSelection {
  /** Those that a model of this plugin has had a part in. */
  readonly plugin?: string | undefined;
  /** Those neither kept nor found since this time; seconds since 1970. */
  readonly unusedSince_s?: number | undefined;
}

const KIND = /^[a-z]{1,40}$/u;

/** Results by kind and models. */
export function groupsOf(database: DatabaseSync): CacheGroup[] {
  const rows = database
    .prepare(
      `SELECT kind, models, count(*) AS results, sum(length(value)) AS size, coalesce(sum(hits), 0) AS hits,
         coalesce(min(made_s), 0) AS since, coalesce(min(used_s), 0) AS oldest, coalesce(max(used_s), 0) AS newest
       FROM result LEFT JOIN usage USING (id) GROUP BY kind, models ORDER BY size DESC, kind, models`,
    )
    .all();
  return rows.map((row) => ({
    kind: KIND.test(String(row["kind"])) ? String(row["kind"]) : "unknown",
    models: readModels(row["models"]) ?? [],
    results: Number(row["results"]),
    size_bytes: Number(row["size"]),
    hits: Number(row["hits"]),
    since_s: Number(row["since"]),
    oldestUse_s: Number(row["oldest"]),
    newestUse_s: Number(row["newest"]),
  }));
}

/**
 * Delete what a selection names.
 *
 * @returns how many results are gone
 */
export function clearResults(database: DatabaseSync, { plugin, unusedSince_s }: CacheSelection): number {
  const old = unusedSince_s === undefined ? "" : "AND id NOT IN (SELECT id FROM usage WHERE used_s >= :since)";
  const since = unusedSince_s === undefined ? {} : { since: unusedSince_s };
  if (plugin === undefined) return Number(database.prepare(`DELETE FROM result WHERE TRUE ${old}`).run(since).changes);
  const remove = database.prepare(`DELETE FROM result WHERE models = :models ${old}`);
  let gone = 0;
  for (const { models } of database.prepare("SELECT DISTINCT models FROM result").all())
    if (readModels(models)?.some((origin) => origin.plugin === plugin) === true)
      gone += Number(remove.run({ models: String(models), ...since }).changes);
  return gone;
}
