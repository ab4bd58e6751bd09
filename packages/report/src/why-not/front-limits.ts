import type { Binding } from "./binding.ts";

/** A constraint, a rule or the end of a range, and where along a front it holds the designs. */
export interface FrontLimit {
  /** For example `accuracy-below-bound` or `inputVoltage_V at its low end`. */
  readonly title: string;
  /** Per member of the front: there is no room left. */
  readonly isActive: readonly boolean[];
  /** Per member: it is what most of the nearest designs break that would dominate the member. */
  readonly stops: readonly boolean[];
}

/** Everything that limits any member of a front, most members first. */
export function frontLimits(bindings: readonly Binding[]): FrontLimit[] {
  const limits = new Map<string, { isActive: boolean[]; stops: boolean[] }>();
  const limit = (title: string): { isActive: boolean[]; stops: boolean[] } => {
    const known = limits.get(title);
    if (known !== undefined) return known;
    const none = (): boolean[] => bindings.map(() => false);
    const fresh = { isActive: none(), stops: none() };
    limits.set(title, fresh);
    return fresh;
  };
  for (const [index, { margins, ends, stops }] of bindings.entries()) {
    for (const { code, isActive } of margins) if (isActive) limit(code).isActive[index] = true;
    for (const { name, end } of ends) limit(endTitle(name, end)).isActive[index] = true;
    const [first] = stops;
    if (first !== undefined) limit(first.code).stops[index] = true;
  }
  return [...limits]
    .map(([title, found]) => ({ title, ...found }))
    .toSorted((a, b) => members(b) - members(a) || (a.title < b.title ? -1 : 1));
}

/** What a parameter at the end of its range is called. */
export function endTitle(name: string, end: "low" | "high"): string {
  return `${name} at its ${end} end`;
}

function members({ isActive, stops }: Omit<FrontLimit, "title">): number {
  return isActive.filter((active, index) => active || stops[index]).length;
}
