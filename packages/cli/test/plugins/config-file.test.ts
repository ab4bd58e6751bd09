import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CONFIG_FILE, findConfigFile, readConfigFile } from "../../src/plugins/config-file.ts";
import { scratchFolder } from "./files.ts";

const folder = scratchFolder();

describe("the configuration of a folder", () => {
  it.each([
    ["beside the study", "studies", ["package.json", `studies/${CONFIG_FILE}`, CONFIG_FILE], `studies/${CONFIG_FILE}`],
    ["at the root of the package", "studies/deep", ["package.json", CONFIG_FILE], CONFIG_FILE],
    [
      "at the root of the workspace",
      "packages/a",
      ["pnpm-workspace.yaml", "packages/a/package.json", CONFIG_FILE],
      CONFIG_FILE,
    ],
    ["not above the project", "project/studies", ["project/package.json", CONFIG_FILE], undefined],
    ["not above a folder of no project", "studies", [CONFIG_FILE], undefined],
  ])("is found %s", (_where, from, files, expected) => {
    for (const file of files) folder.write(file, "{}");
    const found = findConfigFile(join(folder.path, from));
    expect(found).toBe(expected === undefined ? undefined : join(folder.path, expected));
  });

  it("names plugins from its own folder", () => {
    const path = folder.write(CONFIG_FILE, `{ "plugins": ["./a", "stno@^1"] }`);
    expect(readConfigFile(path)).toMatchObject({
      folder: folder.path,
      plugins: [{ target: "./a" }, { target: "stno", range: "^1" }],
    });
  });

  it.each([
    ["{", "is not valid JSON here"],
    ["[]", "is no object"],
    [`{ "plugin": [] }`, `unknown key "plugin"; did you mean "plugins"?`],
    [`{ "plugins": "./a" }`, `"plugins" is no list`],
    [`{ "plugins": ["./a", 3] }`, "/plugins/1 is 3; write a path such as"],
    [`{ "plugins": ["https://example.org/a.js"] }`, `/plugins/0 is "https://example.org/a.js"`],
  ])("%s is refused", (text, message) => {
    const path = folder.write(CONFIG_FILE, text);
    expect(() => readConfigFile(path)).toThrow(message);
  });
});
