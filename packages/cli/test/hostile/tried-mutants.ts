import { readdirSync } from "node:fs";
import fc from "fast-check";
import type { Catalog } from "@neurofront/study";
import { mutants, mutatedText } from "./mutated-text.ts";
import { triedStudy } from "./tried-study.ts";

/** Longest time that one mutant may take; most take under a millisecond. */
const PATIENCE_MS = 5000;

/** How many mutants ended in which way. */
export interface Tally {
  legal: number;
  refused: number;
}

/**
 * Try mutants of studies: each is legal or refused by a StudyError, within a bounded time, writes nothing, and leaves the prototypes
 * alone.
 *
 * @throws Error by the first mutant that does not, shrunk, with its text
 */
export async function tryMutants(
  originals: readonly object[],
  count: number,
  seed: number,
  folder: string,
  catalog: Catalog,
): Promise<Tally> {
  const tally: Tally = { legal: 0, refused: 0 };
  const before = everything(folder);
  await fc.assert(
    fc.asyncProperty(mutants(originals.length), async ({ original, mutations }) => {
      const text = mutatedText(originals[original], mutations);
      const { end, message, time_ms } = await triedStudy(text, folder, catalog);
      const problem =
        end === "crashed"
          ? message
          : time_ms > PATIENCE_MS
            ? `took ${time_ms} ms`
            : message.length > 200_000
              ? `has a message of ${message.length} characters`
              : Object.keys(Object.prototype).length > 0
                ? "changed the prototype of all objects"
                : undefined;
      if (problem !== undefined || end === "crashed") throw new Error(`${problem}\n${text.slice(0, 2000)}`);
      tally[end]++;
    }),
    { numRuns: count, seed },
  );
  if (everything(folder) !== before) throw new Error(`mutants wrote into ${folder}`);
  return tally;
}

function everything(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted().join();
}
