import { afterEach, expect, it, vi } from "vitest";
import { mayDoWithout } from "./installed-tool.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

it.each([
  ["a program that is there", "sh", "", false],
  ["a program that is missing", "no-such-program", "", true],
  ["a missing program where all are required", "no-such-program", "1", false],
])("%s", (_what, program, required, expected) => {
  vi.stubEnv("NEUROFRONT_REQUIRE_TOOLS", required);
  expect(mayDoWithout(program)).toBe(expected);
});
