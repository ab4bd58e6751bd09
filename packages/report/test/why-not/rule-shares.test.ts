import { expect, it } from "vitest";
import { ruleShares } from "../../src/why-not/rule-shares.ts";
import { broken, record, violated } from "../records.ts";

const base = record("dwm", "full", 0, { sense: 1 }, 1);

it("counts each rule once a candidate, of all and of those near the front, with the closest miss", () => {
  const near = [broken(base, violated("slow", 0.3)), broken(base, violated("hot", 3, "impossible")), base];
  const far = [
    broken(base, violated("slow", 0.4), violated("slow", 0.1), violated("hot", 0.2)),
    broken(base, violated("slow", 5), violated("weak", 0, "warning")),
    broken(base, violated("weak", 0, "warning")),
  ];
  expect(ruleShares([...near, ...far], near)).toEqual([
    { code: "slow", whole: { count: 3, of: 6 }, near: { count: 1, of: 3 }, closest: "slow by 0.3" },
    { code: "hot", whole: { count: 2, of: 6 }, near: { count: 1, of: 3 }, closest: "hot by 0.2" },
  ]);
});

it("is empty where nothing is broken", () => {
  expect(ruleShares([base], [])).toEqual([]);
});
