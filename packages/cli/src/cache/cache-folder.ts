import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** Value of `NEUROFRONT_CACHE` that keeps nothing. */
const NONE = "none";

/** Where results are kept for other runs, as a person says it. */
export interface CacheOptions {
  /** A folder, or false to go without; absent: what the environment says. */
  readonly cache?: string | false | undefined;
}

/**
 * The folder of the cache: the one that the options name, else that of `NEUROFRONT_CACHE`, else `neurofront` in the person's cache
 * folder (`XDG_CACHE_HOME`, which is absolute, or `~/.cache`; XDG Base Directory Specification 0.8).
 *
 * @returns undefined to go without
 */
export function cacheFolder(
  { cache }: CacheOptions,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  home: () => string = homedir,
): string | undefined {
  if (cache !== undefined) return cache === false ? undefined : resolve(cache);
  const said = environment["NEUROFRONT_CACHE"] ?? "";
  if (said !== "") return said === NONE ? undefined : resolve(said);
  const base = environment["XDG_CACHE_HOME"] ?? "";
  return join(base.startsWith("/") ? base : join(home(), ".cache"), "neurofront");
}
