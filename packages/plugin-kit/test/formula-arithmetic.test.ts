import fc from "fast-check";
import { expect, it } from "vitest";
import { evaluateFormula } from "../src/conformance/formula-arithmetic.ts";

const inputs = { a_V: 3, b_V: 4, current_A: 2e-6, g: -2 };

it.each([
  ["2 + 3 * 4", 14],
  ["(2 + 3) * 4", 20],
  ["8 / 4 / 2", 1],
  ["8 - 4 - 2", 2],
  ["2^3^2", 512],
  ["-2^2", -4],
  ["2^-1", 0.5],
  ["a_V * -b_V", -12],
  ["g^2", 4],
  ["sqrt(a_V^2 + b_V^2)", 5],
  ["max(a_V, b_V, 1) - min(a_V, b_V)", 1],
  ["exp(ln(b_V))", 4],
  ["1.5e-3 * current_A / .5", 6e-9],
  ["2 * pi", 2 * Math.PI],
  ["  abs( g ) ", 2],
])("computes %s", (formula, value) => {
  const found = evaluateFormula(formula, inputs);
  expect(found.ok && found.value).toBeCloseTo(value, 12);
});

it.each([
  ["a_V * c_F", '"c_F" is not among its inputs'],
  ["half of C", '"half" is not among its inputs'],
  ["a_V b_V", '"b_V" is not expected there'],
  ["(a_V", '")" is missing before "the end"'],
  ["a_V *", "it ends where a value is expected"],
  ["* a_V", '"*" stands where a value is expected'],
  ["a_V; b_V", '"; b_V" is not arithmetic'],
  ["process.exit()", '".exit()" is not arithmetic'],
  ["toString", '"toString" is not among its inputs'],
])("refuses %s", (formula, problem) => {
  expect(evaluateFormula(formula, inputs)).toEqual({ ok: false, problem });
});

it("agrees with JavaScript on arithmetic without powers", () => {
  const { expression } = fc.letrec<{ expression: string; atom: string }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 5 },
      tie("atom"),
      fc
        .tuple(tie("expression"), fc.constantFrom("+", "-", "*", "/"), tie("expression"))
        .map(([left, sign, right]) => `${left} ${sign} ${right}`),
      tie("expression").map((inner) => `(${inner})`),
    ),
    atom: fc.oneof(fc.integer({ min: 1, max: 99 }).map(String), fc.constantFrom("a_V", "b_V")),
  }));
  fc.assert(
    fc.property(expression, (formula) => {
      const ours = evaluateFormula(formula, inputs);
      // The text is made above of digits, two names and signs.
      // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call
      const javascripts = new Function("a_V", "b_V", `return ${formula};`)(inputs.a_V, inputs.b_V) as number;
      expect(ours).toEqual({ ok: true, value: javascripts });
    }),
  );
});
