/**
 * The legal name closest to a misspelt one, by edit distance with neighbours swapped counted once; undefined when none is
 * close (a third of the letters may differ, or one or two of a short name, never all).
 */
export function nearestName(name: string, legal: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.min(name.length, Math.max(2, Math.floor(name.length / 3)) + 1);
  for (const candidate of legal) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** A list of names that is longer is cut, so that a message fits a few lines of a terminal. */
const LONGEST_LIST = 200;
/** Names with which a cut list begins: those most like what was written. */
const MOST_ALIKE = 3;

/**
 * `did you mean "y"?` and what is legal.
 *
 * @param whole how to see all that is legal, where a long list is cut
 */
export function suggestion(name: string, legal: readonly string[], whole?: string): string {
  const nearest = nearestName(name, legal);
  const list = `legal: ${nameList(alikeFirst(name, legal), legal, whole)}`;
  return nearest === undefined ? list : `did you mean "${nearest}"? (${list})`;
}

/** All names in their order, or the first of another order and how many there are besides. */
export function nameList(first: readonly string[], legal: readonly string[], whole?: string): string {
  const all = legal.join(", ");
  if (all.length <= LONGEST_LIST) return all;
  const shown: string[] = [];
  let length = 0;
  for (const name of first) {
    length += name.length + 2;
    if (length > LONGEST_LIST) break;
    shown.push(name);
  }
  return `${shown.join(", ")} and ${legal.length - shown.length} more${whole === undefined ? "" : `, see ${whole}`}`;
}

/** Those most like a name, then the others in their order. */
function alikeFirst(name: string, legal: readonly string[]): string[] {
  const distance = (other: string): number => editDistance(name.toLowerCase(), other.toLowerCase());
  const alike = legal.toSorted((a, b) => distance(a) - distance(b)).slice(0, MOST_ALIKE);
  return [...alike, ...legal.filter((other) => !alike.includes(other))];
}

function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 12) return 99;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, beforePrevious[j - 2]! + 1);
      current.push(least);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length]!;
}
