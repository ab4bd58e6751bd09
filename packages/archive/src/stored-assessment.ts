import type { SQLOutputValue } from "node:sqlite";
import type { Assessment } from "@neurofront/core";
import { unpackValue } from "./packed-value.ts";
import type { UnpackedValue } from "./packed-value.ts";
import { LARGE_MEMBERS, REQUIRED_MEMBERS, assessmentShape } from "./stored-shapes.ts";
import type { ValueLayout } from "./value-layout.ts";

const NONE = "what should be an assessment is none";

type LayoutOf = (number: number) => ValueLayout;

/** Where an assessment keeps what its large members are made of. */
const source = Symbol("source");

interface Stored {
  readonly [source]: { readonly unpacked: () => UnpackedValue; readonly refusal: (why: string) => Error };
}

/**
 * A packed assessment. Its large members (ledger, phases, areas, quantities, layers) are made when they are first asked for: of a
 * hundred thousand assessments they are looked at in few.
 *
 * @param refusal of what is no assessment, now or when one of its large members is asked for
 */
export function storedAssessment(
  value: SQLOutputValue | undefined,
  layoutOf: LayoutOf,
  refusal: (why: string) => Error,
): Assessment {
  if (!(value instanceof Uint8Array)) throw refusal("an assessment is missing");
  const { layout, content } = unpackValue(value, layoutOf);
  const { keys } = layout;
  if (REQUIRED_MEMBERS.some((key) => !keys.includes(key))) throw refusal(NONE);
  const assessment: Record<string, unknown> = {};
  const stored: Stored[typeof source] = { unpacked: () => unpackValue(value, () => layout), refusal };
  Object.defineProperty(assessment, source, { value: stored });
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place]!;
    const getter = LATER[key];
    if (getter === undefined) assessment[key] = layout.memberOf(content, place);
    else Object.defineProperty(assessment, key, getter);
  }
  if (!assessmentShape(assessment)) throw refusal(NONE);
  return assessment as unknown as Assessment;
}

/**
 * The same, with every member looked at.
 *
 * @throws Error when it is none
 */
export function wholeAssessment(value: SQLOutputValue | undefined, layoutOf: LayoutOf): Assessment {
  const assessment = storedAssessment(value, layoutOf, (why) => new Error(why));
  for (const key of Object.keys(LARGE_MEMBERS)) void assessment[key as keyof Assessment];
  return assessment;
}

const LATER: Readonly<Record<string, PropertyDescriptor>> = Object.fromEntries(
  Object.entries(LARGE_MEMBERS).map(([key, shape]) => [
    key,
    {
      enumerable: true,
      configurable: true,
      get(this: Stored): unknown {
        const { unpacked, refusal } = this[source];
        const { layout, content } = unpacked();
        const member = layout.memberOf(content, layout.keys.indexOf(key));
        if (!shape(member)) throw refusal(NONE);
        Object.defineProperty(this, key, { value: member, enumerable: true });
        return member;
      },
    },
  ]),
);
