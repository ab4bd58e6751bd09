import type { AssessmentAnswer, AssessmentRequest, Evaluator } from "@neurofront/study";
import { expect, it } from "vitest";
import { growingEvaluator } from "../../src/evaluate/study-evaluator.ts";

const answer = {} as AssessmentAnswer;
const requests = [{} as AssessmentRequest];

function recording(name: string, told: string[], time_ms: number): Evaluator {
  return {
    async evaluate() {
      for (const end_ms = performance.now() + time_ms; performance.now() < end_ms;);
      told.push(name);
      return Promise.resolve([answer]);
    },
    slots: () => 1,
    close: () => Promise.resolve(void told.push(`${name} closed`)),
  };
}

it("small work stays in this process, and no thread is started for it", async () => {
  const told: string[] = [];
  let starts = 0;
  const start = () => Promise.resolve(recording(`threads ${++starts}`, told, 0));
  const evaluator = growingEvaluator(recording("here", told, 0), start, 1000);
  for (let k = 0; k < 3; k++) await evaluator.evaluate(requests);
  await evaluator.close();
  expect(told).toEqual(["here", "here", "here", "here closed"]);
});

it("long work goes to threads as soon as they are ready", async () => {
  const told: string[] = [];
  const started = Promise.withResolvers<Evaluator>();
  const evaluator = growingEvaluator(recording("here", told, 10), () => started.promise, 5);
  await evaluator.evaluate(requests);
  await evaluator.evaluate(requests);
  started.resolve(recording("threads", told, 0));
  await started.promise;
  await evaluator.evaluate(requests);
  await evaluator.close();
  expect(told).toEqual(["here", "here", "threads", "here closed", "threads closed"]);
});

it("work goes on in this process where threads cannot be started", async () => {
  const told: string[] = [];
  const evaluator = growingEvaluator(recording("here", told, 10), () => Promise.reject(new Error("none")), 5);
  for (let k = 0; k < 3; k++) expect(await evaluator.evaluate(requests)).toEqual([answer]);
  await evaluator.close();
  expect(told).toEqual(["here", "here", "here", "here closed"]);
});
