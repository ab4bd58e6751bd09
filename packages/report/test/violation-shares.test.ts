import { expect, it } from "vitest";
import { violationShares } from "../src/violation-shares.ts";
import { broken, record, violated } from "./records.ts";

const base = record("dwm", "full", 0, { sense: 1 }, 1);

it("counts each rule once a candidate, most frequent first, with the closest miss", () => {
  const shares = violationShares([
    broken(base, violated("slow", 0.4), violated("slow", 0.1), violated("hot", 0.2)),
    broken(base, violated("slow", 0.3)),
    broken(base, violated("hot", 3, "impossible")),
    broken(base, violated("slow", 5), violated("weak", 0, "warning")),
  ]);
  expect(shares).toEqual([
    { code: "slow", count: 3, share: 0.75, closest: "slow by 0.3" },
    { code: "hot", count: 2, share: 0.5, closest: "hot by 0.2" },
  ]);
});

it("is empty without rejected candidates", () => {
  expect(violationShares([])).toEqual([]);
});
