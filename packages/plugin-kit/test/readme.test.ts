import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { RULES_BY_ROLE } from "./rules-by-role.ts";

const readme = readFileSync(join(import.meta.dirname, "..", "README.md"), "utf8");

/** Rows of the table, without the padding of the formatter. */
function rowsOf(markdown: string): string[] {
  const table = markdown.slice(markdown.search(/\| rule\s/u)).split("\n\n")[0]!;
  return table
    .split("\n")
    .slice(2)
    .map((row) => row.replaceAll(/\s+/gu, " ").trim())
    .filter((row) => row !== "");
}

it("the table of the README is the rules of the code", () => {
  const roles = new Map<string, { law: string; roles: string[] }>();
  for (const [role, rules] of Object.entries(RULES_BY_ROLE)) {
    for (const { code, law } of rules) {
      const known = roles.get(code);
      if (known === undefined) roles.set(code, { law, roles: [role] });
      else known.roles.push(role);
      expect(roles.get(code)!.law, `one law for ${code}`).toBe(law);
    }
  }
  const expected = [...roles].map(([code, { law, roles: of }]) => {
    const who = of.length === Object.keys(RULES_BY_ROLE).length - 1 ? "every model" : of.join(", ");
    return `| \`${code}\` | ${who} | ${law} |`;
  });
  expect(rowsOf(readme)).toEqual(expected);
});
