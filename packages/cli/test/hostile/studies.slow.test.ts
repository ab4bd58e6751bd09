import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { testFolder } from "../test-folder.ts";
import { BASE_STUDIES, writeNamedFiles } from "./base-studies.ts";
import { tryMutants } from "./tried-mutants.ts";
import { catalogForMutants } from "./tried-study.ts";

const folder = join(testFolder(), "studies");
mkdirSync(folder);
writeNamedFiles(folder);

describe("100,000 mutants of studies", () => {
  const catalog = catalogForMutants();

  it("each is legal or refused", async () => {
    const { legal, refused } = await tryMutants(BASE_STUDIES.slice(0, 2), 100_000, 2, folder, catalog);
    expect(legal + refused).toBe(100_000);
    expect(legal).toBeGreaterThan(1000);
  });

  // A measured device makes a catalog and a schema of its own, which takes a hundred times longer.
  it("so is each of those that read files", async () => {
    const { legal, refused } = await tryMutants(BASE_STUDIES.slice(2), 20, 3, folder, catalog);
    expect(legal + refused).toBe(20);
  });
});
