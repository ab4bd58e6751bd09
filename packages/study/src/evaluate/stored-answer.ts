import { wholeAssessmentShape } from "@neurofront/archive";
import type { Assessment, Corner } from "@neurofront/core";
import { packData, unpackData } from "../packed-data.ts";
import { failureOf } from "../run/model-failure.ts";
import type { AssessmentAnswer, AssessmentRequest } from "../run/work.ts";

/** Bytes of an answer; undefined for one that is not to be kept: a model that failed may answer next time. */
export function packAnswer({ assessment, chips }: AssessmentAnswer): Uint8Array<ArrayBuffer> | undefined {
  if (failureOf(assessment) !== undefined || !wholeAssessmentShape(assessment)) return undefined;
  return packData(chips.clean.length === 0 ? { assessment } : { assessment, chips });
}

/**
 * The answer that {@link packAnswer} packed. The bytes may come from anyone: undefined unless they are an answer to this request.
 *
 * @param corners of the study
 */
export function unpackAnswer(
  bytes: Uint8Array,
  { chips: { from, to } }: Pick<AssessmentRequest, "chips">,
  corners: readonly Corner[] = [],
): AssessmentAnswer | undefined {
  let value: unknown;
  try {
    value = unpackData(bytes);
  } catch {
    return undefined;
  }
  const { assessment, chips } = (value ?? {}) as { readonly assessment?: unknown; readonly chips?: unknown };
  if (!isPlain(assessment, corners)) return undefined;
  if (chips === undefined) {
    const isWithout = from === to || assessment.status === "impossible";
    return isWithout ? { assessment, chips: { clean: new Float64Array(), test: new Float64Array() } } : undefined;
  }
  const { clean, test } = (chips ?? {}) as { readonly clean?: unknown; readonly test?: unknown };
  const isWhole = assessment.status === "ok" && isAccuracies(clean, to - from) && isAccuracies(test, to - from);
  return isWhole ? { assessment, chips: { clean, test } } : undefined;
}

/** An assessment as a model gives it: without what a search adds. */
function isPlain(value: unknown, corners: readonly Corner[]): value is Assessment {
  if (!wholeAssessmentShape(value)) return false;
  const { monteCarlo, fidelity, lower, violations, status, corners: found = [] } = value as Assessment;
  return (
    monteCarlo === undefined &&
    fidelity === undefined &&
    lower === undefined &&
    failureOf({ violations }) === undefined &&
    found.length === (status === "ok" ? corners.length : 0) &&
    found.every(({ name }, k) => name === corners[k]!.name)
  );
}

function isAccuracies(value: unknown, count: number): value is Float64Array {
  return value instanceof Float64Array && value.length === count && value.every((share) => share >= 0 && share <= 1);
}
