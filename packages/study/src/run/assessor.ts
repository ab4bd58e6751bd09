import type { Assessment } from "@neurofront/core";
import { assessCandidate } from "@neurofront/system";
import type { AssessedCandidate, AssessmentContext, TechnologyModels } from "@neurofront/system";
import { assessmentContexts } from "../assessment-context.ts";
import type { RunnableStudy } from "../resolve.ts";
import { ModelError } from "./model-error.ts";
import type { AssessmentAnswer, AssessmentRequest } from "./work.ts";

/** Candidates kept ready for more chips: those of a batch. */
const READY = 64;

const NO_CHIPS = { clean: new Float64Array(), test: new Float64Array() };

/**
 * The computer of a study's requests. It keeps the last candidates ready, so that more chips of one of them cost only the chips;
 * what it answers does not depend on that.
 *
 * Its answer throws a ModelError when a model throws or gives a metric without a value.
 */
export function assessor(
  runnable: Pick<RunnableStudy, "resolved" | "workload" | "trainings" | "models">,
): (request: AssessmentRequest) => AssessmentAnswer {
  const contextOf = assessmentContexts(runnable);
  const ready = new Map<string, AssessedCandidate>();
  return (request) => {
    const key = `${request.search} ${request.candidate} ${JSON.stringify(request.design)}`;
    const models = runnable.models.get(request.technology)!;
    const candidate = ready.get(key) ?? assessed(request, models, contextOf(request.design));
    ready.delete(key);
    ready.set(key, candidate);
    if (ready.size > READY) ready.delete(ready.keys().next().value!);
    const { from, to } = request.chips;
    const chips = from === to || candidate.drawChips === undefined ? NO_CHIPS : drawn(request, models, candidate);
    return { assessment: candidate.assessment, chips };
  };
}

function assessed(request: AssessmentRequest, models: TechnologyModels, context: AssessmentContext): AssessedCandidate {
  const candidate = named(request, models, () => assessCandidate(models, request.design, request.accounting, context));
  checkFinite(request, models, candidate.assessment);
  return candidate;
}

function drawn(
  request: AssessmentRequest,
  models: TechnologyModels,
  candidate: AssessedCandidate,
): AssessmentAnswer["chips"] {
  const chips = named(request, models, () => candidate.drawChips!(request.chips));
  if (![...chips.clean, ...chips.test].every(Number.isFinite))
    throw new ModelError(
      `technology "${request.technology}" (${namesOf(models)}) gave a chip without an accuracy for candidate ${request.candidate} of ${request.search}\n` +
        `design: ${JSON.stringify(request.design)}`,
    );
  return chips;
}

/** What a model throws, with the names of all who took part. */
function named<Result>(request: AssessmentRequest, models: TechnologyModels, compute: () => Result): Result {
  try {
    return compute();
  } catch (error) {
    throw new ModelError(
      `a model of technology "${request.technology}" (${namesOf(models)}) failed on candidate ${request.candidate} of ${request.search}: ` +
        `${error instanceof Error ? error.message : String(error)}\ndesign: ${JSON.stringify(request.design)}`,
      { cause: error },
    );
  }
}

function checkFinite(request: AssessmentRequest, models: TechnologyModels, assessment: Assessment): void {
  for (const [metric, value] of Object.entries(assessment.metrics))
    if (!Number.isFinite(value))
      throw new ModelError(
        `technology "${request.technology}" (${namesOf(models)}) gave ${metric} = ${value} for candidate ${request.candidate} of ${request.search}; ` +
          `a design without an answer must be "impossible"\ndesign: ${JSON.stringify(request.design)}`,
      );
}

function namesOf({ neuron, synapse, interconnect }: TechnologyModels): string {
  return `${neuron.id}, ${synapse.id}, ${interconnect.id}`;
}
