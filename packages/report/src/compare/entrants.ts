import { createHash } from "node:crypto";
import { bestOf, frontOf } from "@neurofront/core";
import type { Accounting, ResolvedPart, ResolvedStudy, ResolvedTechnology } from "@neurofront/core";
import { searchName, verificationOf } from "../report-input.ts";
import type { ComparedArchive } from "./compared-archive.ts";
import type { Entrant, EntrantRun } from "./entrant.ts";

/** The entrants of a comparison under one accounting, and what a reader must know about them. */
export interface Entrants {
  readonly entrants: readonly Entrant[];
  /** Plain sentences: runs left out, searches that are not finished. */
  readonly notes: readonly string[];
}

interface Member {
  readonly archive: ComparedArchive;
  readonly technology: ResolvedTechnology;
}

/**
 * Technologies of several archives. Those that differ in nothing but the seed are one entrant with several runs; a second run of
 * the same seed is the same search again and is left out.
 */
export function entrantsOf(archives: readonly ComparedArchive[], accounting: Accounting): Entrants {
  const groups = new Map<string, Member[]>();
  const notes: string[] = [];
  for (const archive of archives) {
    for (const technology of archive.study.technologies) {
      const key = searchIdentity(archive.study, technology);
      const members = groups.get(key) ?? [];
      groups.set(key, members);
      const same = members.find((member) => member.archive.study.seed === archive.study.seed);
      if (same === undefined) members.push({ archive, technology });
      else
        notes.push(
          `${technology.name} of ${archive.label} is the search of ${same.archive.label} again (seed ${archive.study.seed}) and counts once.`,
        );
    }
  }
  const all = [...groups.values()];
  const shared = (name: string): boolean => all.filter(([first]) => first!.technology.name === name).length > 1;
  const entrants = all.map((members): Entrant => {
    const { technology, archive } = members[0]!;
    return {
      name: shared(technology.name) ? `${technology.name} (${archive.label})` : technology.name,
      title: technology.title,
      accounting,
      runs: members.map((member) => runOf(member, accounting)),
    };
  });
  for (const { archive, technology } of all.flat()) {
    const search = searchName(technology.name, accounting);
    const done = archive.candidates.filter((record) => record.search === search).length;
    const { evaluations } = archive.study.budget;
    // Without a free parameter one design is the whole search.
    if (done < evaluations && done !== 1)
      notes.push(`${search} of ${archive.label} holds ${done} of ${evaluations} candidates: its run is not finished.`);
  }
  return { entrants, notes };
}

function runOf({ archive, technology }: Member, accounting: Accounting): EntrantRun {
  const search = searchName(technology.name, accounting);
  const candidates = archive.candidates.filter((record) => record.search === search);
  const best = bestOf(candidates, archive.study.rank);
  const drawn = best && verificationOf(archive.verifications, best)?.assessment.monteCarlo;
  return {
    archive: archive.label,
    seed: archive.study.seed,
    search,
    candidates,
    front: frontOf(candidates),
    ...(best && { best }),
    ...(drawn && { drawn }),
  };
}

/** Everything that decides a search besides its seed: the technology as resolved, how it is searched, and the sources that compute. */
function searchIdentity(study: ResolvedStudy, technology: ResolvedTechnology): string {
  const { title: _, ...decisive } = technology;
  const plugins = new Set([
    "engine",
    study.optimizer.plugin,
    ...[technology.neuron, technology.synapse, technology.interconnect].flatMap((part) => pluginsOf(part)),
  ]);
  const sources = [...plugins].toSorted().map((plugin) => [plugin, study.sourceHashes[plugin]]);
  const text = JSON.stringify([
    decisive,
    study.variation,
    study.optimizer,
    study.budget,
    study.objectives,
    study.constraints,
    sources,
  ]);
  return createHash("sha256").update(text).digest("hex");
}

function pluginsOf({ plugin, effects }: ResolvedPart): string[] {
  return [plugin, ...Object.values(effects ?? {}).map((lender) => lender.plugin)];
}
