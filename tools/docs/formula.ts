/**
 * Formulas of the READMEs, which are written as plain text (`dw/dt = k (V / V_off - 1)^a`), as MathML. Browsers set it without
 * fonts or scripts.
 */

type Token =
  | { readonly kind: "name" | "number" | "operator" | "open" | "close" | "text"; readonly text: string }
  | { readonly kind: "end"; readonly text: "" };

const GREEK: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "alpha α beta β gamma γ delta δ epsilon ε eta η theta θ kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ phi φ chi χ psi ψ omega ω " +
    "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω hbar ħ"
  )
    .split(" ")
    .reduce<string[][]>((pairs, word, k, all) => (k % 2 === 0 ? [...pairs, [word, all[k + 1]!]] : pairs), []),
);
const FUNCTIONS = new Set(
  "exp ln log log2 log10 sin cos tan asin acos atan atan2 sinh cosh tanh sech erf erfc sqrt hypot max min abs floor Phi".split(
    " ",
  ),
);
/** From the loosest to the tightest; a product is written by standing side by side. */
const LOOSE = new Set([",", ";", "=", "<", ">", "<=", ">=", "~", "->", "...", ":"]);
const SHOWN: Readonly<Record<string, string>> = {
  "<=": "≤",
  ">=": "≥",
  "->": "→",
  "...": "…",
  "*": "·",
  "-": "−",
  "~": "≈",
};

const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d+)?(?:e[+-]?\d+)?|\.\d+)|(?<name>[A-Za-z][A-Za-z0-9]*'?(?:_(?:[A-Za-z0-9]+(?:\.\d+)?|\([^()]*\)))?)|(?<operator><=|>=|->|\.\.\.|[-+*/^=<>~,;:%|])|(?<open>[([{])|(?<close>[)\]}]))/uy;

/**
 * @param text one formula
 * @returns its MathML, or undefined where the text is none
 */
export function formulaMathml(text: string): string | undefined {
  const tokens = tokensOf(text);
  if (tokens === undefined || !isFormula(tokens)) return undefined;
  try {
    const parser = new Parser(tokens);
    return `<math displaystyle="true">${parser.everything()}</math>`;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; text.slice(at).trim() !== ""; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(text)?.groups;
    if (groups === undefined) return undefined;
    const [kind, found] = Object.entries(groups).find(([, value]) => value !== undefined)!;
    tokens.push({ kind: kind as "name", text: found });
  }
  return [...tokens, { kind: "end", text: "" }];
}

const PROSE = new Set("and at else for from in of or the to where with within".split(" "));

/** A formula has an operator, no word that only sentences have, and no two long words side by side. */
function isFormula(tokens: readonly Token[]): boolean {
  const isWord = (token: Token | undefined): boolean =>
    token?.kind === "name" && /^[a-z]{3,}$/u.test(token.text) && !FUNCTIONS.has(token.text) && !(token.text in GREEK);
  const isProse = tokens.some(
    (token, k) => PROSE.has(token.text) || (isWord(token) && (isWord(tokens[k + 1]) || isWord(tokens[k + 2]))),
  );
  return !isProse && tokens.some(({ kind, text }) => kind === "operator" && !",;:.".includes(text));
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** A method, so that the compiler does not take one token for the next. */
  #peek(): Token {
    return this.#tokens[this.#at]!;
  }

  #take(): Token {
    return this.#tokens[this.#at++]!;
  }

  /** Formulas with relations and commas between them, to the end. */
  everything(): string {
    const whole = this.#relations();
    if (this.#peek().kind !== "end") throw new SyntaxError(`"${this.#peek().text}" is left over`);
    return whole;
  }

  #relations(): string {
    const parts: string[] = [];
    while (this.#peek().kind !== "end" && this.#peek().kind !== "close") {
      const { text, kind } = this.#peek();
      parts.push(kind === "operator" && LOOSE.has(text) ? operator(this.#take().text) : this.#sum());
    }
    return row(parts);
  }

  #sum(): string {
    const parts: string[] = [];
    if (this.#peek().text === "-" || this.#peek().text === "+") parts.push(operator(this.#take().text));
    parts.push(this.#product());
    while (this.#peek().text === "+" || this.#peek().text === "-") {
      parts.push(operator(this.#take().text));
      // `G+` is the positive half of a pair.
      if (this.#peek().kind === "end" || this.#peek().kind === "close" || LOOSE.has(this.#peek().text)) break;
      parts.push(this.#product());
    }
    return row(parts);
  }

  /** What stands side by side, from left to right: a slash divides all before it by the one factor behind it. */
  #product(): string {
    let factors = [this.#power()];
    for (;;) {
      const { kind, text } = this.#peek();
      if (text === "/") {
        this.#take();
        const above = factors.length === 1 ? unfenced(factors[0]!) : row(factors);
        factors = [`<mfrac>${above}${unfenced(this.#power())}</mfrac>`];
      } else if (text === "*") {
        factors.push(operator(this.#take().text), this.#power());
      } else if (text === "%") {
        this.#take();
        factors.push("<mi>%</mi>");
      } else if (kind === "name" || kind === "number" || kind === "open") {
        factors.push(THIN, this.#power());
      } else return row(factors);
    }
  }

  #power(): string {
    const base = this.#factor();
    if (this.#peek().text !== "^") return base;
    this.#take();
    const sign = this.#peek().text === "-" ? operator(this.#take().text) : "";
    return `<msup>${base}${row([sign, unfenced(this.#factor())])}</msup>`;
  }

  #factor(): string {
    const token = this.#take();
    if (token.kind === "number") return numberText(token.text);
    if (token.kind === "open") return this.#fenced(token.text);
    if (token.text === "|") return this.#magnitude();
    if (token.kind !== "name") throw new SyntaxError(`"${token.text}" is no factor`);
    if (!FUNCTIONS.has(token.text) || this.#peek().kind !== "open") return nameText(token.text);
    const open = this.#take().text;
    const inner = this.#fenced(open);
    if (token.text === "sqrt") return `<msqrt>${unfenced(inner)}</msqrt>`;
    const raised = this.#peek().text === "^" ? this.#take().text : "";
    if (raised !== "") return `<msup><mrow>${named(token.text)}${inner}</mrow>${unfenced(this.#factor())}</msup>`;
    return `<mrow>${named(token.text)}<mo>&#x2061;</mo>${inner}</mrow>`;
  }

  #fenced(open: string): string {
    const inner = this.#relations();
    const close = this.#take();
    if (close.kind !== "close") throw new SyntaxError(`"${open}" is not closed`);
    // Without a font for formulas browsers stretch badly, so only what is tall is stretched.
    const fence = inner.includes("<mfrac>") ? "<mo>" : '<mo stretchy="false">';
    return `<mrow>${fence}${open}</mo>${inner}${fence}${close.text}</mo></mrow>`;
  }

  #magnitude(): string {
    const inner = this.#sum();
    if (this.#take().text !== "|") throw new SyntaxError("a magnitude is not closed");
    return `<mrow><mo>|</mo>${inner}<mo>|</mo></mrow>`;
  }
}

const THIN = '<mspace width="0.17em"/>';

const named = (name: string): string => (name in GREEK ? nameText(name) : `<mi mathvariant="normal">${name}</mi>`);

/** Parentheses that a fraction, a root or an exponent makes needless. */
function unfenced(markup: string): string {
  const match =
    /^<mrow><mo(?: stretchy="false")?>\(<\/mo>(?<inner>.*)<mo(?: stretchy="false")?>\)<\/mo><\/mrow>$/u.exec(markup);
  return match === null || !isBalanced(match.groups!["inner"]!) ? markup : match.groups!["inner"]!;
}

/** Whether the outermost parentheses belong together. */
function isBalanced(markup: string): boolean {
  let depth = 0;
  for (const [tag] of markup.matchAll(/<\/?mrow>/gu)) {
    depth += tag === "<mrow>" ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function row(parts: readonly string[]): string {
  const shown = parts.filter((part) => part !== "");
  return shown.length === 1 ? shown[0]! : `<mrow>${shown.join("")}</mrow>`;
}

function operator(text: string): string {
  return `<mo>${(SHOWN[text] ?? text).replace("<", "&lt;").replace(">", "&gt;")}</mo>`;
}

/** `1.388e-4` is a power of ten. */
function numberText(text: string): string {
  const [mantissa, exponent] = text.split("e");
  if (exponent === undefined) return `<mn>${text}</mn>`;
  const power = `<msup><mn>10</mn><mn>${exponent.replace("-", "−").replace("+", "")}</mn></msup>`;
  return mantissa === "1" ? power : `<mrow><mn>${mantissa}</mn><mo>×</mo>${power}</mrow>`;
}

/** `K_eff`, `mu0`, `T'`: a symbol, an index, a prime. */
function nameText(text: string): string {
  const [head, index] = text.split("_") as [string, string | undefined];
  const primed = head.endsWith("'");
  const bare = primed ? head.slice(0, -1) : head;
  const match = /^(?<letters>[A-Za-z]+?)(?<digits>\d*)$/u.exec(bare);
  const letters = match?.groups?.["letters"] ?? bare;
  const isSymbol = letters in GREEK || letters.length <= 2;
  const digits = isSymbol ? (match?.groups?.["digits"] ?? "") : "";
  const symbol = isSymbol ? (GREEK[letters] ?? letters) : bare;
  const indices = [digits, (index ?? "").replaceAll(/[()]/gu, "")].filter((part) => part !== "");
  const body = `<mi>${symbol}</mi>`;
  const indexed = indices.length === 0 ? body : `<msub>${body}${indexText(indices.join(","))}</msub>`;
  return primed ? `<msup>${indexed}<mo>′</mo></msup>` : indexed;
}

function indexText(index: string): string {
  return /^\d+$/u.test(index) ? `<mn>${index}</mn>` : `<mi>${GREEK[index] ?? index}</mi>`;
}

/** A line of a README's equations: formulas and words in columns, with two spaces or more between them. */
export function equationLine(line: string, escape: (text: string) => string): string {
  const parts = line
    .trim()
    .replaceAll(/ {2,}(?=[=<>~])|(?<= =) {2,}/gu, " ")
    .split(/ {2,}/u)
    .map((part) => partMarkup(part, escape));
  // A line of one part must not widen the first column of the others.
  return parts.map((part) => (parts.length === 1 ? `<td colspan="9">${part}</td>` : `<td>${part}</td>`)).join("");
}

/** A formula, a formula and the words behind it, or words. */
function partMarkup(part: string, escape: (text: string) => string): string {
  const whole = formulaMathml(part);
  if (whole !== undefined) return whole;
  const { formula, words } =
    /^(?<formula>.*?\S)(?<words> (?:at|device|for|where|with|within) .*)$/u.exec(part)?.groups ?? {};
  const begin = formula === undefined ? undefined : formulaMathml(formula);
  return begin === undefined ? `<span>${escape(part)}</span>` : `${begin}<span>${escape(words!)}</span>`;
}
