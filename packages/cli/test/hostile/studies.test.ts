import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { testFolder } from "../test-folder.ts";
import { BASE_STUDIES, writeNamedFiles } from "./base-studies.ts";
import { REGRESSIONS } from "./regressions.ts";
import { tryMutants } from "./tried-mutants.ts";
import { catalogForMutants, triedStudy } from "./tried-study.ts";

const patience_ms = 60_000;
const folder = join(testFolder(), "studies");
mkdirSync(folder);
writeNamedFiles(folder);
writeFileSync(join(folder, "../secret.csv"), "current [uA],delay [ns],energy [fJ]\n1,1,1\n2,2,2\n3,3,3\n");
const catalog = catalogForMutants();

describe("studies from anyone", () => {
  it.each(BASE_STUDIES.map((study, k) => [k, study] as const))(
    "original %i of the mutants is legal",
    async (_, study) => {
      const outcome = await triedStudy(JSON.stringify(study), folder, catalog);
      expect(outcome.message).toBe("");
      expect(outcome.end).toBe("legal");
    },
    patience_ms,
  );

  it.each(REGRESSIONS)(
    "refuses %s within seconds",
    async (_, text, message) => {
      const outcome = await triedStudy(text(), folder, catalog);
      expect(outcome.message.slice(0, 20_000)).toMatch(message);
      expect(outcome.end).toBe("refused");
      // Each took minutes or overflowed the stack; now they take 0.1 to 0.5 s.
      expect(outcome.time_ms).toBeLessThan(10_000);
    },
    patience_ms,
  );

  it(
    "refuses mutants, or finds them legal, and does nothing else",
    async () => {
      const { legal, refused } = await tryMutants(BASE_STUDIES.slice(0, 2), 1000, 1, folder, catalog);
      expect(legal + refused).toBe(1000);
      // Mutants that are all refused at the door would try only the door.
      expect(legal).toBeGreaterThan(10);
    },
    patience_ms,
  );

  it.each(["../secret.csv", "data/../../secret.csv", "/etc/passwd", "data\\..\\..\\secret.csv", "data", "\u0000"])(
    "reads no measured points at %j",
    async (file) => {
      const study = structuredClone(BASE_STUDIES[2]) as { measured: { relay: { file: string } } };
      study.measured.relay.file = file;
      const { end, message } = await triedStudy(JSON.stringify(study), folder, catalog);
      expect(end).toBe("refused");
      expect(message).toContain("/measured/relay/file names");
    },
    patience_ms,
  );
});
