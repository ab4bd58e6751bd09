import { expect, it } from "vitest";
import { csv } from "../src/csv.ts";

it("quotes what needs it and keeps numbers exact enough", () => {
  expect(
    csv(
      ["name", "energy_J"],
      [
        ['a, "b"\nc', 7.2e-16],
        [undefined, 1 / 3],
      ],
    ),
  ).toBe('name,energy_J\n"a, ""b""\nc",7.2e-16\n,0.333333333');
});

it("disarms text that a spreadsheet would run, not negative numbers", () => {
  expect(csv(["x"], [["=1+1"], ["@cmd"], [-2]])).toBe("x\n'=1+1\n'@cmd\n-2");
});
