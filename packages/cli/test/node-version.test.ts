import { join } from "node:path";
import { expect, it } from "vitest";

const { problemOfNode } = (await import(join(import.meta.dirname, "../bin/node-version.js"))) as {
  readonly problemOfNode: (version: string, range: string) => string | undefined;
};

it.each([
  ["24.15.0", true],
  ["24.16.1", true],
  ["26.0.0", true],
  ["24.14.9", false],
  ["20.20.2", false],
  ["8.17.0", false],
])("Node %s will do where >=24.15 is wanted: %j", (version, isGood) => {
  const problem = problemOfNode(version, ">=24.15");
  expect(problem).toBe(
    isGood
      ? undefined
      : `neurofront needs Node 24.15 or newer, and this is Node ${version}; install a newer one from https://nodejs.org`,
  );
});
