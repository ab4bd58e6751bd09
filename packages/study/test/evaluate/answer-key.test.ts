import type { ResolvedStudy, TechnologyDesign } from "@neurofront/core";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { answerKeys } from "../../src/evaluate/answer-key.ts";
import type { RunnableStudy } from "../../src/resolve.ts";
import { assessor } from "../../src/run/assessor.ts";
import type { AssessmentRequest } from "../../src/run/work.ts";
import { searchesOf } from "../../src/search-start.ts";
import { searchSpace } from "../../src/space.ts";
import { noisyTechnologies, smallRunnable } from "../run/small-run.ts";

const COMPUTER = "neurofront 1, V8 1, linux-x64";
const corners = { hot: { temperature: "350 K", supply: "90 %" }, cold: { temperature: "250 K" } };
const blocks = { technologies: noisyTechnologies, variation: { chips: 8, corners } };

let runnable: RunnableStudy;
let request: AssessmentRequest;
let key: string;
beforeAll(async () => {
  runnable = await smallRunnable(blocks);
  request = requestOf(runnable, 3, [0.2, 0.4, 0.6]);
  key = answerKeys(runnable, COMPUTER)(request)!;
});

function requestOf(of: RunnableStudy, candidate: number, coordinates: readonly number[]): AssessmentRequest {
  const { name, technology, accounting } = searchesOf(of.resolved)[0]!;
  const design = searchSpace(technology).decode(coordinates);
  return { search: name, technology: technology.name, accounting, candidate, design, chips: { from: 4, to: 8 } };
}

/** Every number, text and flag in plain data, with its place. */
function leavesOf(value: unknown, place = ""): [place: string, value: unknown][] {
  return typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, item]) => leavesOf(item, `${place}/${name}`))
    : [[place, value]];
}

/** The data with another value at a place. */
function changedAt<Data>(data: Data, place: string): Data {
  const copy = structuredClone(data);
  const names = place.split("/").slice(1);
  const last = names.pop()!;
  const owner = names.reduce<Record<string, unknown>>(
    (item, name) => item[name] as Record<string, unknown>,
    copy as never,
  );
  const old = owner[last];
  owner[last] = typeof old === "number" ? old * 1.5 + 1 : typeof old === "boolean" ? !old : `${String(old)}x`;
  return copy;
}

const keyWith = (resolved: Partial<ResolvedStudy>): string | undefined =>
  answerKeys({ ...runnable, resolved: { ...runnable.resolved, ...resolved } }, COMPUTER)(request);

/** What of a resolved study says how it is searched and judged, or stands in the design, or is for people. */
const OF_NO_ACCOUNT =
  /^\/(?:format|formatVersion|title|hash|rank|objectives|constraints|optimizer|budget|promotion|references|publishedPoints|discrepancies|source)\b|^\/held\/(?:accounting|workload)\/|^\/variation\/(?:chips|eliteChips|confidence)$|^\/technologies\/0\/(?:title|inputVoltage_V\/.*|\w+\/(?:title|parameters\/.*))$/u;
/** A technology by another name is asked for by that. */
const ASKED_BY = /^\/technologies\/0\/name$/u;

describe("the key of an answer", () => {
  it("changes with everything in the resolved study that the answer depends on, and with nothing else", () => {
    const leaves = leavesOf(runnable.resolved).filter(([place]) => !ASKED_BY.test(place));
    const changed = leaves
      .filter(([place]) => keyWith(changedAt(runnable.resolved, place)) !== key)
      .map(([place]) => place);
    const expected = leaves.map(([place]) => place).filter((place) => !OF_NO_ACCOUNT.test(place));
    expect(changed).toEqual(expected);
    // Held equal, noise and variation, two corners, the code of three parts, two hashes of sources, and the seed.
    expect(changed).toHaveLength(7 + 7 + 2 * 4 + 3 * 3 + 2 + 1);
  });

  it("changes with every value of the design, the accounting, the chips, the network and the computer", () => {
    const keyOf = answerKeys(runnable, COMPUTER);
    const others = leavesOf(request.design).map(([place]) => ({
      ...request,
      design: changedAt(request.design, place),
    }));
    const keys = [
      ...[
        ...others,
        { ...request, accounting: "full" as const },
        { ...request, chips: { from: 5, to: 8 } },
        { ...request, chips: { from: 4, to: 9 } },
        { ...request, chips: { from: 0, to: 0 } },
      ].map(keyOf),
      answerKeys(runnable, "neurofront 1, V8 2, linux-x64")(request),
      ...networks().map((workload) => answerKeys({ ...runnable, workload }, COMPUTER)(request)),
    ];
    expect(others.length).toBeGreaterThan(6);
    expect(new Set([key, ...keys]).size).toBe(keys.length + 1);
  });

  it("is another for values that differ in the last digit, and for 0 and -0", () => {
    const keyOf = answerKeys(runnable, COMPUTER);
    const voltage = (inputVoltage_V: number) => keyOf({ ...request, design: { ...request.design, inputVoltage_V } });
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (a, b) => {
          expect(voltage(a) === voltage(b)).toBe(Object.is(a, b));
        },
      ),
    );
    expect(voltage(0)).not.toBe(voltage(-0));
  });

  it("is the same for any name and number, and in any order of the parameters; and so is the answer", async () => {
    const [technology] = Object.values(noisyTechnologies);
    const expected = assessor(runnable)(request);
    expect(expected.chips.clean).toHaveLength(4);
    await fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,20}$/u),
        fc.string({ minLength: 1, maxLength: 20 }),
        fc.nat(1000),
        fc.infiniteStream(fc.nat()),
        async (name, title, candidate, order) => {
          const renamed = await smallRunnable({ ...blocks, title, technologies: { [name]: { ...technology, title } } });
          const other = requestOf(renamed, candidate, [0.2, 0.4, 0.6]);
          const shuffled = { ...other, design: shuffledDesign(other.design, () => order.next().value) };
          expect(answerKeys(renamed, COMPUTER)(shuffled)).toBe(key);
          expect(assessor(renamed)(shuffled)).toEqual(expected);
        },
      ),
      { numRuns: 10 },
    );
  });

  it("without chips does not depend on the seed", () => {
    const without = { ...request, chips: { from: 0, to: 0 } };
    const seeded = { ...runnable, resolved: { ...runnable.resolved, seed: 8 } };
    expect(answerKeys(seeded, COMPUTER)(without)).toBe(answerKeys(runnable, COMPUTER)(without));
    expect(assessor(seeded)(without)).toEqual(assessor(runnable)(without));
    expect(assessor(seeded)(request)).not.toEqual(assessor(runnable)(request));
  });

  it.each(["engine", "small"])("is none where the sources of %s are not known", (part) => {
    expect(keyWith({ sourceHashes: { ...runnable.resolved.sourceHashes, [part]: "unknown" } })).toBeUndefined();
  });
});

/** The network with one thing changed at a time. */
function networks() {
  const { workload } = runnable;
  const [layer] = workload.layers;
  const weights = { ...workload, layers: [{ ...layer!, weights: layer!.weights.with(0, 0.125) }] };
  const test = { ...workload, test: { ...workload.test, patterns: workload.test.patterns.map((level) => -level) } };
  const clean = { ...workload, clean: { ...workload.clean, labels: workload.clean.labels.toReversed() } };
  const gather = { ...workload, layers: [{ ...layer!, gather: layer!.gather.toReversed() }] };
  return [weights, test, clean, gather];
}

function shuffledDesign(design: TechnologyDesign, next: () => number): TechnologyDesign {
  const shuffled = <Owner extends object>(owner: Owner): Owner =>
    Object.fromEntries(
      Object.entries(owner)
        .map((entry) => [next(), entry] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, entry]) => entry),
    ) as Owner;
  const { neuron, synapse, interconnect, ...others } = design;
  return shuffled({
    ...others,
    neuron: shuffled(neuron),
    synapse: shuffled(synapse),
    interconnect: shuffled(interconnect),
  });
}
