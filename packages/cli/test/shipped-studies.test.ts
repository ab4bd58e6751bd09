import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { main } from "../src/main.ts";

const studies = join(import.meta.dirname, "../../../studies");
const shipped = readdirSync(studies).filter((file) => file.endsWith(".json") && !file.endsWith(".schema.json"));

it.each(shipped)("%s is a legal study", async (file) => {
  let out = "";
  let err = "";
  const code = await main(["validate", join(studies, file)], {
    out: { write: (text: string) => (out += text) },
    err: { write: (text: string) => (err += text) },
    interactive: false,
    width: 120,
  });
  expect(err).toBe("");
  expect(code).toBe(0);
  expect(out).toContain("is a legal study");
});
