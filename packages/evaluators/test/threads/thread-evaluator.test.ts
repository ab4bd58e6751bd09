import type { Evaluator } from "@neurofront/study";
import { describe, expect, it } from "vitest";
import { obeyingThreads } from "./obeying-threads.ts";
import { told } from "./told-requests.ts";

const energies = (answers: Awaited<ReturnType<Evaluator["evaluate"]>>) =>
  answers.map(({ assessment }) => assessment.metrics.energy ?? assessment.violations[0]?.message);

const answered = (count: number, first = 1) => Array.from({ length: count }, (_, k) => (first + k) / 3);

describe("threads", () => {
  it("answer in the order of the requests, with chips and members that are made later", async () => {
    const { evaluator } = await obeyingThreads(2);
    for (let round = 0; round < 3; round++) {
      const answers = await evaluator.evaluate(
        told(
          Array.from({ length: 40 }, () => "answer"),
          1,
          3,
        ),
      );
      expect(energies(answers)).toStrictEqual(answered(40));
      expect(answers[7]!.chips.clean).toStrictEqual(Float64Array.of(0, 1 / 8, 2 / 8));
      expect(answers[7]!.assessment).toStrictEqual({
        metrics: { energy: 8 / 3 },
        ledger: [],
        phases: [],
        area: [],
        quantities: { neuron: {}, synapse: {}, interconnect: {}, system: {} },
      });
    }
    await expect(evaluator.evaluate([])).resolves.toStrictEqual([]);
  });

  it("take what is left when another is held up", async () => {
    const { evaluator, begun, release } = await obeyingThreads(2);
    const answers = evaluator.evaluate(told(["wait", ...Array.from({ length: 19 }, () => "slow")]));
    await expect.poll(() => begun(20), { timeout: 20_000 }).toBe(1);
    release();
    expect(energies(await answers)).toStrictEqual(answered(20));
  });

  it("are not all woken for little, and are for more", async () => {
    const { evaluator, threadsOf } = await obeyingThreads(2);
    const quick = Array.from({ length: 5 }, () => "answer");
    // What others do on the machine makes some of them slow now and then.
    const oneRound = async (): Promise<number> => {
      await evaluator.evaluate(told(quick));
      return threadsOf(1, 5);
    };
    for (let round = 0; round < 20; round++) await oneRound();
    await expect.poll(oneRound, { timeout: 20_000, interval: 1 }).toBe(1);
    for (let round = 0; round < 2; round++) await evaluator.evaluate(told(["slow", "slow", "slow", "slow"]));
    expect(threadsOf(1, 4)).toBe(2);
  });

  it("are shared by calls that are made at the same time", async () => {
    const { evaluator, begun, release } = await obeyingThreads(2);
    const held = evaluator.evaluate(told(["wait"]));
    await expect.poll(() => begun(1)).toBe(1);
    const others = [10, 20, 30].map((first) => evaluator.evaluate(told(["answer", "slow"], first)));
    for (const [k, answers] of (await Promise.all(others)).entries())
      expect(energies(answers)).toStrictEqual(answered(2, 10 * (k + 1)));
    release();
    expect(energies(await held)).toStrictEqual(answered(1));
  });

  it.each([
    ["exit", "the model told to exit: ended its thread", 2],
    ["throw", "the model told to throw: ended its thread (as told)", 2],
    ["hang", "the model told to hang: no answer within 0.5 s", 2],
  ])("lose the one request that makes them %s, tried twice, and no other", async (order, message, tries) => {
    const { evaluator, begun } = await obeyingThreads(2, 0.5);
    const orders = Array.from({ length: 12 }, (_, k) => (k === 5 ? order : "answer"));
    const found = energies(await evaluator.evaluate(told(orders)));
    expect(found[5]).toContain(message);
    expect(found.toSpliced(5, 1)).toStrictEqual(answered(12).toSpliced(5, 1));
    expect(begun(6)).toBe(tries);
  });

  it("do not blame a request for what an earlier one left behind", async () => {
    const { evaluator } = await obeyingThreads(1);
    const answers = await evaluator.evaluate(told(["exit later"]));
    expect(energies(answers)).toStrictEqual(answered(1));
    for (let round = 0; round < 5; round++)
      expect(energies(await evaluator.evaluate(told(["answer", "slow"], 2)))).toStrictEqual(answered(2, 2));
  });

  it("keep what they have handed in when they end later", async () => {
    const { evaluator, begun } = await obeyingThreads(1);
    const orders = [...Array.from({ length: 6 }, () => "slow"), "exit"];
    const found = energies(await evaluator.evaluate(told(orders)));
    expect(found.slice(0, 6)).toStrictEqual(answered(6));
    // Two of 60 ms are handed in at a time, so that the first are not computed again.
    expect([1, 2, 3, 4].map(begun)).toStrictEqual([1, 1, 1, 1]);
  });

  it("stop when they are told to, and serve the next call", async () => {
    const { evaluator, begun } = await obeyingThreads(2);
    const stop = new AbortController();
    const held = evaluator.evaluate(told(["hang", "hang", "answer"]), { signal: stop.signal });
    await expect.poll(() => begun(1) + begun(2)).toBe(2);
    const queued = evaluator.evaluate(told(["answer"], 9), { signal: stop.signal });
    stop.abort(new Error("enough"));
    await expect(held).rejects.toThrow("enough");
    await expect(queued).rejects.toThrow("enough");
    expect(begun(9)).toBe(0);
    await expect(evaluator.evaluate(told(["answer"]), { signal: stop.signal })).rejects.toThrow("enough");
    expect(energies(await evaluator.evaluate(told(["answer", "answer"], 4)))).toStrictEqual(answered(2, 4));
  });
});
