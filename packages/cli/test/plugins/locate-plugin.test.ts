import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { locatePlugin } from "../../src/plugins/locate-plugin.ts";
import { readPluginName } from "../../src/plugins/plugin-name.ts";
import { scratchFolder } from "./files.ts";

const folder = scratchFolder();
const locate = (written: string, from = ".") => locatePlugin(readPluginName(written)!, join(folder.path, from));

const manifest = (exports: unknown): string => JSON.stringify({ name: "my-plugin", exports });

describe("by path", () => {
  it.each([
    ["a text", "./dist/a.js", "dist/a.js"],
    ["the main entry", { ".": "./dist/a.js", "./b": "./dist/b.js" }, "dist/a.js"],
    [
      "conditions in their order",
      { ".": { types: "./a.d.ts", require: "./c.cjs", import: "./dist/a.js" } },
      "dist/a.js",
    ],
    ["nested conditions", { node: { import: { default: "./dist/a.js" } }, default: "./dist/b.js" }, "dist/a.js"],
    ["the first that holds of a list", [{ browser: "./dist/b.js" }, "./dist/a.js"], "dist/a.js"],
  ])("exports is %s", (_form, exports, entry) => {
    folder.write("my/package.json", manifest(exports));
    folder.write("my/dist/a.js", "");
    folder.write("my/dist/b.js", "");
    expect(locate("./my")).toMatchObject({ entry: join(folder.path, "my", entry), packageName: "my-plugin" });
  });

  it("a folder without package.json has index.ts, a module stands for itself", () => {
    const entry = folder.write("my/index.ts", "");
    expect(locate("./my")).toMatchObject({ entry, packageName: undefined });
    expect(locate("../my/index.ts", "studies").entry).toBe(entry);
  });

  it.each([
    ["nothing there", "./other", {}, "there is no "],
    ["no module", "./my/data.csv", { "my/data.csv": "" }, "is no module; legal: .js, .mjs, .ts, .mts"],
    ["an empty folder", "./my", { "my/README.md": "" }, `no package.json with "exports" and no index.ts`],
    ["broken JSON", "./my", { "my/package.json": "{" }, "is not JSON"],
    ["not built", "./my", { "my/package.json": manifest("./dist/a.js") }, "which does not exist; build the plugin"],
  ])("%s says what to do", (_what, written, files, message) => {
    for (const [file, text] of Object.entries(files)) folder.write(file, text);
    expect(() => locate(written)).toThrow(message);
  });
});

describe("by package", () => {
  it("is looked for from the naming file upwards", () => {
    folder.write("node_modules/neurofront-stno/package.json", manifest("./a.js"));
    const entry = folder.write("node_modules/neurofront-stno/a.js", "");
    expect(locate("neurofront-stno@^1", "studies/deep").entry).toBe(entry);
  });

  it("one that is not there is told how to be installed", () => {
    expect(() => locate("neurofront-nothing")).toThrow(`run "npm install neurofront-nothing" there`);
  });

  it("TypeScript is refused in node_modules, and taken where a link leads out of it", () => {
    folder.write("node_modules/stno/package.json", manifest("./a.ts"));
    folder.write("node_modules/stno/a.ts", "");
    expect(() => locate("stno")).toThrow("TypeScript inside node_modules");
    folder.write("lab/linked/package.json", manifest("./a.ts"));
    const entry = folder.write("lab/linked/a.ts", "");
    symlinkSync(join(folder.path, "lab/linked"), join(folder.path, "node_modules/linked"));
    expect(locate("linked").entry).toBe(entry);
  });
});
