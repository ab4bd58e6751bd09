import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { packAnswer, unpackAnswer } from "../../src/evaluate/stored-answer.ts";
import { packData, unpackData } from "../../src/packed-data.ts";
import { assessor } from "../../src/run/assessor.ts";
import { failedAnswer } from "../../src/run/model-failure.ts";
import type { AssessmentAnswer, AssessmentRequest } from "../../src/run/work.ts";
import { searchesOf } from "../../src/search-start.ts";
import { searchSpace } from "../../src/space.ts";
import { noisyTechnologies, smallRunnable } from "../run/small-run.ts";

let request: AssessmentRequest;
let answer: AssessmentAnswer;
beforeAll(async () => {
  const runnable = await smallRunnable({ technologies: noisyTechnologies });
  const { name, technology, accounting } = searchesOf(runnable.resolved)[0]!;
  const design = searchSpace(technology).decode([0.2, 0.4, 0.6]);
  request = { search: name, technology: technology.name, accounting, candidate: 0, design, chips: { from: 0, to: 5 } };
  answer = assessor(runnable)(request);
});

describe("an answer", () => {
  it("comes back from its bytes as it was", () => {
    expect(unpackAnswer(packAnswer(answer)!, request)).toStrictEqual(answer);
    const without = { ...answer, chips: { clean: new Float64Array(), test: new Float64Array() } };
    expect(unpackAnswer(packAnswer(without)!, { chips: { from: 3, to: 3 } })).toStrictEqual(without);
  });

  it("keeps its numbers to the last bit", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const changed = { ...answer, assessment: { ...answer.assessment, metrics: { edp: value, energy: -0 } } };
        expect(unpackAnswer(packAnswer(changed)!, request)).toStrictEqual(changed);
      }),
    );
  });

  it("of a model that failed is not kept, nor believed", () => {
    const failed = failedAnswer("took too long");
    expect(packAnswer(failed)).toBeUndefined();
    expect(unpackAnswer(packData({ assessment: failed.assessment }), request)).toBeUndefined();
  });
});

describe("bytes from elsewhere", () => {
  const changes: [
    string,
    (value: { assessment: Record<string, unknown>; chips: Record<string, unknown> }) => unknown,
  ][] = [
    ["nothing", () => null],
    ["a text", () => "assessment"],
    ["no assessment", ({ chips }) => ({ chips })],
    ["no chips where some were asked for", ({ assessment }) => ({ assessment })],
    ["fewer chips", ({ assessment, chips }) => ({ assessment, chips: { ...chips, clean: new Float64Array(4) } })],
    [
      "a chip beyond 1",
      ({ assessment, chips }) => ({ assessment, chips: { ...chips, test: new Float64Array(5).fill(2) } }),
    ],
    [
      "a chip without a value",
      ({ assessment, chips }) => ({ assessment, chips: { ...chips, test: new Float64Array(5).fill(NaN) } }),
    ],
    ["chips of another kind", ({ assessment, chips }) => ({ assessment, chips: { ...chips, test: [1, 1, 1, 1, 1] } })],
    [
      "chips of an impossible design",
      ({ assessment, chips }) => ({ assessment: { ...assessment, status: "impossible" }, chips }),
    ],
    [
      "a metric that is text",
      ({ assessment, chips }) => ({ assessment: { ...assessment, metrics: { edp: "1" } }, chips }),
    ],
    [
      "a metric without a value",
      ({ assessment, chips }) => ({ assessment: { ...assessment, metrics: { edp: NaN } }, chips }),
    ],
    [
      "a ledger that is none",
      ({ assessment, chips }) => ({ assessment: { ...assessment, ledger: [{ energy_J: 1 }] }, chips }),
    ],
    ["no areas", ({ assessment: { area: _area, ...rest }, chips }) => ({ assessment: rest, chips })],
    [
      "a corner of another study",
      ({ assessment, chips }) => ({
        assessment: { ...assessment, corners: [{ name: "hot", status: "ok", metrics: {}, violations: [] }] },
        chips,
      }),
    ],
    [
      "a fidelity, which the search adds",
      ({ assessment, chips }) => ({ assessment: { ...assessment, fidelity: "fine" }, chips }),
    ],
  ];
  it.each(changes)("that hold %s are no answer", (_what, change) => {
    const value = unpackData(packAnswer(answer)!) as Parameters<typeof change>[0];
    expect(unpackAnswer(packData(value), request)).toEqual(answer);
    expect(unpackAnswer(packData(change(value)), request)).toBeUndefined();
  });

  it("never throw, and are an answer of the right form or none", () => {
    const bytes = packAnswer(answer)!;
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const found = unpackAnswer(bytes.with(at, bytes[at]! ^ change), request);
        expect(found?.chips.clean.length ?? 5).toBe(5);
      }),
      { numRuns: 300 },
    );
  });
});
