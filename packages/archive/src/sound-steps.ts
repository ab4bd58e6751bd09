import type { ScheduleStep } from "@neurofront/core";

/**
 * The steps of one search as far as they can have been: numbered from 0, each telling of a candidate that was asked for and not told
 * before.
 *
 * @param steps in the order of their numbers
 * @param most proposals that a search may ask for
 */
export function soundSteps(steps: readonly ScheduleStep[], most: number): ScheduleStep[] {
  const known = new Set<number>();
  let asked = 0;
  const end = steps.findIndex(({ step, told, asked: more }, k) => {
    const isAnswer = told === null || (Number.isInteger(told) && told >= 0 && told < asked && !known.has(told));
    if (step !== k || !isAnswer || !(Number.isInteger(more) && more >= 0 && asked + more <= most)) return true;
    if (told !== null) known.add(told);
    asked += more;
    return false;
  });
  return steps.slice(0, end < 0 ? steps.length : end);
}
