import { expect, it } from "vitest";
import { SearchControl } from "../../src/threads/search-control.ts";

it("the heaviest order counts, on both sides", () => {
  const here = new SearchControl();
  const there = new SearchControl(here.shared);
  expect(there.order).toBe("go on");
  here.tell("end");
  expect(there.order).toBe("end");
  here.tell("others are idle");
  expect(there.order).toBe("end");
  here.tell("stop");
  expect(there.order).toBe("stop");
});

it("a candidate is seen while it is computed, each as another one, and none when it threw", () => {
  const here = new SearchControl();
  const there = new SearchControl(here.shared);
  const seen = [1, 2].map(() => here.computing(() => there.candidate));
  expect(seen[0]).toBeTypeOf("number");
  expect(seen[1]).not.toBe(seen[0]);
  expect(() =>
    here.computing(() => {
      throw new Error("as told");
    }),
  ).toThrow("as told");
  expect(there.candidate).toBeUndefined();
});
