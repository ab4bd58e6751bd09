import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInThisContext } from "node:vm";
import { parseStudy } from "@neurofront/study";
import { expect, it } from "vitest";
import { composeCatalog } from "../src/composition.ts";

setFlagsFromString("--allow-natives-syntax");
const isFast = runInThisContext("(object) => %HasFastProperties(object)") as (object: object) => boolean;

/** V8 has room for 1536 shapes that begin with different members, for each number of members that a literal has. */
function newLiterals(members: number): object[] {
  return Array.from({ length: 100 }, (_literal, literal) => {
    const names = Array.from({ length: members }, (_member, member) => `member${member}of${members}in${literal}`);
    const make = runInThisContext(`(value) => ({ ${names.map((name) => `${name}: value`).join(", ")} })`) as (
      value: number,
    ) => object;
    return make(0.5);
  });
}

it("checking a study of many models leaves room for shapes of objects that are new", () => {
  const study = readFileSync(join(import.meta.dirname, "../../../studies/memristor-choice.json"), "utf8");
  parseStudy(study, "memristor-choice.json", composeCatalog());
  const slow = [1, 2, 3, 4, 5, 6, 7, 8].filter((members) => !newLiterals(members).every(isFast));
  expect(slow).toStrictEqual([]);
});
