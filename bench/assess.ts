/**
 * Processor time of one assessment in closed form beside the bare answers of its neuron, in one run: `node bench/assess.ts`. What is
 * above a ratio of 1 is the network: weights on devices, arrays, tables of the errors, decisions, costs. Targets are for an
 * idle core.
 */
import { randomAt } from "@neurofront/core";
import type { Decision, Design, NeuronModel, OperatingPoint } from "@neurofront/core";
import { assessmentContexts, checkStudyValue, resolveStudy, searchesOf } from "@neurofront/study";
import type { RunnableStudy } from "@neurofront/study";
import { assessCandidate } from "@neurofront/system";
import { composeCatalog } from "../packages/cli/src/composition.ts";
import { searchSpace } from "../packages/study/src/space.ts";
import { smallRunnable } from "../packages/study/test/run/small-run.ts";
import { studyOf } from "./evaluators/study-of.ts";
import { processorTime_s } from "./processor-time.ts";

/** Many, because a model may remember what it computed for the last one. */
const CANDIDATES = 200;

type Question = readonly [design: Design, operating: OperatingPoint, decision: Decision];

function costs(runnable: RunnableStudy, target_us: number): Record<string, number> {
  const [search] = searchesOf(runnable.resolved);
  const { technology, accounting } = search!;
  const models = runnable.models.get(technology.name)!;
  const contextOf = assessmentContexts(runnable);
  const space = searchSpace(technology);
  const candidates = Array.from({ length: CANDIDATES }, (_, number) => {
    const random = randomAt(1, "bench", "assess", number);
    return space.decode(space.dimensions.map(() => random.uniform()));
  });
  const assessAll = (neuron: NeuronModel): void => {
    for (const candidate of candidates)
      assessCandidate({ ...models, neuron }, candidate, accounting, contextOf(candidate));
  };
  // Before another neuron is watched, for a study has one.
  const whole_us = (1e6 * processorTime_s(() => assessAll(models.neuron))) / CANDIDATES;
  const questions: Question[] = [];
  assessAll({
    ...models.neuron,
    errorProbability(design, operating, decision) {
      questions.push([design, operating, decision]);
      return models.neuron.errorProbability(design, operating, decision);
    },
  });
  const answers_us =
    (1e6 *
      processorTime_s(() => {
        for (const question of questions) models.neuron.errorProbability(...question);
      })) /
    CANDIDATES;
  const short = (value: number): number => Number(value.toPrecision(3));
  return {
    "assessment, us": short(whole_us),
    "answers of its neuron, us": short(answers_us),
    answers: questions.length / CANDIDATES,
    ratio: short(whole_us / answers_us),
    "target, us": target_us,
  };
}

const catalog = composeCatalog();
const domainWall = await resolveStudy(checkStudyValue(studyOf(1), "study.json", catalog), catalog);
console.table({
  "small closed forms": costs(await smallRunnable({ variation: { chips: 0 } }), 45),
  "a domain-wall network with errors and wires": costs(domainWall, 1000),
});
