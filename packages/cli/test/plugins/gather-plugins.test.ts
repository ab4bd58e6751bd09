import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { stampPlugin } from "../../src/new-plugin/stamp-plugin.ts";
import { runNeurofront } from "../run-neurofront.ts";
import { scratchFolder } from "./files.ts";

const folder = scratchFolder();
const patience_ms = 120_000;

const study = (plugins: readonly string[]): string =>
  JSON.stringify(
    {
      title: "A neuron of somebody else",
      plugins,
      held: { temperature: "300 K", workload: { use: "iris" }, accounting: "full" },
      technologies: {
        mine: {
          neuron: { use: "my-neuron", capacitance: { range: ["0.1 pF", "10 pF"] } },
          synapse: { use: "paper-generic-memristor" },
          interconnect: { use: "crossbar" },
          inputVoltage: "100 mV",
        },
      },
      objectives: [{ minimize: "energy" }],
      variation: { chips: 0 },
      budget: { evaluations: 3 },
      seed: 1,
    },
    undefined,
    2,
  );

const wasLoaded = (): boolean => existsSync(join(folder.path, "loaded"));

/** A project with a plugin that leaves a mark when its code runs, and a study that requires it. */
beforeEach(() => {
  stampPlugin("my-neuron", "neuron", join(folder.path, "project"));
  const mark = JSON.stringify(join(folder.path, "loaded"));
  const index = readFileSync(join(folder.path, "project/my-neuron/src/index.ts"), "utf8");
  folder.write(
    "project/my-neuron/src/index.ts",
    `import { writeFileSync } from "node:fs";\n${index}\nwriteFileSync(${mark}, "");\n`,
  );
  folder.write("project/package.json", "{}");
  folder.write("project/studies/study.json", study(["../my-neuron@^0.1"]));
});

const config = (): string => folder.write("project/neurofront.config.json", `{ "plugins": ["./my-neuron"] }`);
const validate = (cwd: string, path: string, ...flags: string[]) =>
  runNeurofront(["validate", path, ...flags], join(folder.path, cwd));

describe("a study that requires a plugin", () => {
  it.each<[string, () => unknown, string, string, string[]]>([
    ["by itself", () => {}, "project", "studies/study.json", []],
    ["with a configuration that came with it", config, ".", "project/studies/study.json", []],
  ])(
    "does not get it loaded %s",
    async (_how, prepare, cwd, path, flags) => {
      prepare();
      const { code, out, err } = await validate(cwd, path, ...flags);
      expect([code, out, wasLoaded()]).toEqual([2, "", false]);
      // At the name in the list.
      expect(err).toMatch(
        /study\.json:4:5 \/plugins\/0 requires "\.\.\/my-neuron@\^0\.1", whose code you have not allowed/u,
      );
      expect(err).toContain(`add --plugin ./${cwd === "." ? "project/" : ""}my-neuron (or --allow-plugins`);
      expect(err.includes("project/neurofront.config.json is not used")).toBe(cwd === ".");
    },
    patience_ms,
  );

  it.each<[string, () => unknown, string, string, string[]]>([
    ["by name", () => {}, "project", "studies/study.json", ["--plugin", "./my-neuron"]],
    ["all that it names", () => {}, ".", "project/studies/study.json", ["--allow-plugins"]],
    ["by the configuration of the working folder", config, "project/studies", "study.json", []],
    [
      "by a configuration that is named",
      config,
      ".",
      "project/studies/study.json",
      ["--config", "project/neurofront.config.json"],
    ],
  ])(
    "gets it when the person lets it in %s",
    async (_how, prepare, cwd, path, flags) => {
      prepare();
      const { code, out, err } = await validate(cwd, path, ...flags);
      expect([code, err, wasLoaded()]).toEqual([0, "", true]);
      expect(out).toContain("is a legal study");
    },
    patience_ms,
  );

  it(
    "in another version is refused, and told what to do",
    async () => {
      folder.write("project/studies/study.json", study(["../my-neuron@^2"]));
      const { code, err } = await validate("project", "studies/study.json", "--plugin", "./my-neuron");
      expect(code).toBe(2);
      expect(err).toContain(`found is version 0.1.0 of "my-neuron", asked for is ^2; change the range`);
    },
    patience_ms,
  );

  it(
    "runs, and runs again from its resolved form; an edited plugin is noticed",
    async () => {
      const project = join(folder.path, "project");
      const flags = ["--plugin", "./my-neuron", "--threads", "1"];
      const first = await runNeurofront(["run", "studies/study.json", "--out", "out/first", ...flags], project);
      expect(first.code, first.err).toBe(0);
      const without = await runNeurofront(["run", "out/first/resolved.json", "--out", "out/second"], project);
      expect(without.code).toBe(2);
      expect(without.err).toContain(`names "my-neuron", which no plugin brings`);
      expect(without.err).toContain("the study requires ../my-neuron@^0.1: let it in with --plugin");
      const again = ["run", "out/first/resolved.json", "--plugin", "./my-neuron", "--threads", "0"];
      const second = await runNeurofront([...again, "--out", "out/second"], project);
      expect(second.code, second.err).toBe(0);
      const resolved = (run: string): string => readFileSync(join(project, `out/${run}/resolved.json`), "utf8");
      expect(resolved("second")).toBe(resolved("first"));
      folder.write("project/my-neuron/src/note.ts", "export const note = 1;\n");
      const edited = await runNeurofront([...again, "--out", "out/third"], project);
      expect(edited.code).toBe(2);
      expect(edited.err).toContain("was made with other plugins or was edited");
    },
    2 * patience_ms,
  );
});

describe("a plugin that was let in", () => {
  it(
    "is listed, simulated and in the schema, from a package as well",
    async () => {
      folder.write(
        "project/node_modules/neurofront-tiny/package.json",
        `{ "name": "neurofront-tiny", "exports": "./index.js" }`,
      );
      folder.write(
        "project/node_modules/neurofront-tiny/index.js",
        `import { API_VERSION } from "@neurofront/core";
         import { optimizer } from "./optimizer.js";
         export default { id: "tiny", version: "3.1.4", apiVersion: API_VERSION, title: "Tiny", references: [], models: [optimizer] };`,
      );
      folder.write(
        "project/node_modules/neurofront-tiny/optimizer.js",
        `import { integer } from "@neurofront/plugin-kit";
         const source = { kind: "assumed", note: "made for a test" };
         export const optimizer = { role: "optimizer", id: "tiny-search", title: "Tiny search", create() {},
           parameters: { points: integer({ meaning: "points a side", source, low: 1, high: 9, default: 3 }) } };`,
      );
      const project = join(folder.path, "project");
      folder.write("project/neurofront.config.json", `{ "plugins": ["./my-neuron", "neurofront-tiny@^3"] }`);
      const listed = await runNeurofront(["list", "plugins"], project);
      expect(listed.out).toMatch(/my-neuron +0\.1\.0 +neuron +my-neuron +My neuron/u);
      expect(listed.out).toMatch(/tiny +3\.1\.4 +optimizer +tiny-search +Tiny search/u);
      const { out } = await runNeurofront(["schema"], project);
      expect(out).toContain("points a side. Legal 1 to 9; default 3. Source: assumed: made for a test");
      expect(out).toContain("capacitor that collects the charge");
      const simulated = await runNeurofront(["simulate", "my-neuron", "--set", "capacitance=1 pF", "--json"], project);
      expect([simulated.code, simulated.err]).toEqual([0, ""]);
    },
    2 * patience_ms,
  );

  it(
    "that is called as one that ships is refused",
    async () => {
      stampPlugin("dwm-neuron", "neuron", folder.path);
      const { code, err } = await runNeurofront(["list", "plugins", "--plugin", "./dwm-neuron"], folder.path);
      expect(code).toBe(2);
      expect(err).toContain(`two plugins are called "dwm-neuron"; rename it in the plugin, or leave the plugin out`);
    },
    patience_ms,
  );
});
