import { assessCandidate } from "@neurofront/system";
import type { AssessedCandidate, TechnologyModels } from "@neurofront/system";
import { assessmentContexts } from "../assessment-context.ts";
import type { RunnableStudy } from "../resolve.ts";
import { requireForm } from "./answer-form.ts";
import { failedAnswer } from "./model-failure.ts";
import { modelNames } from "./model-names.ts";
import type { AssessmentAnswer, AssessmentRequest } from "./work.ts";

/** Candidates kept ready for more chips: those of a batch. */
const READY = 64;

const NO_CHIPS = { clean: new Float64Array(), test: new Float64Array() };

/**
 * The computer of a study's requests. It keeps the last candidates ready, so that more chips of one of them cost only the chips;
 * what it answers does not depend on that.
 *
 * Where a model throws, changes what it was given, or gives what is no answer, the answer says so and names it.
 */
export function assessor(
  runnable: Pick<RunnableStudy, "resolved" | "workload" | "trainings" | "models">,
): (request: AssessmentRequest) => AssessmentAnswer {
  const contextOf = assessmentContexts(runnable);
  const ready = new Map<string, AssessedCandidate>();
  const assessedBy = (models: TechnologyModels, request: AssessmentRequest): AssessedCandidate => {
    const candidate = assessCandidate(models, request.design, request.accounting, contextOf(request.design));
    requireForm(candidate.assessment);
    return candidate;
  };
  const readyOf = (models: TechnologyModels, request: AssessmentRequest): AssessedCandidate => {
    // Whoever asks for no chips at first asks for none later.
    if (request.chips.from === request.chips.to) return assessedBy(models, request);
    const key = `${request.search} ${request.candidate} ${JSON.stringify(request.design)}`;
    const candidate = ready.get(key) ?? assessedBy(models, request);
    ready.delete(key);
    ready.set(key, candidate);
    if (ready.size > READY) ready.delete(ready.keys().next().value!);
    return candidate;
  };
  return (request) => {
    const models = runnable.models.get(request.technology)!;
    protect(request.design);
    try {
      const candidate = readyOf(models, request);
      return { assessment: candidate.assessment, chips: chipsOf(candidate, request) };
    } catch (error) {
      const culprit = culpritOf(models, (watched) => chipsOf(assessedBy(watched, request), request));
      const technology = runnable.resolved.technologies.find(({ name }) => name === request.technology)!;
      return failedAnswer(
        `${modelNames(technology, culprit)}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  };
}

/** A model that writes into its design throws. */
function protect({ neuron, synapse, interconnect, training }: AssessmentRequest["design"]): void {
  for (const part of [neuron, synapse, interconnect, training]) if (part !== undefined) Object.freeze(part);
}

function chipsOf(candidate: AssessedCandidate, { chips: { from, to } }: AssessmentRequest): AssessmentAnswer["chips"] {
  if (from === to || candidate.drawChips === undefined) return NO_CHIPS;
  const chips = candidate.drawChips({ from, to });
  if (![...chips.clean, ...chips.test].every(Number.isFinite)) throw new Error("a chip has no accuracy");
  return chips;
}

const ROLES = ["neuron", "synapse", "interconnect"] as const;

/** Whose model throws when the same is computed again; undefined where none does. */
function culpritOf(
  models: TechnologyModels,
  compute: (watched: TechnologyModels) => unknown,
): keyof TechnologyModels | undefined {
  let culprit: keyof TechnologyModels | undefined;
  const watched = Object.fromEntries(
    ROLES.map((role) => [role, watching(models[role], () => (culprit ??= role))]),
  ) as unknown as TechnologyModels;
  try {
    compute(watched);
  } catch {
    return culprit;
  }
  return undefined;
}

/** A model whose functions tell when they throw. */
function watching<Model extends object>(model: Model, tell: () => void): Model {
  return new Proxy(model, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...given: unknown[]): unknown => {
        try {
          return Reflect.apply(value, target, given) as unknown;
        } catch (error) {
          tell();
          throw error;
        }
      };
    },
  });
}
