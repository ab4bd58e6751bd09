import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { tarballProblems } from "./tarball-problems.ts";

/** A package that can be published. */
const SOUND: Readonly<Record<string, string>> = {
  LICENSE: "MIT",
  "README.md": "# A",
  "package.json": manifest({}),
  "dist/index.js": 'import { a } from "./a.js";\nimport "b/sub";\n',
  "dist/index.d.ts": 'export type { A } from "./a.ts";\n',
  "dist/a.js": 'const page = new URL("./page.html", import.meta.url);\n',
  "dist/a.d.ts": "",
  "dist/page.html": "",
  "dist/index.js.map": JSON.stringify({ sources: ["../src/index.ts"], sourcesContent: [""] }),
};

function manifest(change: object): string {
  return JSON.stringify({
    name: "a",
    license: "MIT",
    exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
    dependencies: { b: "^1.0.0" },
    ...change,
  });
}

function problemsOf(files: Readonly<Record<string, string | undefined>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), "neurofront-"));
  try {
    for (const [file, text] of Object.entries({ ...SOUND, ...files })) {
      if (text === undefined) continue;
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return tarballProblems(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it.each([
  ["nothing", {}, []],
  ["no licence file", { LICENSE: undefined }, ["holds no LICENSE"]],
  ["sources", { "src/index.ts": "" }, ["holds src/index.ts"]],
  [
    "a workspace version",
    { "package.json": manifest({ dependencies: { b: "workspace:*" } }) },
    ['depends on b "workspace:*", which only its own workspace knows'],
  ],
  ["a page that is not packed", { "dist/page.html": undefined }, ["dist/a.js needs ./page.html, which is not packed"]],
  [
    "a worker that is not packed",
    { "package.json": manifest({ exports: { ".": "./dist/index.js", "./worker": "./dist/worker.js" } }) },
    [
      "package.json names ./dist/worker.js, which is not packed",
      "exports ./dist/index.js without types",
      "exports ./dist/worker.js without types",
    ],
  ],
  [
    "a command that is not packed",
    { "package.json": manifest({ bin: { a: "./bin/a.js" } }) },
    ["package.json names ./bin/a.js, which is not packed"],
  ],
  [
    "an import that is not listed",
    { "dist/a.js": 'await import("@scope/c/sub");' },
    ["dist/a.js imports @scope/c, which package.json does not list"],
  ],
  [
    "a map without its source",
    { "dist/index.js.map": JSON.stringify({ sources: ["/build/index.ts"] }) },
    ["dist/index.js.map does not hold the text of its source", "dist/index.js.map names /build/index.ts"],
  ],
])("finds %s", (_what, files, expected) => {
  expect(problemsOf(files)).toEqual(expected);
});
