/**
 * Arithmetic of ledger formulas: numbers, names, `+ - * / ^`, parentheses, and the functions below. Nothing else is
 * legal, so evaluating a formula can do no harm.
 *
 *     sum     = product (("+" | "-") product)*
 *     product = signed (("*" | "/") signed)*
 *     signed  = "-" signed | power
 *     power   = atom ("^" signed)?
 *     atom    = number | name | function "(" sum ("," sum)* ")" | "(" sum ")"
 */

/** The functions that a formula may use. */
const FUNCTIONS: Readonly<Record<string, (...values: number[]) => number>> = {
  abs: Math.abs,
  exp: Math.exp,
  ln: Math.log,
  log10: Math.log10,
  log2: Math.log2,
  max: Math.max,
  min: Math.min,
  sinh: Math.sinh,
  sqrt: Math.sqrt,
  tanh: Math.tanh,
};

/** Constants that need not stand among the inputs. */
const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI };

/** The value, or a phrase that says why there is none. */
export type Evaluated =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly problem: string };

class NotArithmetic extends Error {}

const TOKEN = /\s*(?:(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_]\w*)|(?<symbol>[-+*/^(),]))/uy;

function tokensOf(formula: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const end = formula.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(formula);
    if (match === null) throw new NotArithmetic(`"${formula.slice(at).trim()}" is not arithmetic`);
    tokens.push(match[0].trim());
  }
  return tokens;
}

/**
 * Evaluate a formula with the values of its names.
 *
 * @param formula arithmetic as above
 * @param inputs value of each name
 */
export function evaluateFormula(formula: string, inputs: Readonly<Record<string, number>>): Evaluated {
  try {
    const tokens = tokensOf(formula);
    let at = 0;

    const take = (...symbols: string[]): string | undefined =>
      symbols.includes(tokens[at] ?? "") ? tokens[at++] : undefined;
    const expect = (symbol: string): void => {
      if (take(symbol) === undefined)
        throw new NotArithmetic(`"${symbol}" is missing before "${tokens[at] ?? "the end"}"`);
    };

    const sum = (): number => {
      let value = product();
      for (let sign = take("+", "-"); sign !== undefined; sign = take("+", "-"))
        value = sign === "+" ? value + product() : value - product();
      return value;
    };
    const product = (): number => {
      let value = signed();
      for (let sign = take("*", "/"); sign !== undefined; sign = take("*", "/"))
        value = sign === "*" ? value * signed() : value / signed();
      return value;
    };
    const signed = (): number => (take("-") === undefined ? power() : -signed());
    const power = (): number => {
      const base = atom();
      return take("^") === undefined ? base : base ** signed();
    };
    const atom = (): number => {
      const token = tokens[at++];
      if (token === undefined) throw new NotArithmetic("it ends where a value is expected");
      if (token === "(") {
        const value = sum();
        expect(")");
        return value;
      }
      if (/^[\d.]/u.test(token)) return Number(token);
      if (Object.hasOwn(FUNCTIONS, token) && take("(") !== undefined) {
        const values = [sum()];
        while (take(",") !== undefined) values.push(sum());
        expect(")");
        return FUNCTIONS[token]!(...values);
      }
      if (Object.hasOwn(inputs, token)) return inputs[token]!;
      if (Object.hasOwn(CONSTANTS, token)) return CONSTANTS[token]!;
      if (/^\w/u.test(token)) throw new NotArithmetic(`"${token}" is not among its inputs`);
      throw new NotArithmetic(`"${token}" stands where a value is expected`);
    };

    const value = sum();
    if (at < tokens.length) throw new NotArithmetic(`"${tokens[at]}" is not expected there`);
    return { ok: true, value };
  } catch (error) {
    if (error instanceof NotArithmetic) return { ok: false, problem: error.message };
    throw error;
  }
}
