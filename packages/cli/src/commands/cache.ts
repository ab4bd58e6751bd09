import { existsSync } from "node:fs";
import { ResultCache, cacheFile } from "@neurofront/cache";
import type { CacheContents, CacheGroup, CacheSelection } from "@neurofront/cache";
import { cacheFolder } from "../cache/cache-folder.ts";
import type { CacheOptions } from "../cache/cache-folder.ts";
import { counted } from "../counted.ts";
import type { Terminal } from "../terminal.ts";
import { textTable } from "../text-table.ts";
import { UsageError } from "../usage-error.ts";

/** What `neurofront cache show` takes. */
export interface CacheShowOptions extends CacheOptions {
  /** Print one JSON object in place of text. */
  readonly json?: boolean;
}

/** What `neurofront cache clear` takes. */
export interface CacheClearOptions extends CacheOptions {
  /** Only results that a model of this plugin has had a part in. */
  readonly plugin?: string;
  /** Only results neither kept nor found for so long. */
  readonly olderThan_s?: number | undefined;
}

/**
 * Say where the cache is and what it holds.
 *
 * @throws UsageError when the environment says to go without, or the file cannot be used
 */
export function cacheShowCommand(options: CacheShowOptions, terminal: Terminal): void {
  const folder = folderOf(options);
  const path = cacheFile(folder);
  const contents = existsSync(path) ? used(folder, (cache) => cache.contents()) : undefined;
  if (options.json === true) {
    const { size_bytes = 0, limit_bytes = null, groups = [] } = contents ?? {};
    terminal.out.write(`${JSON.stringify({ path, size_bytes, limit_bytes, groups })}\n`);
  } else
    terminal.out.write(
      contents === undefined
        ? `${path} is not there: no run has kept anything yet\n`
        : `${contentsText(contents, terminal.columns)}\n`,
    );
}

/**
 * Delete what the cache holds, or a part of it.
 *
 * @throws UsageError as {@link cacheShowCommand}
 */
export function cacheClearCommand({ plugin, olderThan_s, ...options }: CacheClearOptions, terminal: Terminal): void {
  const folder = folderOf(options);
  const selection: CacheSelection = {
    plugin,
    unusedSince_s: olderThan_s === undefined ? undefined : Math.floor(Date.now() / 1000) - olderThan_s,
  };
  const path = cacheFile(folder);
  const gone = existsSync(path) ? used(folder, (cache) => cache.clear(selection)) : 0;
  if (gone === undefined)
    throw new UsageError(`${path} could not be cleared: another process is writing to it; try again when it has ended`);
  terminal.out.write(`${counted(gone, "result")} deleted from ${path}\n`);
}

function folderOf(options: CacheOptions): string {
  const folder = cacheFolder(options);
  if (folder === undefined)
    throw new UsageError("NEUROFRONT_CACHE is none, so there is no cache; name its folder with --cache");
  return folder;
}

function used<Found>(folder: string, work: (cache: ResultCache) => Found): Found {
  const cache = new ResultCache(folder, {
    onTrouble: (text) => {
      throw new UsageError(text);
    },
  });
  try {
    return work(cache);
  } finally {
    cache.close();
  }
}

function contentsText({ path, size_bytes, limit_bytes, groups }: CacheContents, width: number | undefined): string {
  const head = `${path}: ${mebibytes(size_bytes)} of at most ${mebibytes(limit_bytes)}`;
  if (groups.length === 0) return `${head}\nempty`;
  const since = Math.min(...groups.map(({ since_s }) => since_s));
  const results = groups.reduce((sum, group) => sum + group.results, 0);
  const hits = groups.reduce((sum, group) => sum + group.hits, 0);
  const table = textTable(
    ["kind", "models", "results", "size", "found", "kept since", "last use"],
    groups.map((group) => [
      group.kind,
      modelsOf(group),
      String(group.results),
      mebibytes(group.size_bytes),
      String(group.hits),
      day(group.since_s),
      day(group.newestUse_s),
    ]),
    { right: [2, 3, 4], width },
  );
  return `${head}\n${counted(results, "result")}, found ${counted(hits, "time")} since ${day(since)}\n\n${table}`;
}

function modelsOf({ models }: CacheGroup): string {
  return (
    models.map(({ plugin, model }) => (plugin === model ? model : `${model} of ${plugin}`)).join(", ") || "unknown"
  );
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}

/** In universal time, so that a date means the same everywhere. */
function day(time_s: number): string {
  return new Date(1000 * time_s).toISOString().slice(0, 16).replace("T", " ");
}
