import { expect, it } from "vitest";
import { requiredPlugins } from "../src/required-plugins.ts";

it.each([
  ["of a study", `{ "plugins": ["./a", "b"] }`, ["./a", "b"], false],
  ["of a study without any", `{}`, [], false],
  ["of what is no list", `{ "plugins": "./a" }`, [], false],
  ["of what is no study", `3`, [], false],
  [
    "of a resolved form",
    `{ "format": "neurofront-resolved-study", "source": { "plugins": ["b"] }, "plugins": ["c"] }`,
    ["b"],
    true,
  ],
])("the plugins %s", (_what, text, names, isResolvedForm) => {
  expect(requiredPlugins(text, "study.json")).toMatchObject({ names, isResolvedForm });
});

it("a problem has the place of its name", () => {
  const required = requiredPlugins(`{\n  "plugins": ["./a",\n    "./b"]\n}`, "study.json");
  expect(required.problem(1, "is not let in").message).toBe("study.json:3:5 /plugins/1 is not let in");
});

it("what is not JSON is refused at its place", () => {
  expect(() => requiredPlugins(`{ "plugins": [`, "study.json")).toThrow(/study\.json:1:\d+ /u);
});
