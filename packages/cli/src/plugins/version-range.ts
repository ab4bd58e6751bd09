type Version = readonly [major: number, minor: number, patch: number];

interface Comparator {
  readonly low: Version;
  /** Exclusive; absent where nothing bounds it. */
  readonly below?: Version;
}

const VERSION = /^(?<major>\d+)\.(?<minor>\d+)\.(?<patch>\d+)(?:[-+].*)?$/u;
const RANGE = /^(?<operator>[\^~]|>=|>|<=|<|=)?(?<major>\d+)(?:\.(?<minor>\d+))?(?:\.(?<patch>\d+))?$/u;

/** Whether a text is a range that {@link satisfies} understands: `1.2.3`, `1.2`, `^1.2`, `~1.2.3`, `>=1.2 <2`. */
export function isVersionRange(text: string): boolean {
  const parts = text.trim().split(/\s+/u);
  return parts.length > 0 && parts.every((part) => RANGE.test(part));
}

/**
 * Whether a version lies in a range as npm reads it: `^` keeps the first number that is not zero, `~` the second, a short version
 * stands for all that begin with it. A pre-release counts as the release it precedes; alternatives (`||`) are not read.
 */
export function satisfies(version: string, range: string): boolean {
  const match = VERSION.exec(version);
  if (match === null) return false;
  const found: Version = [
    Number(match.groups!["major"]),
    Number(match.groups!["minor"]),
    Number(match.groups!["patch"]),
  ];
  return range
    .trim()
    .split(/\s+/u)
    .every((part) => {
      const { low, below } = comparatorOf(part);
      return compare(found, low) >= 0 && (below === undefined || compare(found, below) < 0);
    });
}

function comparatorOf(part: string): Comparator {
  const groups = RANGE.exec(part)!.groups!;
  const major = Number(groups["major"]);
  const minor = Number(groups["minor"] ?? 0);
  const patch = Number(groups["patch"] ?? 0);
  const low: Version = [major, minor, patch];
  const nextMajor: Version = [major + 1, 0, 0];
  const nextMinor: Version = [major, minor + 1, 0];
  const next: Version = [major, minor, patch + 1];
  /** The first version after all that the written one stands for. */
  const after = groups["minor"] === undefined ? nextMajor : groups["patch"] === undefined ? nextMinor : next;
  switch (groups["operator"]) {
    case ">=":
      return { low };
    case ">":
      return { low: after };
    case "<":
      return { low: [0, 0, 0], below: low };
    case "<=":
      return { low: [0, 0, 0], below: after };
    case "~":
      return { low, below: groups["minor"] === undefined ? nextMajor : nextMinor };
    case "^":
      if (major > 0 || groups["minor"] === undefined) return { low, below: nextMajor };
      return { low, below: minor > 0 || groups["patch"] === undefined ? nextMinor : next };
    default:
      return { low, below: after };
  }
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
