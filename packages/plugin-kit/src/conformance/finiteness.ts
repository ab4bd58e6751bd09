import type { Rule } from "./rule.ts";
import { okTrials, where } from "./trial.ts";
import type { Tried } from "./trial.ts";

/** Members that may be `Infinity`: a floating node, an analog device. */
const MAY_BE_INFINITE: ReadonlySet<string> = new Set(["inputResistance_ohm", "levels"]);

/** Path and value of every number of an answer, violations apart. */
function* numbersOf(value: unknown, path: string): Generator<[string, number]> {
  if (typeof value === "number") yield [path, value];
  else if (ArrayBuffer.isView(value)) {
    const numbers = value as Float64Array;
    const k = numbers.findIndex((number) => !Number.isFinite(number));
    if (k >= 0) yield [`${path}[${k}]`, numbers[k]!];
  } else if (typeof value === "object" && value !== null) {
    for (const [name, member] of Object.entries(value))
      if (name !== "violations") yield* numbersOf(member, path === "" ? name : `${path}.${name}`);
  }
}

/** Fails on NaN, and on infinities other than those with a meaning. */
export const finiteNumbers: Rule<Tried<object, object, unknown>> = {
  code: "finite-numbers",
  law: "Every number of an answer is finite, except an input resistance or a number of levels that is Infinity.",
  *breaches(subject) {
    for (const trial of okTrials(subject)) {
      for (const [path, value] of numbersOf(trial.character, "")) {
        if (Number.isFinite(value) || (value === Infinity && MAY_BE_INFINITE.has(path))) continue;
        yield `${path} is ${value}, not a finite number, ${where(trial)}`;
        break;
      }
    }
  },
};
