import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { expect, it } from "vitest";

const plugin = join(import.meta.dirname, "..");
const manifest = JSON.parse(readFileSync(join(plugin, "package.json"), "utf8")) as Record<
  string,
  Readonly<Record<string, unknown>>
>;
const DECLARED_BY_THE_LIBRARY = ["browserify", "inchjs", "jsdoc", "semantic-release-cli", "travis"];

it("a published plugin depends on no outside package", () => {
  expect(Object.keys(manifest["dependencies"]!).filter((name) => !name.startsWith("@neurofront/"))).toEqual([]);
});

it.each(DECLARED_BY_THE_LIBRARY)(
  "the workspace does not install %s, which the library declares and never uses",
  (name) => {
    const lock = readFileSync(join(plugin, "..", "..", "pnpm-lock.yaml"), "utf8");
    expect(lock).toContain("\n  optimization-js@1.5.0:");
    expect(lock).not.toContain(`\n  ${name}@`);
  },
);

it("packing puts the library's one source file beside the plugin, with its licence", () => {
  const folder = mkdtempSync(join(tmpdir(), "optimization-js-"));
  try {
    execFileSync(process.execPath, [join(plugin, "vendor.mjs"), folder]);
    expect(readdirSync(folder).toSorted()).toEqual(["optimization.cjs", "optimization.license.txt"]);
    const published = (manifest["publishConfig"]!["imports"] as Record<string, string>)["#library"];
    expect(published).toBe("./dist/optimization-js/optimization.cjs");
    expect(readFileSync(join(folder, "optimization.license.txt"), "utf8")).toMatch(
      /^The MIT License[\s\S]*Iaroslav Shcherbatyi/u,
    );
    const hash = createHash("sha256")
      .update(readFileSync(join(folder, "optimization.cjs")))
      .digest("hex");
    expect(hash).toBe("64bf0030be6aefbc91c3654a2646e084c3d7ca0df3f124077f3b2c19404269e6");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
