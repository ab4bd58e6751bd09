/**
 * What a reader of an asynchronous run should know.
 *
 * @param searches that were made asynchronously, at least one
 */
export function asynchronousText(searches: readonly string[]): string {
  const were = searches.length === 1 ? "was" : "were";
  return `${searches.join(", ")} ${were} searched asynchronously: what was found depends on how long each candidate took. The archive holds the order, and neurofront reproduce repeats it.`;
}
