import { pathToFileURL } from "node:url";
import { relative } from "node:path";
import { describe, expect, it } from "vitest";
import { importedFiles } from "../../src/plugins/imported-files.ts";
import { thirdPartySourceHash } from "../../src/source-hash.ts";
import { scratchFolder } from "./files.ts";

const folder = scratchFolder();

describe("the files that a module imports", () => {
  it("are those that its sources name by their path, and those that these name, each once", () => {
    folder.write("node_modules/solver/index.js", `import "../../never.ts";`);
    folder.write("never.ts", "");
    folder.write("common/a.ts", `import { b } from "../b.ts"; export type { C } from './c.ts';`);
    folder.write("common/c.ts", `import { a } from "./a.ts"; const d = await import("./d.mjs");`);
    folder.write("common/d.mjs", `export * from "../node_modules/solver/index.js"; // import "./missing.ts"`);
    folder.write("b.ts", `import core from "@neurofront/core"; import "node:fs"; import solver from "solver";`);
    folder.write("e.cjs", `const f = require("./f"), g = require( './g' );`);
    folder.write("f.js", "");
    folder.write("g/index.js", "");
    const far = folder.write("far.js", "");
    const entry = folder.write(
      "plugin/index.ts",
      `import "../common/a.ts";\nimport "../e.cjs";\nimport "${pathToFileURL(far).href}";\nexport default import(name);`,
    );
    expect(
      importedFiles(entry)
        .map((file) => relative(folder.path, file))
        .toSorted(),
    ).toEqual([
      "b.ts",
      "common/a.ts",
      "common/c.ts",
      "common/d.mjs",
      "e.cjs",
      "f.js",
      "far.js",
      "g/index.js",
      "plugin/index.ts",
    ]);
  });

  it("are in the hash of a plugin's sources wherever they stand", () => {
    const entry = folder.write("plugin/index.ts", `import "../common/model.ts";`);
    const hashes = ["export const a = 1;", "export const a = 2;"].map((text) => {
      folder.write("common/model.ts", text);
      return thirdPartySourceHash(entry, false);
    });
    folder.write("common/other.ts", "");
    expect(thirdPartySourceHash(entry, false)).toBe(hashes[1]);
    expect(hashes[0]).not.toBe(hashes[1]);
  });
});
