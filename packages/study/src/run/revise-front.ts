import { nonDominated, rungOf } from "@neurofront/core";
import type { CandidateRecord } from "@neurofront/core";
import type { Assessed } from "./assess-batch.ts";
import { assessHigher } from "./assess-batch.ts";
import { assessGroup } from "./assess-group.ts";
import type { SearchSetting } from "./assess-group.ts";
import { eliteChips } from "./chip-schedule.ts";
import { costsOf, standingAt } from "./promotion.ts";
import type { SearchState } from "./search-state.ts";
import type { Work } from "./work.ts";

/**
 * Draw other chips of the members of the front that were chosen by the chips of the search: those that were only lucky with these
 * drop out (rolling re-evaluation of elites: J. E. Fieldsend, R. M. Everson, IEEE Trans. Evol. Comput. 19, 103 (2015)). From then on
 * a member is judged by the other chips alone, which are the same for all members.
 *
 * @returns nothing where every member has had them, or the study needs no chips
 */
export function* drawElites(setting: SearchSetting, state: SearchState): Work<Assessed> {
  const allotment = eliteChips(setting.study);
  const members = allotment.most === 0 ? [] : state.front().filter((record) => !isElite(record));
  const answers = yield* assessGroup(setting, members.map(entrantOf), allotment);
  return { records: answers.map(({ record }) => record), samples: answers.flatMap(({ sample }) => sample ?? []) };
}

/** Whether a candidate is judged by the chips of elites. */
function isElite({ assessment }: CandidateRecord): boolean {
  return assessment.monteCarlo?.sampling?.purpose === "elite";
}

function entrantOf({ candidate, coordinates, design, assessment }: CandidateRecord) {
  const { fidelity, lower = [] } = assessment;
  return { candidate, coordinates, design, ...(fidelity === undefined ? {} : { fidelity }), lower };
}

/**
 * Take to the next fidelity those that are on the front of a lower one and have stayed there, as far as the budget goes: the lowest
 * such fidelity first.
 *
 * @param left of the budget
 */
export function* promoteFront(setting: SearchSetting, state: SearchState, left: number): Work<Assessed> {
  const costs = costsOf(setting.search.technology.fidelities);
  for (let rung = 0; rung + 1 < costs.length; rung++) {
    const standings = state.records.flatMap((record) => standingAt(record, rung) ?? []);
    const front = nonDominated(
      standings.filter(({ isPossible, violation }) => isPossible && violation === 0),
      ({ objectives }) => objectives,
    );
    const waiting = front
      .map(({ candidate }) => state.record(candidate))
      .filter((record) => rungOf(record) === rung)
      .slice(0, Math.floor(left / costs[rung + 1]!));
    if (waiting.length > 0) return yield* assessHigher(setting, state, waiting);
  }
  return { records: [], samples: [] };
}
