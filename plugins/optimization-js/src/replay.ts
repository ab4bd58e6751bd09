/** Thrown through the library when it wants values that are not known yet. */
class Unknown {
  readonly points: readonly (readonly number[])[];

  constructor(points: readonly (readonly number[])[]) {
    this.points = points;
  }
}

/** How a procedure gets values; several points at once where it knows them at once. */
export type Evaluate = (points: readonly (readonly number[])[]) => readonly number[];

/** Where a replay stopped: at points whose values it wants, or at its end. */
export type Stop = { readonly wants: readonly (readonly number[])[] } | { readonly wants: undefined };

/**
 * Run a synchronous procedure that asks for values, with the values known so far, in the order in which it asks. It must do the
 * same whenever it is given the same. It is broken off where a value is missing, and told again from the start the next time, so n
 * values cost it n^2 / 2 questions.
 */
export function replay(known: readonly number[], procedure: (evaluate: Evaluate) => void): Stop {
  let used = 0;
  try {
    procedure((points) => {
      if (used + points.length > known.length) throw new Unknown(points.map((point) => [...point]));
      const values = known.slice(used, used + points.length);
      used += points.length;
      return values;
    });
  } catch (stopped) {
    if (!(stopped instanceof Unknown)) throw stopped;
    return { wants: stopped.points };
  }
  return { wants: undefined };
}
