/**
 * A rule that a design breaks, as data the optimizer can follow; never an exception, never an infinite metric.
 *
 * - `impossible`: the model has no answer for this design (no wall fits the strip, the pair has no headroom)
 * - `invalid`: the model answers outside the range in which it is known to hold
 * - `constraint`: the study's own bound on a metric is not met
 * - `warning`: the design stands, a reader should know
 */
export interface Violation {
  readonly kind: "impossible" | "invalid" | "constraint" | "warning";
  /** Stable kebab-case code, for example `walker-breakdown`. */
  readonly code: string;
  /** One sentence with the numbers: what was found, what is legal. */
  readonly message: string;
  /** How far from legal, relative to the bound, >= 0; 0 for warnings. */
  readonly amount: number;
}

/** What a model returns for a design it cannot compute: at least one `impossible` violation. */
export interface Impossible {
  readonly status: "impossible";
  readonly violations: readonly Violation[];
}

/** A model's answer: the character, or why there is none. */
export type Answer<Character> = ({ readonly status: "ok" } & Character) | Impossible;

/** The sentence of a violation, or how to write it: most rules are kept, and their sentences need not be written. */
type Message = string | (() => string);

const textOf = (message: Message): string => (typeof message === "string" ? message : message());

/** A violation for `found` above the upper bound `bound`, or undefined when it is not. */
export function above(
  kind: Violation["kind"],
  code: string,
  found: number,
  bound: number,
  message: Message,
): Violation | undefined {
  if (found <= bound) return undefined;
  return { kind, code, message: textOf(message), amount: kind === "warning" ? 0 : excess(found, bound) };
}

/** A violation for `found` below the lower bound `bound`, or undefined when it is not. */
export function below(
  kind: Violation["kind"],
  code: string,
  found: number,
  bound: number,
  message: Message,
): Violation | undefined {
  if (found >= bound) return undefined;
  return { kind, code, message: textOf(message), amount: kind === "warning" ? 0 : excess(found, bound) };
}

function excess(found: number, bound: number): number {
  const distance = Math.abs(found - bound) / (Math.abs(bound) || 1);
  return Number.isFinite(distance) ? distance : Number.MAX_VALUE;
}

/** The violations among candidates that hold. */
export function violationsAmong(candidates: readonly (Violation | undefined)[]): Violation[] {
  return candidates.filter((violation) => violation !== undefined);
}
