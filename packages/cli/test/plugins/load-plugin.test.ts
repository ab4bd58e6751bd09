import { API_VERSION } from "@neurofront/core";
import { expect, it } from "vitest";
import { loadPlugin } from "../../src/plugins/load-plugin.ts";
import { readPluginName } from "../../src/plugins/plugin-name.ts";
import { scratchFolder } from "./files.ts";

const folder = scratchFolder();
const model = { role: "neuron", id: "a", title: "A", parameters: {} };
const plugin = { id: "a", version: "1.2.0", apiVersion: API_VERSION, title: "A", references: [], models: [model] };

const load = (written: string, exported: unknown) =>
  loadPlugin({ name: readPluginName(written)!, entry: folder.write("a/index.js", "// a"), packageName: "a" }, () =>
    Promise.resolve({ default: exported }),
  );

it("a plugin is its default export, with a hash of the code beside it", async () => {
  const first = await load("a@^1", plugin);
  expect(first.plugin).toBe(plugin);
  folder.write("a/node_modules/b/index.js", "// not the plugin's own");
  expect((await load("a", plugin)).sourceHash).toBe(first.sourceHash);
  folder.write("a/model.js", "// another model");
  expect((await load("a", plugin)).sourceHash).not.toBe(first.sourceHash);
});

it.each([
  ["./a", undefined, "is no plugin; write export default definePlugin"],
  ["./a", { ...plugin, id: "" }, "has no id"],
  ["./a", { ...plugin, apiVersion: undefined }, "has no apiVersion"],
  ["./a", { ...plugin, references: undefined }, "has no list of references"],
  [
    "./a",
    { ...plugin, models: [{ ...model, role: "axon" }] },
    `lists the model "a" without a role; legal: neuron, synapse`,
  ],
  ["./a", { ...plugin, models: [{ ...model, parameters: null }] }, `lists the model "a" without parameters`],
  ["./a", { ...plugin, apiVersion: API_VERSION + 1 }, "install a newer neurofront, or an older version of the plugin"],
  ["./a", { ...plugin, apiVersion: API_VERSION - 1 }, `adapt it and set apiVersion to ${API_VERSION}`],
  ["stno@^2", plugin, `found is version 1.2.0 of "a", asked for is ^2; run "npm install stno@^2"`],
  ["./a@^2", plugin, "change the range, or the version of the plugin"],
])("%s exporting %j is refused", async (written, exported, message) => {
  await expect(load(written, exported)).rejects.toThrow(message);
});

it("an import that fails says why", async () => {
  const located = { name: readPluginName("./a")!, entry: folder.write("a.js", ""), packageName: undefined };
  const fails = () => Promise.reject(new Error("no such export"));
  await expect(loadPlugin(located, fails)).rejects.toThrow(`importing ${located.entry} failed: no such export`);
});
