import { expect, it } from "vitest";
import { CHIP_STUDIES, smallRunnable } from "./small-run.ts";
import { contentsOf, runSmall, runSmallInPieces } from "./written-archive.ts";

it("stopped after every write and resumed, equals one never stopped: three fidelities and a constraint on chips", async () => {
  const runnable = await smallRunnable(CHIP_STUDIES[2]![1]);
  const whole = await runSmall(runnable);
  const parts = await runSmallInPieces(
    runnable,
    Array.from({ length: whole.writes }, () => 1),
  );
  const [expected, found] = [contentsOf(whole), contentsOf(parts)];
  expect(found).toEqual(expected);
  for (const table of ["candidate", "revision", "sample", "verification"])
    expect(expected[table]!.length).toBeGreaterThan(0);
});
