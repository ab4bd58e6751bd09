import type { RandomStream } from "@neurofront/core";

/** Share of the way to the frequencies among the selected that the chances go in one generation. */
const RATE = 0.1;
/** Chance that a design has every category where it is most likely, once all others are at their margin. */
const LEAST_SAME = 0.73;

/**
 * Independent chances of the parts of every category, moved towards those that the better designs have (population-based
 * incremental learning, Baluja, report CMU-CS-94-163 (1994)), none below a margin (as Hamano et al., GECCO 2024, 656), so that
 * no part is lost for good.
 */
export class CategoryDistribution {
  readonly #chances: Float64Array[];

  /** @param counts parts of each category, at least 2 */
  constructor(counts: readonly number[]) {
    this.#chances = counts.map((count) => new Float64Array(count).fill(1 / count));
  }

  draw(random: RandomStream): number[] {
    return this.#chances.map((chances) => {
      let rest = random.uniform();
      const part = chances.findIndex((chance) => (rest -= chance) < 0);
      return part < 0 ? chances.length - 1 : part;
    });
  }

  /** @param selected parts of the better designs, best first, with weights that sum to 1 */
  adapt(selected: readonly (readonly number[])[], weights: Float64Array): void {
    for (const [k, chances] of this.#chances.entries()) {
      for (let part = 0; part < chances.length; part++) chances[part]! *= 1 - RATE;
      for (const [rank, parts] of selected.entries()) chances[parts[k]!]! += RATE * weights[rank]!;
      const least = (1 - LEAST_SAME ** (1 / this.#chances.length)) / (chances.length - 1);
      keepAbove(chances, Math.min(least, 1 / chances.length));
    }
  }
}

/** Raises chances to the margin at the cost of what the others have above it. */
function keepAbove(chances: Float64Array, least: number): void {
  let raised = 0;
  let spare = 0;
  for (const chance of chances) {
    if (chance < least) raised += least - chance;
    else spare += chance - least;
  }
  if (raised === 0) return;
  const kept = 1 - raised / spare;
  for (const [part, chance] of chances.entries())
    chances[part] = chance < least ? least : least + kept * (chance - least);
}
