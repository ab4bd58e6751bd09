import { expect, it } from "vitest";
import { pluginNameOfArgument, readPluginName } from "../../src/plugins/plugin-name.ts";

it.each([
  ["./my-neuron", { kind: "path", target: "./my-neuron" }],
  ["../lab/my-neuron/src/index.ts", { kind: "path", target: "../lab/my-neuron/src/index.ts" }],
  ["..", { kind: "path", target: ".." }],
  ["./my-neuron@^1.2", { kind: "path", target: "./my-neuron", range: "^1.2" }],
  ["./lab@home/neuron", { kind: "path", target: "./lab@home/neuron" }],
  ["neurofront-stno", { kind: "package", target: "neurofront-stno" }],
  ["neurofront-stno@>=1.2 <2", { kind: "package", target: "neurofront-stno", range: ">=1.2 <2" }],
  ["@lab/stno", { kind: "package", target: "@lab/stno" }],
  ["@lab/stno@~0.3", { kind: "package", target: "@lab/stno", range: "~0.3" }],
])("%s", (written, expected) => {
  expect(readPluginName(written)).toEqual({ written, ...expected });
});

// Nothing that Node would fetch, take for its own or find at a place of one machine.
it.each([
  "",
  "/tmp/evil.js",
  "https://example.org/a.js",
  "data:text/javascript,0",
  "file:///a.js",
  "node:fs",
  "a/b/c",
  "C:\\a",
  "@lab",
  "a b",
])("%j is refused", (written) => {
  expect(readPluginName(written)).toBeUndefined();
});

it("a person may write any path that exists", () => {
  expect(pluginNameOfArgument(import.meta.filename)).toMatchObject({ kind: "path", target: import.meta.filename });
  expect(() => pluginNameOfArgument("/nowhere/plugin.ts")).toThrow(
    `"/nowhere/plugin.ts" is no plugin; write a path such as`,
  );
});
