import { DatabaseSync } from "node:sqlite";
import { Archive } from "@neurofront/archive";
import { seal } from "../../cli/test/sealed-archive.ts";
import { syntheticInput } from "../../report/test/synthetic-candidates.ts";

/** Candidates of each search before they are multiplied; there are ten searches. */
const BASE = 200;

/** A hundred thousand candidates in all. */
const COPIES = 50;

/**
 * Write an archive in which each of 2,000 candidates stands many times, a little different each time.
 *
 * @returns how many of its candidates are feasible
 */
export function writeLargeArchive(path: string): number {
  const input = syntheticInput(undefined, BASE);
  const archive = Archive.create(path, input.study);
  archive.append(input.candidates);
  archive.close();
  const database = new DatabaseSync(path);
  const columns = database.prepare("SELECT name FROM pragma_table_info('candidate')").all() as { name: string }[];
  const values = columns.map(({ name }) => SCALED[name] ?? `"${name}"`);
  database.exec(`
    WITH RECURSIVE copy(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM copy WHERE k < ${COPIES - 1}),
      scaled AS (SELECT k, 1 + 0.004 * (k * 37 % ${COPIES} - ${COPIES / 2}) AS f FROM copy)
    INSERT INTO candidate (${columns.map(({ name }) => `"${name}"`).join(", ")})
      SELECT ${values.join(", ")} FROM candidate, scaled`);
  database.exec("BEGIN");
  seal(database);
  database.exec("COMMIT");
  database.close();
  const isFeasible = ({ violation, assessment }: (typeof input.candidates)[number]): boolean =>
    violation === 0 && assessment.status === "ok";
  return COPIES * input.candidates.filter((record) => isFeasible(record)).length;
}

/** What differs between the copies. */
const SCALED: Readonly<Record<string, string>> = {
  candidate: `candidate + ${BASE} * k`,
  energy_J: "energy_J * f",
  delay_s: "delay_s / f / f",
  objectives: "iif(status = 'ok', json_array((objectives ->> 0) * f, (objectives ->> 1) / f / f), objectives)",
};
