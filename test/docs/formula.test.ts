import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { equationLine, formulaMathml } from "../../tools/docs/formula.ts";

const root = join(import.meta.dirname, "../..");

/** What the markup says, without its tags: fractions as `{a}/{b}`, powers as `a^{b}`, indices as `a_{b}`. */
function spoken(markup: string): string {
  let text = markup;
  const leaf = /<(?<tag>mi|mn|mo)[^>]*>(?<inner>[^<]*)<\/\k<tag>>/gu;
  text = text.replaceAll(leaf, "⟦$<inner>⟧").replaceAll(/<mspace[^>]*>/gu, "");
  const one = "(⟦[^⟦⟧]*⟧)";
  const shapes: readonly (readonly [tag: string, count: 1 | 2, shown: string])[] = [
    ["mfrac", 2, "{$1}/{$2}"],
    ["msup", 2, "$1^{$2}"],
    ["msub", 2, "$1_{$2}"],
    ["msqrt", 1, "sqrt{$1}"],
  ];
  for (let before = ""; before !== text;) {
    before = text;
    text = text.replaceAll(
      /<mrow>((?:⟦[^⟦⟧]*⟧)*)<\/mrow>/gu,
      (_, inner: string) => `⟦${inner.replaceAll(/[⟦⟧]/gu, "")}⟧`,
    );
    for (const [tag, count, shown] of shapes)
      text = text.replaceAll(
        new RegExp(`<${tag}>${one.repeat(count)}</${tag}>`, "gu"),
        (_, ...parts: string[]) =>
          `⟦${shown.replaceAll(/\$(?<k>[12])/gu, (_all, k: string) => parts[Number(k) - 1]!.replaceAll(/[⟦⟧]/gu, ""))}⟧`,
      );
  }
  return text.replaceAll(/<\/?math[^>]*>|[⟦⟧]/gu, "").replaceAll("&#x2061;", "");
}

it.each([
  ["K_eff = K_u - mu0 Ms^2 (N_z - N_y) / 2", "K_{eff}=K_{u}−{μ_{0}Ms^{2}(N_{z}−N_{y})}/{2}"],
  ["tau = (1 + alpha^2) Delta / hypot(AS, alpha AD)", "τ={(1+α^{2})Δ}/{hypot(AS,αAD)}"],
  ["sigma_q = sqrt(kT / kappa)", "σ_{q}=sqrt{{kT}/{κ}}"],
  ["E_b / kT (e^(2 y) - 1)", "{E_{b}}/{kT}(e^{2y}−1)"],
  ["x = (a) / (b - c)", "x={a}/{b−c}"],
  ["dg/dt = -nu0 exp(-Ea / kT')", "{dg}/{dt}=−ν_{0}exp(−{Ea}/{kT^{′}})"],
  ["N2 = 1.388e-4 l^3 + 7.063e-3", "N_{2}=1.388×10^{−4}l^{3}+7.063×10^{−3}"],
  ["nu = |N(mu, s)|", "ν=|N(μ,s)|"],
  ["a / 2 b", "{a}/{2}b"],
])("%s", (formula, expected) => {
  expect(spoken(formulaMathml(formula)!)).toBe(expected);
});

describe("what is no formula", () => {
  it.each(["device to device", "levels", "write energy = C V^2 at the gate", "x = (a", "`name` = 3", ""])(
    "%s",
    (text) => {
      expect(formulaMathml(text)).toBeUndefined();
    },
  );

  it("stays text in a line, and is escaped", () => {
    const escape = (text: string): string => text.replaceAll("<", "&lt;");
    expect(equationLine("    G = I / V   where I <b>", escape)).toMatch(
      /^<td><math.*<\/math><\/td><td><span>where I &lt;b><\/span><\/td>$/u,
    );
  });
});

it("sets a formula before words", () => {
  expect(equationLine("nu = |n| device to device", (text) => text)).toMatch(
    /^<td colspan="9"><math.*<\/math><span> device to device<\/span><\/td>$/u,
  );
});

it("sets nearly every line of equations in the READMEs", () => {
  let set = 0;
  let plain = 0;
  for (const file of globSync("plugins/*/README.md", { cwd: root })) {
    let isFenced = false;
    for (const line of readFileSync(join(root, file), "utf8").split("\n")) {
      if (line.startsWith("```")) isFenced = !isFenced;
      if (isFenced || !/^ {4}\S/u.test(line) || !line.includes("=")) continue;
      if (equationLine(line, (text) => text).includes("<math")) set++;
      else plain++;
    }
  }
  expect(set).toBeGreaterThan(60);
  // Sums and conditions that are written in words.
  expect(plain / (set + plain)).toBeLessThan(0.15);
});
