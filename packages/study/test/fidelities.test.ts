import { describe, expect, it } from "vitest";
import { buildCatalog } from "../src/catalog.ts";
import { checkStudyValue } from "../src/parse.ts";
import { StudyError } from "../src/problem.ts";
import { resolveStudy } from "../src/resolve.ts";
import { ladderTechnologies, smallRunPlugin } from "./run/small-run.ts";
import { smallHashes, smallStudy } from "./small-plugins.ts";

const catalog = buildCatalog([smallRunPlugin], smallHashes);
const { ladder } = ladderTechnologies;

/** The small study with fidelities, and other blocks. */
const studyWith = (fidelities: unknown, blocks: object = {}, neuron: object = {}): object => ({
  ...(JSON.parse(smallStudy) as object),
  technologies: { ladder: { ...ladder, neuron: { ...ladder.neuron, ...neuron }, fidelities } },
  ...blocks,
});

function messageOf(value: object): string {
  try {
    checkStudyValue(value, "my.json", catalog);
  } catch (error) {
    if (error instanceof StudyError) return error.message;
    throw error;
  }
  return "legal";
}

const LEGAL = `legal: a list of two or more, lowest first, such as ["closed-form", "q-phi"] or ["closed-form", { "fidelity": "q-phi", "cost": 5 }]`;
const AT = "my.json /technologies/ladder";

describe("what is wrong with fidelities", () => {
  it.each<[string, object, string]>([
    ["one alone", studyWith(["rough"]), `${AT}/fidelities is ["rough"]; ${LEGAL}`],
    ["no list", studyWith("rough"), `${AT}/fidelities is "rough"; ${LEGAL}`],
    ["a number in it", studyWith(["rough", 2]), `${AT}/fidelities has 2 as its number 2; ${LEGAL}`],
    [
      "a misspelt key",
      studyWith(["rough", { fidelity: "fair", costs: 2 }]),
      `${AT}/fidelities has {"fidelity":"fair","costs":2} as its number 2; ${LEGAL}`,
    ],
    ["one twice", studyWith(["rough", "rough"]), `${AT}/fidelities has "rough" twice; keep one of them`],
    [
      "a cost below one",
      studyWith(["rough", { fidelity: "fair", cost: 0.5 }]),
      `${AT}/fidelities gives "fair" the cost 0.5; legal: 1 to 1000000, in assessments at the lowest fidelity`,
    ],
    [
      "a lowest that costs more",
      studyWith([{ fidelity: "rough", cost: 2 }, "fair"]),
      `${AT}/fidelities gives its lowest fidelity "rough" the cost 2; the lowest costs 1, the others are counted in it`,
    ],
    [
      "an unknown name",
      studyWith(["rough", "fin"]),
      `${AT}/fidelities has "fin", which is no fidelity of "small-ladder-neuron"; did you mean "fine"? (legal: rough, fair, fine)`,
    ],
    [
      "a neuron that has none",
      studyWith(["rough", "fine"], {}, { use: "small-neuron" }),
      `${AT}/fidelities is given, but the neuron "small-neuron" has one fidelity only; remove it (neurons with several: small-ladder-neuron)`,
    ],
    [
      "the neuron's parameter as well",
      studyWith(["rough", "fine"], {}, { fidelity: "fair" }),
      `${AT}/neuron/fidelity is given beside "fidelities" of the technology; keep one of them`,
    ],
    [
      "more cost than budget",
      studyWith(["rough", { fidelity: "fine", cost: 500 }]),
      `${AT}/fidelities cost 501 for one candidate at all of them, more than the 120 of /budget/evaluations; raise the budget or name lower costs`,
    ],
    [
      "a promotion of nothing",
      { ...(JSON.parse(smallStudy) as object), promotion: { rule: "front" } },
      `my.json /promotion is given, but no technology has "fidelities"; remove it or name them`,
    ],
    [
      "a share with the wrong rule",
      studyWith(["rough", "fine"], { promotion: { rule: "front", share: "10 %" } }),
      `my.json /promotion/share is given with the rule "front"; write "rule": "share", or remove it`,
    ],
    [
      "an unknown rule",
      studyWith(["rough", "fine"], { promotion: { rule: "half" } }),
      `my.json /promotion/rule is "half"; legal: front, share`,
    ],
    [
      "a confidence of certainty",
      studyWith(["rough", "fine"], { variation: { confidence: "100 %" } }),
      `my.json /variation/confidence is 1; legal: 0.5 to 0.999`,
    ],
    [
      "no chips for elites",
      studyWith(["rough", "fine"], { variation: { eliteChips: 0 } }),
      `my.json /variation/eliteChips is 0; legal: 1 to 1000000`,
    ],
  ])("%s", (_what, study, message) => {
    expect(messageOf(study)).toBe(message);
  });
});

describe("resolved", () => {
  const resolved = async (value: object) =>
    (await resolveStudy(checkStudyValue(value, "my.json", catalog), catalog)).resolved;

  it("each costs ten times the one before, unless the study says otherwise", async () => {
    const costs = async (fidelities: unknown) =>
      (await resolved(studyWith(fidelities))).technologies[0]!.fidelities!.map(({ cost }) => cost);
    expect(await costs(["rough", "fair"])).toEqual([1, 10]);
    expect(await costs(["rough", { fidelity: "fair", cost: 3 }, "fine"])).toEqual([1, 3, 30]);
  });

  it("the neuron starts at the lowest", async () => {
    const { technologies } = await resolved(studyWith(["fair", "fine"]));
    expect(technologies[0]!.neuron.parameters["fidelity"]).toMatchObject({ value: "fair", chosenBy: "study" });
  });

  it("the rule of promotion is the front, or a quarter", async () => {
    expect((await resolved(studyWith(["rough", "fine"]))).promotion).toEqual({ rule: "front" });
    const quarter = await resolved(studyWith(["rough", "fine"], { promotion: { rule: "share" } }));
    expect(quarter.promotion).toEqual({ rule: "share", share: 0.25 });
    const tenth = await resolved(studyWith(["rough", "fine"], { promotion: { rule: "share", share: "10 %" } }));
    expect(tenth.promotion).toEqual({ rule: "share", share: 0.1 });
  });
});
