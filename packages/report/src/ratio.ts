/** `of` in units of `to`; undefined when either is missing or the ratio does not exist. */
export function ratioOf(of: number | undefined, to: number | undefined): number | undefined {
  if (of === undefined || to === undefined) return undefined;
  const ratio = of / to;
  return Number.isFinite(ratio) ? ratio : undefined;
}
