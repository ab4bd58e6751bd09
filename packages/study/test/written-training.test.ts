import { describe, expect, it } from "vitest";
import { buildCatalog } from "../src/catalog.ts";
import { parseStudy } from "../src/parse.ts";
import { StudyError } from "../src/problem.ts";
import { valuesOf } from "../src/written-training.ts";
import { smallHashes, smallPlugin, smallStudy, trainablePlugin } from "./small-plugins.ts";

const withTraining = (training: string): string =>
  smallStudy.replace(`"interconnect": {`, `"training": ${training}, "interconnect": {`);

function messageOf(training: string, plugin = trainablePlugin): string {
  try {
    parseStudy(withTraining(training), "my.json", buildCatalog([plugin], smallHashes));
  } catch (error) {
    if (error instanceof StudyError) return error.message;
    throw error;
  }
  return "legal";
}

const WHERE = "/technologies/small/training";

describe("the training of a technology", () => {
  it.each([
    ["a value", `{ "margin": 0.5, "recipe": "fancy" }`],
    ["a choice", `{ "margin": { "choice": [0.2, 0.5] } }`],
    ["a range with steps", `{ "margin": { "range": [0, 1], "steps": 5 } }`],
  ])("may be %s", (_what, training) => {
    expect(messageOf(training)).toBe("legal");
  });

  it.each([
    [
      "a parameter of the data",
      `{ "flipProbability": 0.1 }`,
      `${WHERE} has the unknown key "flipProbability"; legal: margin, recipe`,
    ],
    [
      "a misspelt one",
      `{ "margn": 0.1 }`,
      `${WHERE} has the unknown key "margn"; did you mean "margin"? (legal: margin, recipe)`,
    ],
    ["an illegal value", `{ "margin": 3 }`, `${WHERE}/margin is 3; legal: -1 to 1`],
    [
      "a range without steps",
      `{ "margin": { "range": [0, 1] } }`,
      `${WHERE}/margin has a range without "steps"; every value is a training, so say how many to search`,
    ],
    [
      "too many trainings",
      `{ "margin": { "range": [0, 1], "steps": 33 }, "recipe": { "choice": ["plain", "fancy"] } }`,
      `${WHERE} asks for 66 trainings; at most 64 are legal`,
    ],
  ])("may not be %s", (_what, training, message) => {
    expect(messageOf(training)).toContain(message);
  });

  it("is refused where the workload has none to choose", () => {
    expect(messageOf(`{ "margin": 0.5 }`, smallPlugin)).toContain(
      "the workload small-letters has no training to choose",
    );
  });
});

describe("the values of a parameter", () => {
  it.each([
    [{ value: 3 }, [3]],
    [{ choice: ["a", "b"] }, ["a", "b"]],
    [{ integers: { low: 2, high: 4 } }, [2, 3, 4]],
    [{ range: { low: 1, high: 100, scale: "log", steps: 3 } as const }, [1, expect.closeTo(10, 12), 100]],
    [{ range: { low: 1, high: 2, scale: "linear" } as const }, undefined],
  ])("of %j are %j", (parameter, values) => {
    expect(valuesOf(parameter)).toEqual(values);
  });
});
