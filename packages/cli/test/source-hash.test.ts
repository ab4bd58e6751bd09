import { describe, expect, it } from "vitest";
import { pathToFileURL } from "node:url";
import { composeCatalog } from "../src/composition.ts";
import { sourceHash, thirdPartySourceHash } from "../src/source-hash.ts";
import { scratchFolder } from "./plugins/files.ts";

const folder = scratchFolder();

/** A package with a dependency of a version, as npm installs it. */
function packageWith(version: string): string {
  folder.write(
    "package.json",
    JSON.stringify({ dependencies: { solver: "^1.0.0", "@neurofront/core": "workspace:*" } }),
  );
  folder.write("node_modules/solver/package.json", JSON.stringify({ version }));
  folder.write("node_modules/solver/index.js", "export default 1;");
  return folder.write("src/index.ts", "export default 1;");
}

describe("the hash of sources", () => {
  it("changes with every file below the entry, with its name, and with the version of what is installed", () => {
    const entry = pathToFileURL(packageWith("1.0.0")).href;
    const first = sourceHash([entry]);
    expect(sourceHash([entry])).toBe(first);
    const hashes = [
      first,
      (packageWith("1.0.1"), sourceHash([entry])),
      (folder.write("src/deep/model.ts", "export const a = 1;"), sourceHash([entry])),
      (folder.write("src/deep/model.ts", "export const a = 2;"), sourceHash([entry])),
      (folder.write("src/index.ts", "export default 2;"), sourceHash([entry])),
    ];
    expect(new Set(hashes).size).toBe(5);
  });

  it("of a plugin of others changes with the version of what it has installed as well, and with nothing else there", () => {
    const entry = packageWith("1.0.0");
    const first = thirdPartySourceHash(entry, true);
    folder.write("node_modules/solver/index.js", "export default 2;");
    folder.write("README.md", "text");
    expect(thirdPartySourceHash(entry, true)).toBe(first);
    packageWith("1.0.1");
    expect(thirdPartySourceHash(entry, true)).not.toBe(first);
  });

  it("is there where a package.json is no JSON", () => {
    folder.write("package.json", "{");
    expect(thirdPartySourceHash(folder.write("plugin.mjs", "export default 1;"), false)).toMatch(/^[0-9a-f]{64}$/u);
  });

  it("is known of the engine and of every plugin that ships", () => {
    const { plugins, sourceHashes } = composeCatalog();
    for (const part of ["engine", ...plugins.map(({ id }) => id)])
      expect(sourceHashes[part], part).toMatch(/^[0-9a-f]{64}$/u);
  });
});
