import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { cacheFolder } from "../../src/cache/cache-folder.ts";
import { testFolder } from "../test-folder.ts";

const bin = join(import.meta.dirname, "../../bin");
const { codeFolder } = (await import(join(bin, "code-folder.js"))) as {
  readonly codeFolder: (environment: Record<string, string>, home: () => string) => string | undefined;
};
const folder = testFolder();

it.each([
  {},
  { XDG_CACHE_HOME: "/var/cache/ada" },
  { XDG_CACHE_HOME: "cache" },
  { NEUROFRONT_CACHE: "/scratch/c", XDG_CACHE_HOME: "/var/cache" },
  { NEUROFRONT_CACHE: "here" },
  { NEUROFRONT_CACHE: "" },
  { NEUROFRONT_CACHE: "none" },
])("compiled code is kept in the folder of the cache: %j", (environment: Record<string, string>) => {
  const cache = cacheFolder({}, environment, () => "/ada");
  expect(codeFolder(environment, () => "/ada")).toBe(cache === undefined ? undefined : join(cache, "code"));
});

/** Print the version, with a cache. */
function versionWith(cache: string): string {
  const { NODE_COMPILE_CACHE: _own, ...environment } = process.env;
  const env = { ...environment, NEUROFRONT_CACHE: cache };
  return execFileSync(process.execPath, [join(bin, "neurofront.js"), "--version"], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
}

it("a command keeps what it has compiled, where nobody else can write", () => {
  versionWith(join(folder, "cache"));
  const code = join(folder, "cache", "code");
  expect(statSync(code).mode & 0o777).toBe(0o700);
  expect(readdirSync(code, { recursive: true }).length).toBeGreaterThan(10);
});

it("a command that may keep nothing does not", () => {
  expect(versionWith("none")).toMatch(/^\d/u);
  expect(readdirSync(folder)).not.toContain("none");
});
