import type { CrossComparison } from "./compare/cross-comparison.ts";

/**
 * Write a comparison as one self-contained HTML page.
 *
 * The drawing library is loaded only when this is called, so that commands without a page start fast.
 */
export async function renderComparison(comparison: CrossComparison): Promise<string> {
  const { comparePage } = await import("./compare/compare-page.ts");
  return comparePage(comparison);
}
