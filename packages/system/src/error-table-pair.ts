import { lookUp, tabulateError } from "./error-table.ts";
import type { ErrorTable } from "./error-table.ts";

type ErrorProbability = (netCurrent_A: number) => number;

/**
 * The tables of two error probabilities that are often the same one; the same object twice where they are.
 *
 * Every point at which a refinement asks becomes a knot, and which one it asks next depends on the answers alone. So as long as the
 * second curve agrees with the first, its own refinement asks the same points in the same order; where it agrees at all of them, its
 * table is the first one's. A curve that differs somewhere is refined on its own, and is asked nowhere twice.
 *
 * @param limit_A as {@link tabulateError} has it
 * @param scale_A as {@link tabulateError} has it
 */
export function tabulatePair(
  first: ErrorProbability,
  second: ErrorProbability,
  limit_A: number,
  scale_A: number,
): readonly [ErrorTable, ErrorTable] {
  let agreed = 0;
  let differing: number | undefined;
  const table = tabulateError(
    (netCurrent_A) => {
      const p = first(netCurrent_A);
      if (differing === undefined) {
        const other = second(netCurrent_A);
        if (other === p) agreed++;
        else differing = other;
      }
      return p;
    },
    limit_A,
    scale_A,
  );
  if (differing === undefined) return [table, table];
  let asked = 0;
  const own = tabulateError(
    (netCurrent_A) => {
      const turn = asked++;
      if (turn < agreed) return lookUp(table, netCurrent_A);
      return turn === agreed ? differing! : second(netCurrent_A);
    },
    limit_A,
    scale_A,
  );
  return [table, own];
}
