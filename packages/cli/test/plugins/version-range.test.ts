import { expect, it } from "vitest";
import { isVersionRange, satisfies } from "../../src/plugins/version-range.ts";

// As npm reads them: https://docs.npmjs.com/cli/configuring-npm/package-json, dependencies.
it.each([
  ["1.2.3", "1.2.3", true],
  ["1.2.3", "1.2.4", false],
  ["1.2", "1.2.9", true],
  ["1.2", "1.3.0", false],
  ["1", "1.9.9", true],
  ["1", "2.0.0", false],
  ["=1.2.3", "1.2.3", true],
  ["^1.2.3", "1.2.2", false],
  ["^1.2.3", "1.9.0", true],
  ["^1.2.3", "2.0.0", false],
  ["^0.2.3", "0.2.9", true],
  ["^0.2.3", "0.3.0", false],
  ["^0.0.3", "0.0.3", true],
  ["^0.0.3", "0.0.4", false],
  ["^0.0", "0.0.9", true],
  ["^0", "0.9.0", true],
  ["^0", "1.0.0", false],
  ["~1.2.3", "1.2.9", true],
  ["~1.2.3", "1.3.0", false],
  ["~1", "1.9.0", true],
  [">=1.2 <2", "1.2.0", true],
  [">=1.2 <2", "2.0.0", false],
  [">1.2", "1.2.9", false],
  [">1.2", "1.3.0", true],
  ["<=1.2", "1.2.9", true],
  ["<=1.2", "1.3.0", false],
  ["^1.2.0", "1.2.0-beta.1", true],
  ["^1", "one", false],
])("%s takes %s: %s", (range, version, expected) => {
  expect(isVersionRange(range)).toBe(true);
  expect(satisfies(version, range)).toBe(expected);
});

it.each(["", "latest", "1 || 2", "1.2.3.4", "^", "*", "v1"])("%j is no range that is read", (text) => {
  expect(isVersionRange(text)).toBe(false);
});
