/** At most `limit` of the items, evenly spread over their order, the first among them. */
export function everyNth<Item>(items: readonly Item[], limit: number): Item[] {
  const step = Math.max(1, Math.ceil(items.length / limit));
  return items.filter((_, index) => index % step === 0);
}
