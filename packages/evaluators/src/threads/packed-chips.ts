import type { AssessmentAnswer } from "@neurofront/study";

type Chips = AssessmentAnswer["chips"];

/** The chips of many candidates in one piece. */
export interface PackedChips {
  /** Of each candidate. */
  readonly counts: readonly number[];
  /** Of each candidate its clean accuracies, then those of the test. */
  readonly accuracies: Float64Array<ArrayBuffer>;
}

/** Put chips together. */
export function packChips(chips: readonly Chips[]): PackedChips {
  const counts = chips.map(({ clean }) => clean.length);
  const accuracies = new Float64Array(2 * counts.reduce((sum, count) => sum + count, 0));
  let at = 0;
  for (const { clean, test } of chips) {
    accuracies.set(clean, at);
    accuracies.set(test, at + clean.length);
    at += 2 * clean.length;
  }
  return { counts, accuracies };
}

/** The chips that {@link packChips} put together. */
export function unpackChips({ counts, accuracies }: PackedChips): Chips[] {
  let at = 0;
  return counts.map((count) => {
    const [clean, test] = [accuracies.slice(at, at + count), accuracies.slice(at + count, at + 2 * count)];
    at += 2 * count;
    return { clean, test };
  });
}
