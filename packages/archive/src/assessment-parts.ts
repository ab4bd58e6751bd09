import type { Assessment } from "@neurofront/core";
import { LARGE_MEMBERS } from "./stored-shapes.ts";
import type { ValueContent, ValueLayout } from "./value-layout.ts";

/** The large members of an assessment as numbers and messages of a layout: ledger, phases, areas, quantities, layers. */
export interface LargeMembers {
  readonly layout: ValueLayout;
  readonly content: ValueContent;
}

/** Where large members come from that nobody has asked for yet. */
export interface LargeSource {
  /** Their keys. */
  readonly keys: readonly string[];
  readonly read: () => LargeMembers;
  /** What to throw where a member, when it is made, is none. */
  readonly refusal: (key: string) => Error;
}

/** A class that extends it adds its private fields to an object that exists. */
const Existing = function existing(one: object): object {
  return one;
} as unknown as new (one: object) => object;

/** An assessment that keeps what its large members are made of where no copy takes it along; a symbol costs three times as much. */
class Carrying extends Existing {
  readonly #source: LargeSource;

  constructor(assessment: object, source: LargeSource) {
    super(assessment);
    this.#source = source;
  }

  static sourceOf(assessment: object): LargeSource | undefined {
    return #source in assessment ? assessment.#source : undefined;
  }
}

type Members = Readonly<Record<string, unknown>>;

/**
 * An assessment whose large members are made when they are first asked for: of a hundred thousand assessments they are looked at in
 * few, and one that comes from a thread goes into an archive without.
 */
export function carriedAssessment(small: Members, source: LargeSource): Assessment {
  const assessment = new Carrying({ ...small }, source);
  for (const key of source.keys) Object.defineProperty(assessment, key, LATER[key]!);
  return assessment as unknown as Assessment;
}

/** The assessment with other small members, its large ones made or not as they were. */
export function withMembers(assessment: Assessment, changes: Partial<Assessment>): Assessment {
  const source = Carrying.sourceOf(assessment);
  if (source === undefined) return { ...assessment, ...changes };
  return carriedAssessment({ ...smallMembers(assessment), ...changes }, source);
}

/** The members that are looked at for every candidate, in their order. */
export function smallMembers(assessment: Assessment): Members {
  const small: Record<string, unknown> = {};
  for (const key in assessment)
    if (!Object.hasOwn(LARGE_MEMBERS, key)) small[key] = assessment[key as keyof Assessment];
  return small;
}

/** The others in an order that is always the same: as the layout that came with them, or as values. */
export function largeMembers(assessment: Assessment): LargeMembers | { readonly values: Members } {
  const source = Carrying.sourceOf(assessment);
  if (source !== undefined) return source.read();
  const { ledger, phases, area, quantities, layers } = assessment;
  return {
    values: layers === undefined ? { ledger, phases, area, quantities } : { ledger, phases, area, quantities, layers },
  };
}

const LATER: Readonly<Record<string, PropertyDescriptor>> = Object.fromEntries(
  Object.entries(LARGE_MEMBERS).map(([key, shape]) => [
    key,
    {
      enumerable: true,
      configurable: true,
      get(this: Carrying): unknown {
        const { read, refusal } = Carrying.sourceOf(this)!;
        const { layout, content } = read();
        const member = layout.memberOf(content, layout.keys.indexOf(key));
        if (!shape(member)) throw refusal(key);
        Object.defineProperty(this, key, { value: member, enumerable: true });
        return member;
      },
    },
  ]),
);
