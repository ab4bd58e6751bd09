/**
 * Quantities with units at the door, plain SI numbers inside.
 *
 * A study writes `"20 nm"` or `"5 MA/cm^2"`; {@link parseQuantity} checks the dimension against the unit a parameter
 * declares and returns the SI number. {@link formatQuantity} goes the other way for people.
 */

/**
 * An SI unit expression as declarations write it: `"m"`, `"A/m^2"`, `"ohm m"`; `"1"` is dimensionless. Everything behind a
 * slash divides: `"m^2/V s"` is `"m^2/V/s"`.
 */
export type Unit = string;

/** Exponents of kilogram, metre, second, ampere, kelvin. */
type Dimension = readonly [number, number, number, number, number];

/** A unit is factor times 10^exponent of the coherent SI unit; exponents add up without rounding. */
interface UnitValue {
  readonly factor: number;
  readonly exponent: number;
  readonly dimension: Dimension;
}

const BASE_UNITS: Readonly<Record<string, UnitValue>> = {
  m: { factor: 1, exponent: 0, dimension: [0, 1, 0, 0, 0] },
  g: { factor: 1, exponent: -3, dimension: [1, 0, 0, 0, 0] },
  s: { factor: 1, exponent: 0, dimension: [0, 0, 1, 0, 0] },
  A: { factor: 1, exponent: 0, dimension: [0, 0, 0, 1, 0] },
  K: { factor: 1, exponent: 0, dimension: [0, 0, 0, 0, 1] },
  V: { factor: 1, exponent: 0, dimension: [1, 2, -3, -1, 0] },
  ohm: { factor: 1, exponent: 0, dimension: [1, 2, -3, -2, 0] },
  Ω: { factor: 1, exponent: 0, dimension: [1, 2, -3, -2, 0] },
  S: { factor: 1, exponent: 0, dimension: [-1, -2, 3, 2, 0] },
  F: { factor: 1, exponent: 0, dimension: [-1, -2, 4, 2, 0] },
  C: { factor: 1, exponent: 0, dimension: [0, 0, 1, 1, 0] },
  J: { factor: 1, exponent: 0, dimension: [1, 2, -2, 0, 0] },
  W: { factor: 1, exponent: 0, dimension: [1, 2, -3, 0, 0] },
  N: { factor: 1, exponent: 0, dimension: [1, 1, -2, 0, 0] },
  T: { factor: 1, exponent: 0, dimension: [1, 0, -2, -1, 0] },
  Hz: { factor: 1, exponent: 0, dimension: [0, 0, -1, 0, 0] },
  rad: { factor: 1, exponent: 0, dimension: [0, 0, 0, 0, 0] },
  eV: { factor: 1.602176634, exponent: -19, dimension: [1, 2, -2, 0, 0] },
  "%": { factor: 1, exponent: -2, dimension: [0, 0, 0, 0, 0] },
  "1": { factor: 1, exponent: 0, dimension: [0, 0, 0, 0, 0] },
};

/** Powers of ten. */
const PREFIXES: Readonly<Record<string, number>> = {
  z: -21,
  a: -18,
  f: -15,
  p: -12,
  n: -9,
  u: -6,
  μ: -6,
  m: -3,
  c: -2,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
};

/** Units that take no SI prefix. */
const WITHOUT_PREFIX: ReadonlySet<string> = new Set(["%", "1", "rad"]);

const own = (table: object, key: string): boolean => Object.hasOwn(table, key);

function symbolValue(symbol: string): UnitValue | undefined {
  if (own(BASE_UNITS, symbol)) return BASE_UNITS[symbol];
  const prefix = symbol.slice(0, 1);
  const base = symbol.slice(1);
  if (!own(PREFIXES, prefix) || !own(BASE_UNITS, base) || WITHOUT_PREFIX.has(base)) return undefined;
  const unit = BASE_UNITS[base]!;
  return { ...unit, exponent: unit.exponent + PREFIXES[prefix]! };
}

function unitValue(expression: string): UnitValue | undefined {
  let factor = 1;
  let exponent = 0;
  const dimension = [0, 0, 0, 0, 0];
  // Compatibility form: the micro sign becomes the Greek letter, the ohm sign the Greek omega, a superscript 2 a plain 2.
  const parts = expression.normalize("NFKC").trim().split("/");
  for (const [index, part] of parts.entries()) {
    const sign = index === 0 ? 1 : -1;
    for (const token of part.trim().split(/[\s*·]+/u)) {
      const match = /^(?<symbol>[^\d^-]+|1)(?:\^?(?<power>-?[1-9]))?$/u.exec(token);
      const unit = match ? symbolValue(match.groups!["symbol"]!) : undefined;
      if (unit === undefined) return undefined;
      const power = sign * Number(match!.groups!["power"] ?? "1");
      factor *= unit.factor ** power;
      exponent += unit.exponent * power;
      for (let k = 0; k < 5; k++) dimension[k]! += power * unit.dimension[k]!;
    }
  }
  return { factor, exponent, dimension: dimension as unknown as Dimension };
}

/** Longer texts are no quantities; what is read of them takes time that grows with the square of their length. */
const LONGEST_QUANTITY = 100;

/** What {@link parseQuantity} returns: the SI value, or a sentence that says what is wrong and what is legal. */
export type ParsedQuantity =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly problem: string };

/**
 * Read a quantity such as `"20 nm"`, `"5 MA/cm^2"`, `"3 %"` into the SI number of the wanted unit.
 *
 * @param text number, space, unit; a dimensionless quantity may be a bare number or a percentage
 * @param unit SI unit the result is in, as a parameter declares it
 */
export function parseQuantity(text: string, unit: Unit): ParsedQuantity {
  const wanted = unitValue(unit);
  if (wanted === undefined) throw new Error(`"${unit}" is not a unit that neurofront knows`);
  const legal = legalQuantity(unit);
  if (text.length > LONGEST_QUANTITY)
    return { ok: false, problem: `"${text.slice(0, 20)}..." is not a quantity; write ${legal}` };
  const match = /^\s*(?<digits>[+-]?(?:\d+\.?\d*|\.\d+))(?:[eE](?<power>[+-]?\d+))?\s*(?<unit>.*?)\s*$/su.exec(text);
  if (!match) return { ok: false, problem: `"${text}" is not a quantity; write ${legal}` };
  const written = match.groups!["unit"]!;
  if (written === "" && unit !== "1") return { ok: false, problem: `"${text}" has no unit; write ${legal}` };
  const found = unitValue(written === "" ? "1" : written);
  if (found === undefined) return { ok: false, problem: `"${written}" is not a known unit; write ${legal}` };
  if (found.dimension.some((power, k) => power !== wanted.dimension[k]))
    return { ok: false, problem: `"${text}" is not in a unit of ${unit}; write ${legal}` };
  // The prefix goes into the decimal exponent, so that "3 nm" is the number 3e-9 and not 3 * 1e-9 = 3.0000000000000004e-9.
  const exponent = Number(match.groups!["power"] ?? "0") + found.exponent - wanted.exponent;
  const value = (Number(`${match.groups!["digits"]}e${exponent}`) * found.factor) / wanted.factor;
  const vanishes = value === 0 && Number(match.groups!["digits"]) !== 0;
  return Number.isFinite(value) && !vanishes
    ? { ok: true, value }
    : { ok: false, problem: `"${text}" is out of the range of numbers` };
}

/** What may stand for a quantity of a unit, with an example, for messages: `a number and a unit of m, such as "20 nm"`. */
export function legalQuantity(unit: Unit): string {
  if (unit === "1") return `a plain number such as 0.1, or a percentage such as "10 %"`;
  return `a number and a unit of ${unit}, such as "${exampleOf(unit)}"`;
}

function exampleOf(unit: Unit): string {
  return (
    { m: "20 nm", A: "2 uA", s: "1 ns", V: "10 mV", K: "300 K", ohm: "60 ohm", "A/m^2": "5 MA/cm^2", F: "2 fF" }[
      unit
    ] ?? `1 ${unit}`
  );
}

const ENGINEERING = ["z", "a", "f", "p", "n", "u", "m", "", "k", "M", "G", "T"] as const;
/** Units that read well with an SI prefix in front. */
const PREFIXABLE: ReadonlySet<string> = new Set([
  "m",
  "A",
  "s",
  "V",
  "ohm",
  "S",
  "F",
  "C",
  "J",
  "W",
  "Hz",
  "T",
  "A/m",
  "A/m^2",
  "F/m",
  "F/m^2",
  "J/m",
  "J/m^2",
  "J/m^3",
  "V/m",
  "ohm m",
  "ohm m^2",
]);

/**
 * Write an SI number for people: `2e-6, "A"` becomes `"2 uA"`.
 *
 * @param value SI number
 * @param unit SI unit as declared
 * @param digits significant digits, default 3
 */
export function formatQuantity(value: number, unit: Unit, digits = 3): string {
  if (!Number.isFinite(value)) return `${value} ${unit === "1" ? "" : unit}`.trim();
  if (unit === "m^2") return `${plain(value * 1e12, digits)} um^2`;
  if (unit === "1") return plain(value, digits);
  if (!PREFIXABLE.has(unit) || value === 0) return `${plain(value, digits)} ${unit}`;
  if (Math.abs(value) < 1e-21 || Math.abs(value) >= 1e15) return `${plain(value, digits)} ${unit}`;
  const rounded = Number(value.toPrecision(digits));
  const step = Math.min(Math.floor(Math.log10(Math.abs(rounded)) / 3 + 1e-12), 4);
  return `${plain(rounded / 10 ** (3 * step), digits)} ${ENGINEERING[step + 7]}${unit}`;
}

function plain(value: number, digits: number): string {
  const rounded = Number(value.toPrecision(digits));
  const magnitude = Math.abs(rounded);
  return magnitude !== 0 && (magnitude < 1e-3 || magnitude >= 1e6) ? rounded.toExponential() : String(rounded);
}

/** The suffix a name carries for a unit: `"A/m^2"` gives `"_A_m2"`, `"1"` gives `""`. */
export function unitSuffix(unit: Unit): string {
  if (unit === "1") return "";
  return `_${unit
    .replaceAll("^", "")
    .replaceAll("-", "")
    .replaceAll("/", " ")
    .split(" ")
    .filter((part) => part !== "" && part !== "1")
    .join("_")}`;
}

/** True when `unit` is an expression {@link parseQuantity} understands. */
export function isUnit(unit: string): boolean {
  return unitValue(unit) !== undefined;
}
