import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { stampPlugin } from "../../src/new-plugin/stamp-plugin.ts";
import { runNeurofront } from "../run-neurofront.ts";
import { scratchFolder } from "../plugins/files.ts";

const folder = scratchFolder();
const roles = ["neuron", "synapse", "interconnect", "workload", "optimizer"] as const;
/** The kit runs in a process of its own, on a machine that may be busy. */
const patience_ms = 120_000;

it.each(roles)(
  "a %s is five files, anywhere, and sound at once",
  async (role) => {
    const stamped = stampPlugin(`my-${role}`, role, folder.path);
    expect(stamped.files).toEqual([
      "package.json",
      "README.md",
      "src/index.ts",
      "src/model.ts",
      "test/conformance.test.ts",
    ]);
    const written = readdirSync(stamped.folder, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.includes("."),
    );
    expect(written.toSorted()).toEqual(stamped.files.toSorted());
    for (const file of stamped.files)
      expect(readFileSync(join(stamped.folder, file), "utf8")).not.toMatch(/template/iu);
    const { code, out, err } = await runNeurofront(["check-plugin", `./my-${role}`], folder.path);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(new RegExp(`verdict: "my-${role}" 0\\.1\\.0 is sound: \\d+ rules kept`, "u"));
  },
  patience_ms,
);

it("a package outside names what it is written against", () => {
  const { folder: at } = stampPlugin("my-neuron", "neuron", folder.path);
  const manifest = JSON.parse(readFileSync(join(at, "package.json"), "utf8")) as Record<string, unknown>;
  expect(manifest).toMatchObject({
    name: "my-neuron",
    type: "module",
    exports: { ".": "./src/index.ts" },
    peerDependencies: {
      "@neurofront/core": "^0.1.0",
      "@neurofront/physics": "^0.1.0",
      "@neurofront/plugin-kit": "^0.1.0",
    },
  });
});

it.each(["My-Neuron", "my neuron", "../evil", "-a", ""])("%j is no name", (name) => {
  expect(() => stampPlugin(name, "neuron", folder.path)).toThrow(
    "write small letters, digits and hyphens, such as my-neuron",
  );
});

it("what is there is not overwritten", () => {
  folder.write("my-neuron/notes.txt", "mine");
  expect(() => stampPlugin("my-neuron", "neuron", folder.path)).toThrow("exists and is not empty");
});
