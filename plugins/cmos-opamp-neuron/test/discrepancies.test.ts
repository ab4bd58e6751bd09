import { describe, expect, it } from "vitest";
import { discrepancies } from "../src/discrepancies.ts";

describe("settling-for-a-sign", () => {
  it("finds an amplifier far below the paper's, most of it by deciding at the crossing", () => {
    const found = discrepancies[0]!.check!();
    const [settleEnergy, settleProduct, crossEnergy, crossProduct] = found.map((check) => check.stated / check.found);
    // About 50 fJ and 5e-23 J s at transistor level, 10 % for the rounded derating: 14 and 70 times below the paper.
    expect(crossEnergy!).toBeGreaterThan(12);
    expect(crossEnergy!).toBeLessThan(16);
    expect(crossProduct!).toBeGreaterThan(60);
    expect(crossProduct!).toBeLessThan(80);
    expect(settleEnergy!).toBeLessThan(crossEnergy!);
    expect(settleProduct!).toBeLessThan(crossProduct!);
  });
});
