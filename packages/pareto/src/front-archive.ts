import { NdTree } from "./nd-tree.ts";
import { Staircase } from "./staircase.ts";

/** The non-dominated points among all that were added, without a bound on their number. */
export interface FrontArchive {
  readonly size: number;
  /**
   * @param objectives minimised and finite
   * @returns true when no earlier point is as good in all objectives; the points it dominates are gone
   */
  add(objectives: ArrayLike<number>, id: number): boolean;
  /** The ids of the points, in an order that depends on what was added and on nothing else. */
  ids(): number[];
}

/** An archive in the structure that suits the number of objectives: staircase for one and two, ND-tree above. */
export function createFrontArchive(objectiveCount: number): FrontArchive {
  if (objectiveCount <= 2) {
    const staircase = new Staircase();
    return {
      get size() {
        return staircase.size;
      },
      add: (objectives, id) => staircase.add(objectives[0]!, objectives[1] ?? 0, id),
      ids: () => Array.from(staircase.entries(), ([, , id]) => id),
    };
  }
  const tree = new NdTree(objectiveCount);
  return {
    get size() {
      return tree.size;
    },
    add: (objectives, id) => tree.add(objectives, id),
    ids: () => tree.ids(),
  };
}
