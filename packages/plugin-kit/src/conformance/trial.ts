import { isDeepStrictEqual } from "node:util";
import type { Design, Model, Violation } from "@neurofront/core";
import type { TitledDesign } from "./design-sample.ts";

/** One input of a model: a design, and the circuit around it. */
export interface Case<Circuit> extends TitledDesign {
  readonly circuit: Circuit;
}

/** What came back. A sweep holds what the model's other functions gave for the design. */
export type Outcome<Character, Sweep> =
  | { readonly kind: "threw"; readonly error: string }
  | { readonly kind: "malformed"; readonly problem: string }
  | { readonly kind: "impossible"; readonly violations: readonly Violation[] }
  | { readonly kind: "ok"; readonly character: Character; readonly sweep: Sweep };

/** One input tried three times. */
export interface Trial<Circuit, Character, Sweep> extends Case<Circuit> {
  readonly outcome: Outcome<Character, Sweep>;
  /** True when the same input gave the same again at once. */
  readonly repeats: boolean;
  /** The outcome later, after other inputs in another order, with inputs that cannot be changed. */
  readonly later: Outcome<Character, Sweep>;
  /** True when the model changed its design or its circuit. */
  readonly changedInputs: boolean;
  /** True when the first answer was another one after all calls: the model gave away a buffer that it writes again. */
  readonly changedAnswer: boolean;
}

/** A model of one role with what it answered. */
export interface Tried<Circuit, Character, Sweep> {
  readonly model: Model;
  readonly trials: readonly Trial<Circuit, Character, Sweep>[];
  /** How long the model takes for its first case, the defaults: the fastest of a few calls. */
  readonly fastest_s: number;
}

/** How a role is tried: calls the model, may throw what the model throws. */
export type Try<Circuit, Character, Sweep> = (input: Case<Circuit>) => Outcome<Character, Sweep>;

/** A trial whose answer is a character. */
export interface OkTrial<Circuit, Character, Sweep> extends Case<Circuit> {
  readonly character: Character;
  readonly sweep: Sweep;
}

/** Try every case; later again in reverse order, where designs that recur are one frozen object. */
export function runTrials<Circuit extends object, Character, Sweep>(
  cases: readonly Case<Circuit>[],
  attempt: Try<Circuit, Character, Sweep>,
): Trial<Circuit, Character, Sweep>[] {
  const caught: Try<Circuit, Character, Sweep> = (input) => {
    try {
      return attempt(input);
    } catch (error) {
      return { kind: "threw", error: String(error) };
    }
  };
  const first = cases.map((input) => {
    const handed = structuredClone(input);
    const given = caught(handed);
    const outcome = copied(given);
    const repeats = isDeepStrictEqual(copied(caught(structuredClone(input))), outcome);
    return { given, outcome, repeats, changedInputs: !isDeepStrictEqual(handed, input) };
  });
  const frozen = new Map<Design, Design>();
  const later: Outcome<Character, Sweep>[] = [];
  for (let k = cases.length - 1; k >= 0; k--) {
    const { title, design, circuit } = cases[k]!;
    if (!frozen.has(design)) frozen.set(design, freeze(structuredClone(design)));
    later[k] = copied(caught({ title, design: frozen.get(design)!, circuit: freeze(structuredClone(circuit)) }));
  }
  return cases.map((input, k) => {
    const { given, outcome, repeats, changedInputs } = first[k]!;
    const changedAnswer = !isDeepStrictEqual(copied(given), outcome);
    return { ...input, outcome, repeats, later: later[k]!, changedInputs, changedAnswer };
  });
}

/** The outcome as it is now, whatever the model does to its buffers later. */
function copied<Character, Sweep>(outcome: Outcome<Character, Sweep>): Outcome<Character, Sweep> {
  try {
    return structuredClone(outcome);
  } catch (error) {
    return { kind: "malformed", problem: `the answer is not plain data (${String(error)})` };
  }
}

/** Freeze an object with what it holds; typed arrays cannot be frozen. */
function freeze<Value extends object>(value: Value): Value {
  if (ArrayBuffer.isView(value)) return value;
  for (const member of Object.values(value)) if (typeof member === "object" && member !== null) freeze(member);
  return Object.freeze(value);
}

/** The trials that gave a character. */
export function okTrials<Circuit, Character, Sweep>({
  trials,
}: Tried<Circuit, Character, Sweep>): OkTrial<Circuit, Character, Sweep>[] {
  return trials.flatMap(({ title, design, circuit, outcome }) =>
    outcome.kind === "ok" ? [{ title, design, circuit, character: outcome.character, sweep: outcome.sweep }] : [],
  );
}

/** The values of a case, for the end of a sentence. */
export function where({ title, design, circuit }: Case<object>): string {
  return `at ${[...(title === undefined ? numbersOf(design) : [title]), ...numbersOf(circuit)].join(", ")}`;
}

function numbersOf(record: object): string[] {
  return Object.entries(record).flatMap(([name, value]) => {
    if (ArrayBuffer.isView(value)) return `${name} of ${(value as Float64Array).length} values`;
    return typeof value === "object" && value !== null ? numbersOf(value) : `${name} = ${String(value)}`;
  });
}
