import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatQuantity, isUnit, parseQuantity, unitSuffix } from "../src/units.ts";

/** Largest relative distance of a double from the decimal it stands for, times a few operations. */
const ROUNDING = 4 * Number.EPSILON;

function parsed(text: string, unit: string): number {
  const answer = parseQuantity(text, unit);
  if (!answer.ok) throw new Error(answer.problem);
  return answer.value;
}

function problem(text: string, unit: string): string {
  const answer = parseQuantity(text, unit);
  return answer.ok ? `accepted as ${answer.value}` : answer.problem;
}

describe("parseQuantity", () => {
  // Computed by hand. Powers of ten only, so the number must be the very double that the decimal denotes.
  it.each([
    ["20 nm", "m", 20e-9],
    ["3 nm", "m", 3e-9],
    ["2.5 um", "m", 2.5e-6],
    ["1 cm", "m", 0.01],
    ["5 MA/cm^2", "A/m^2", 5e10],
    ["22 ohm um", "ohm m", 22e-6],
    ["10 mV", "V", 0.01],
    ["2 uA", "A", 2e-6],
    ["500 ps", "s", 5e-10],
    ["300 K", "K", 300],
    ["1.2 GHz", "1/s", 1.2e9],
    ["0.2 fF/um", "F/m", 2e-10],
    ["800 kA/m", "A/m", 8e5],
    ["20 pJ/m", "J/m", 2e-11],
    ["4 uS", "1/ohm", 4e-6],
    ["0.1 fJ ns", "J s", 1e-25],
    ["2 mT", "kg/A/s^2", 2e-3],
    ["100 m^2/V/s", "m^2/V/s", 100],
    ["1500 cm^2/V s", "m^2/V/s", 0.15],
    ["3 %", "1", 0.03],
    ["0.1", "1", 0.1],
    ["20nm", "m", 20e-9],
    ["  20   nm  ", "m", 20e-9],
    ["+.5e1 nm", "m", 5e-9],
    ["-1.e-3 m", "m", -1e-3],
    ["0 nm", "m", 0],
    ["5 MA/cm2", "A/m^2", 5e10],
    ["5 MA cm^-2", "A/m^2", 5e10],
    ["5 ohm*m", "ohm m", 5],
    ["1.5 rad", "1", 1.5],
  ])("%j in %j", (text, unit, value) => {
    expect(parsed(text, unit)).toBe(value);
  });

  it.each([
    // 0.3 times the elementary charge of the SI, 1.602176634e-19 C.
    ["0.3 eV", "J", 4.806529902e-20],
    ["40 keV/m^3", "J/m^3", 6.408706536e-15],
  ])("%j in %j", (text, unit, value) => {
    expect(Math.abs(parsed(text, unit) / value - 1)).toBeLessThan(ROUNDING);
  });

  it.each([
    ["the micro sign", "2 \u00b5A", "A", 2e-6],
    ["the Greek letter mu", "2 \u03bcA", "A", 2e-6],
    ["the ohm sign", "10 k\u2126", "ohm", 1e4],
    ["the Greek letter omega", "10 k\u03a9", "ohm", 1e4],
    ["a superscript", "3 nm\u00b2", "m^2", 3e-18],
    ["a middle dot", "3 \u03a9\u00b7m", "ohm m", 3],
    ["a space that does not break", "20\u00a0nm", "m", 20e-9],
  ])("understands %s", (_character, text, unit, value) => {
    expect(parsed(text, unit)).toBe(value);
  });

  it.each([
    ["", "m", "is not a quantity"],
    ["   ", "m", "is not a quantity"],
    ["nm", "m", "is not a quantity"],
    ["NaN", "m", "is not a quantity"],
    ["NaN", "1", "is not a quantity"],
    ["Infinity nm", "m", "is not a quantity"],
    ["- 5 nm", "m", "is not a quantity"],
    [".", "1", "is not a quantity"],
    [`1${" ".repeat(1_000_000)}m`, "m", "is not a quantity"],
    ["20", "m", "has no unit"],
    ["1e5", "A", "has no unit"],
    ["20 nm nm", "m", "is not in a unit of m"],
    ["20 nA", "m", "is not in a unit of m"],
    ["10 %", "m", "is not in a unit of m"],
    ["5 MA/cm", "A/m^2", "is not in a unit of A/m^2"],
    ["20 nm", "1", "is not in a unit of 1"],
    ["5 xm", "m", "is not a known unit"],
    ["5 m%", "1", "is not a known unit"],
    ["5 mrad", "1", "is not a known unit"],
    ["5 nm/", "m", "is not a known unit"],
    ["1500 cm^2/V s", "m^2 s/V", "is not in a unit of m^2 s/V"],
    ["5 /nm", "1/m", "is not a known unit"],
    ["5 m^0", "1", "is not a known unit"],
    ["1,5 nm", "m", "is not a known unit"],
    ["0x10 m", "m", "is not a known unit"],
    ["1_000 m", "m", "is not a known unit"],
    ["20 Nm2", "N m^2", "is not a known unit"],
    ["5 __proto__", "m", "is not a known unit"],
    ["5 constructor", "m", "is not a known unit"],
    ["5 toString/m", "m", "is not a known unit"],
    ["1e400", "1", "is out of the range of numbers"],
    ["1e400 m", "m", "is out of the range of numbers"],
    ["-1e308 km", "m", "is out of the range of numbers"],
    ["1e999999999999999999999999 m", "m", "is out of the range of numbers"],
    ["1e-400 m", "m", "is out of the range of numbers"],
  ])("refuses %j in %j", (text, unit, reason) => {
    expect(problem(text, unit)).toContain(reason);
    expect(problem(text, unit)).toMatch(/write a (plain )?number|out of the range/);
  });

  it.each(["parsec", "__proto__", "", "m//s", "%%"])("throws for a declaration in %j", (unit) => {
    expect(() => parseQuantity("1 m", unit)).toThrow("is not a unit that neurofront knows");
    expect(isUnit(unit)).toBe(false);
  });

  it.each([
    ["20 nm", "20 nA", "m"],
    ["10 %", "ten", "1"],
    ["60 ohm", "60", "ohm"],
    ["1 J/m^2", "1", "J/m^2"],
  ])("shows %j as an example in place of %j", (example, text, unit) => {
    expect(problem(text, unit)).toContain(`"${example}"`);
    expect(parseQuantity(example, unit).ok).toBe(true);
  });

  const UNITS = ["m", "s", "A", "V", "ohm", "S", "F", "C", "J", "W", "T", "Hz", "N"];
  const PREFIXES = Object.entries({
    z: -21,
    a: -18,
    f: -15,
    p: -12,
    n: -9,
    u: -6,
    m: -3,
    c: -2,
    k: 3,
    M: 6,
    G: 9,
    T: 12,
  });

  it("a prefix is a power of ten, to the last bit", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.constantFrom(...UNITS),
        fc.constantFrom(...PREFIXES),
        (thousandths, unit, [prefix, exponent]) => {
          const decimal = `${thousandths / 1000}`;
          expect(parsed(`${decimal} ${prefix}${unit}`, unit)).toBe(Number(`${decimal}e${exponent}`));
        },
      ),
    );
  });

  it("powers and quotients of units are powers and quotients of their values", () => {
    const unit = fc.tuple(fc.constantFrom(...PREFIXES), fc.constantFrom(...UNITS));
    fc.assert(
      fc.property(unit, unit, fc.integer({ min: 1, max: 3 }), ([[pa, ea], a], [[pb, eb], b], power) => {
        expect(parsed(`1 ${pa}${a}^${power}/${pb}${b}`, `${a}^${power}/${b}`)).toBe(Number(`1e${power * ea - eb}`));
        expect(parsed(`1 ${pa}${a} ${pb}${b}^-${power}`, `${a}/${b}^${power}`)).toBe(Number(`1e${ea - power * eb}`));
      }),
    );
  });

  it("a unit of another dimension is refused", () => {
    fc.assert(
      fc.property(fc.constantFrom(...UNITS), fc.constantFrom(...UNITS), (written, wanted) => {
        fc.pre(written !== wanted);
        expect(problem(`1 ${written}`, wanted)).toContain(`is not in a unit of ${wanted}`);
      }),
    );
  });

  it("answers for any text", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("m", "1", "A/m^2"), (text, unit) => {
        const answer = parseQuantity(text, unit);
        expect(answer.ok ? Number.isFinite(answer.value) : answer.problem !== "").toBe(true);
      }),
    );
  });
});

describe("formatQuantity", () => {
  it.each([
    [2e-6, "A", 3, "2 uA"],
    [20e-9, "m", 3, "20 nm"],
    [1.23456e-15, "J", 3, "1.23 fJ"],
    [1.23456e-15, "J", 5, "1.2346 fJ"],
    [9.9996e-10, "s", 3, "1 ns"],
    [999.4e-9, "s", 3, "999 ns"],
    [1000, "ohm", 3, "1 kohm"],
    [-0.25, "V", 3, "-250 mV"],
    [1.5e-25, "J s", 3, "1.5e-25 J s"],
    [1.5e-20, "J s", 3, "1.5e-20 J s"],
    [0, "A", 3, "0 A"],
    [300, "K", 3, "300 K"],
    [5e10, "A/m^2", 3, "50 GA/m^2"],
    [5.9e5, "J/m^3", 3, "590 kJ/m^3"],
    [4e-8, "ohm m", 3, "40 nohm m"],
    [1.06e-6, "m^2/s", 3, "1.06e-6 m^2/s"],
    [0.12e-12, "m^2", 3, "0.12 um^2"],
    [0.123456, "1", 3, "0.123"],
    [1e-5, "1", 3, "1e-5"],
    [1e21, "m", 3, "1e+21 m"],
    [Infinity, "ohm", 3, "Infinity ohm"],
    [Number.NaN, "1", 3, "NaN"],
  ])("%d in %j with %d digits is %j", (value, unit, digits, text) => {
    expect(formatQuantity(value, unit, digits)).toBe(text);
  });

  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e16, max: 1e16 }),
    fc
      .tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: -30, max: 20 }))
      .map(([m, e]) => m * 10 ** e),
  );
  const unit = fc.constantFrom(
    "m",
    "s",
    "A",
    "V",
    "ohm",
    "S",
    "F",
    "C",
    "J",
    "W",
    "T",
    "Hz",
    "J s",
    "K",
    "1",
    "A/m^2",
    "m^2",
    "1/s",
  );

  it("is read back as the value, within its digits", () => {
    fc.assert(
      fc.property(value, unit, fc.integer({ min: 1, max: 17 }), (x, u, digits) => {
        fc.pre(x === 0 || Math.abs(x) > 1e-290);
        const back = parsed(formatQuantity(x, u, digits), u);
        // Half a unit of the last digit, and rounding where 17 digits ask for more than a double holds.
        expect(Math.abs(back - x)).toBeLessThanOrEqual(Math.abs(x) * (0.5 * 10 ** (1 - digits) + ROUNDING));
      }),
    );
  });

  it("writes a number from 1 to 999 where a prefix helps", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-21, max: 0.99e15, noNaN: true }), (x) => {
        const number = Number.parseFloat(formatQuantity(x, "A"));
        expect(number).toBeGreaterThanOrEqual(1);
        expect(number).toBeLessThan(1000);
      }),
    );
  });
});

describe("unitSuffix", () => {
  it.each([
    ["m", "_m"],
    ["1", ""],
    ["A/m^2", "_A_m2"],
    ["ohm m", "_ohm_m"],
    ["J s", "_J_s"],
    ["m^2/V/s", "_m2_V_s"],
    ["1/s", "_s"],
    ["F/m", "_F_m"],
  ])("of %j is %j", (unit, suffix) => {
    expect(unitSuffix(unit)).toBe(suffix);
    expect(isUnit(unit)).toBe(true);
  });
});
