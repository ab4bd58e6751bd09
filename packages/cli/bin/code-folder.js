import { homedir } from "node:os";
import { join, resolve } from "node:path";

/**
 * Where the code of this program is kept as Node has compiled it: in the folder of the cache, as `src/cache/cache-folder.ts` finds it. This
 * file is JavaScript because it is read before anything is compiled.
 *
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @param {() => string} home
 * @returns {string | undefined} undefined to go without
 */
export function codeFolder(environment = process.env, home = homedir) {
  const said = environment.NEUROFRONT_CACHE ?? "";
  if (said === "none") return undefined;
  if (said !== "") return join(resolve(said), "code");
  const base = environment.XDG_CACHE_HOME ?? "";
  return join(base.startsWith("/") ? base : join(home(), ".cache"), "neurofront", "code");
}
