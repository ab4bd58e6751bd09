import type { SQLOutputValue } from "node:sqlite";
import type { Assessment } from "@neurofront/core";
import { carriedAssessment, largeMembers, smallMembers } from "./assessment-parts.ts";
import { packTwo, packedTwo, unpackValue } from "./packed-value.ts";
import { LARGE_MEMBERS, REQUIRED_MEMBERS, assessmentShape } from "./stored-shapes.ts";
import type { ValueLayout } from "./value-layout.ts";
import type { ValueLayouts } from "./value-layouts.ts";

const NONE = "what should be an assessment is none";

type LayoutOf = (number: number) => ValueLayout;

/** An assessment as bytes: its small members, then its large ones, each packed by a layout of its own. */
export function packAssessment(assessment: Assessment, layouts: ValueLayouts): Uint8Array<ArrayBuffer> {
  return packTwo(layouts.layOut(smallMembers(assessment)), () => {
    const large = largeMembers(assessment);
    return "values" in large ? layouts.layOut(large.values) : layouts.adopt(large);
  });
}

/**
 * The assessment that {@link packAssessment} packed. Its large members are made when they are first asked for.
 *
 * @param refusal of what is no assessment, now or when one of its large members is asked for
 */
export function storedAssessment(
  value: SQLOutputValue | undefined,
  layoutOf: LayoutOf,
  refusal: (why: string) => Error,
): Assessment {
  if (!(value instanceof Uint8Array)) throw refusal("an assessment is missing");
  const [smallBytes, bytes] = packedTwo(value);
  const { layout, content } = unpackValue(smallBytes, layoutOf);
  const small = layout.valueOf(content);
  const large = unpackValue(bytes, layoutOf).layout;
  const { keys } = large;
  if (!assessmentShape(small) || !isLarge(keys)) throw refusal(NONE);
  return carriedAssessment(small as Readonly<Record<string, unknown>>, {
    keys,
    read: () => unpackValue(bytes, () => large),
    refusal: () => refusal(NONE),
  });
}

/** All that an assessment must have, and nothing else: what is made later may not take the place of what is there. */
function isLarge(keys: readonly string[]): boolean {
  return REQUIRED_MEMBERS.every((key) => keys.includes(key)) && keys.every((key) => Object.hasOwn(LARGE_MEMBERS, key));
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
