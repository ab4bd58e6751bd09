import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * SHA-256 of the sources of packages: every code file beside or below each one's entry, by path and content. Results are kept
 * under it, so that an edited model never passes for the one that computed them.
 *
 * @param entries module addresses (`import.meta.resolve`) of the packages
 */
export function sourceHash(entries: readonly string[]): string {
  const hash = createHash("sha256");
  for (const entry of entries) {
    const folder = dirname(fileURLToPath(entry));
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(?:ts|js|json)$/u.test(file) && !file.endsWith(".d.ts"))
      .toSorted();
    for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  }
  return hash.digest("hex");
}
