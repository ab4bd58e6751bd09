import type { CandidateRecord, CornerAssessment } from "@neurofront/core";
import type { ReportInput } from "../src/report-input.ts";
import { broken, violated } from "./records.ts";
import { syntheticInput } from "./synthetic-candidates.ts";
import { withModels } from "./synthetic-exploration.ts";
import { syntheticStudy } from "./synthetic-study.ts";

/** The same candidates with what they are worth at two corners; one is too much for the first technology. */
function withCorners(input: ReportInput): ReportInput {
  const at = ({ assessment, search }: CandidateRecord, name: string, factor: number): CornerAssessment => {
    const isLost = name === "hot" && search.startsWith("dwm/");
    const { edp, accuracy } = assessment.metrics;
    return {
      name,
      temperature_K: 358,
      supplyFactor: factor,
      inputVoltageFactor: 1,
      status: isLost ? "impossible" : "ok",
      metrics: isLost ? {} : { edp: edp! / factor, accuracy: accuracy! * factor },
      violations: [],
    };
  };
  const candidates = input.candidates.map((record): CandidateRecord =>
    record.assessment.status === "impossible"
      ? record
      : {
          ...record,
          assessment: { ...record.assessment, corners: [at(record, "hot", 0.9), at(record, "high supply", 1.05)] },
        },
  );
  return { ...input, candidates };
}

const study = syntheticStudy({ accounting: ["full"] });

/** Every figure kind under one accounting, in the order of the page. */
export const ALL_FIGURES = [
  "energy-delay-full",
  "ledger",
  "accuracy-voltage-full",
  "accuracy-current-full",
  "chips-full",
  "variation",
  "parallel-full",
  "accounting-steps",
  "corners-edp-full",
  "corners-accuracy-full",
  "arrays",
  "view-dwm-neuron-trajectory",
  "rules-full",
  "limits-full",
  "elasticities-full",
  "tornado-full",
  "sobol-full",
  "map-full",
  "convergence-full",
] as const;

/** What is left when no design is feasible: nothing has a best design, a front or a course. */
export const WITHOUT_FEASIBLE = [
  "energy-delay-full",
  "accuracy-voltage-full",
  "accuracy-current-full",
  "parallel-full",
  "rules-full",
] as const;

/** A study in which one technology has no candidate at all. */
export function emptyTechnology(): ReportInput {
  const input = withCorners(syntheticInput(study, 40));
  return withModels({ ...input, candidates: input.candidates.filter(({ search }) => search !== "lsv/full") });
}

/** A study in which every candidate breaks a rule. */
export function allInfeasible(): ReportInput {
  const input = withCorners(syntheticInput(study, 40));
  const candidates = input.candidates.map((record): CandidateRecord =>
    record.assessment.status === "impossible" ? record : broken(record, violated("walker-breakdown", 0.2)),
  );
  return withModels({ ...input, candidates, verifications: [] });
}

/** A study with one candidate, a feasible one of the first technology. */
export function onePoint(): ReportInput {
  const input = withCorners(syntheticInput(study, 60));
  const record = input.candidates.find(({ violation, search }) => violation === 0 && search === "dwm/full")!;
  const only = { ...record, candidate: 0 };
  const verifications = input.verifications.slice(0, 1).map((each) => ({ ...each, search: only.search, candidate: 0 }));
  return withModels({ ...input, candidates: [only], verifications });
}

/** A study of which one technology has a parameter with a long name. */
export function longName(): ReportInput {
  const made = JSON.stringify(syntheticInput(study, 40)).replaceAll('"fingers"', '"transconductanceOfTheSecondStage"');
  return withModels(withCorners(JSON.parse(made) as ReportInput));
}

/** A study of 100,000 candidates. */
export function hundredThousand(): ReportInput {
  return withModels(withCorners(syntheticInput(study, 20_000)));
}
