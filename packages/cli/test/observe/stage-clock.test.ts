import { expect, it } from "vitest";
import { StageClock } from "../../src/observe/stage-clock.ts";

it("times of others are added, and said to be when they are more than the whole", () => {
  const clock = new StageClock();
  clock.time("ask", () => undefined);
  expect(clock.text(undefined)).not.toContain("added up");
  clock.add([
    { stage: "ask", time_ms: 1e6, calls: 4 },
    { stage: "assess", time_ms: 2e6, calls: 7 },
  ]);
  const { stages } = clock.reading();
  expect(stages.map(({ stage, calls }) => [stage, calls])).toStrictEqual([
    ["ask", 5],
    ["assess", 7],
  ]);
  expect(stages[1]!.time_ms).toBe(2e6);
  expect(clock.text(undefined)).toMatch(
    /other +everything else +0\.000 [^]*stages that went on at the same time are added up$/u,
  );
});
