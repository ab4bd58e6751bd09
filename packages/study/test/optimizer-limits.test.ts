import type { OptimizerModel, Plugin, SearchLimits } from "@neurofront/core";
import { expect, it } from "vitest";
import { buildCatalog } from "../src/catalog.ts";
import { parseStudy } from "../src/parse.ts";
import { StudyError } from "../src/problem.ts";
import { smallHashes, smallPlugin, smallStudy } from "./small-plugins.ts";

const small = smallPlugin.models.find(({ role }) => role === "optimizer") as OptimizerModel;
const limited = (limits: SearchLimits): Plugin => ({
  ...smallPlugin,
  models: [...smallPlugin.models, { ...small, id: "limited", limits }],
});

/** The small study, which has two objectives and a constraint, with a choice and a whole number that are searched. */
const text = smallStudy
  .replace('"small-random"', '"limited"')
  .replace('"switchingCurrent": "2 uA"', '"mode": { "choice": ["paper", "physical"] }, "layers": { "range": [1, 3] }');

function messageOf(limits: SearchLimits): string {
  try {
    parseStudy(text, "my.json", buildCatalog([limited(limits)], smallHashes));
  } catch (error) {
    if (error instanceof StudyError) return error.message;
    throw error;
  }
  return "legal";
}

const INSTEAD = "optimizers without limits: small-random";

it.each([
  ["within its limits", { objectives: 2 }, "legal"],
  [
    "with fewer objectives",
    { objectives: 1 },
    `my.json:17:17 /objectives is beyond optimizer "limited", which minimises at most 1 objective, and there are 2; ${INSTEAD}`,
  ],
  [
    "without constraints",
    { constraints: false },
    `my.json:18:18 /constraints is beyond optimizer "limited", which keeps no constraints; ${INSTEAD}`,
  ],
  [
    "for reals",
    { kinds: ["real"] },
    [
      `my.json:11:94 /technologies/small/neuron/mode is beyond optimizer "limited", which searches real parameters only, not choices or whole numbers; ${INSTEAD}`,
      `my.json:11:141 /technologies/small/neuron/layers is beyond optimizer "limited", which searches real parameters only, not choices or whole numbers; ${INSTEAD}`,
    ].join("\n"),
  ],
  [
    "for choices and whole numbers",
    { kinds: ["category", "integer"] },
    [
      `my.json:11:52 /technologies/small/neuron/length is beyond optimizer "limited", which searches choices and whole numbers only, not real parameters; ${INSTEAD}`,
      `my.json:14:23 /technologies/small/inputVoltage is beyond optimizer "limited", which searches choices and whole numbers only, not real parameters; ${INSTEAD}`,
    ].join("\n"),
  ],
] as const)("a study for an optimizer %s", (_what, limits, message) => {
  expect(messageOf(limits)).toBe(message);
});
