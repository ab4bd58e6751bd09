import { checkLimits, randomAt } from "@neurofront/core";
import type { Design, OptimizerModel, SearchProblem } from "@neurofront/core";
import { optimizerOf } from "@neurofront/optimizer/strategy";
import type { Strategy } from "@neurofront/optimizer/strategy";
import { defineOptimizer, integer, quantity } from "@neurofront/plugin-kit";
import { librarySpace, pointOf, valuesOf } from "./library-space.ts";
import { libraryWith } from "./library.ts";
import { scoreOrder } from "./score-order.ts";

const parameters = {
  randomStarts: integer({
    meaning: "designs drawn at random before the best one is mutated",
    source: { kind: "literature", note: "the default of the library", reference: "shcherbatyi2018" },
    low: 1,
    high: 10_000,
    default: 13,
  }),
  mutationRate: quantity({
    unit: "1",
    meaning: "chance that a parameter of the best design is mutated",
    source: { kind: "literature", note: "the default of the library", reference: "shcherbatyi2018" },
    low: 0.01,
    high: 1,
    default: 0.1,
  }),
  batch: integer({
    meaning: "mutants of one best design that are evaluated together",
    source: {
      kind: "literature",
      note: "one after the other, as the library's own loop does",
      reference: "shcherbatyi2018",
    },
    low: 1,
    high: 1000,
    default: 1,
  }),
};

/** The "only mutation genetic" optimizer of optimization-js: mutants of the best design found so far. */
export const mutationSearch: OptimizerModel<typeof parameters> = defineOptimizer({
  id: "optimization-js-omg",
  title: "OMG optimizer of optimization-js",
  parameters,
  limits: { objectives: 1 },
  create(settings, problem) {
    checkLimits(this, problem);
    return optimizerOf(problem, () => mutations(settings, problem));
  },
});

function* mutations(
  settings: Design<typeof parameters>,
  { dimensions, seed, evaluatedBefore = [] }: SearchProblem,
): Strategy {
  // The library would look for ever for a dimension to mutate.
  if (dimensions.length === 0) for (;;) yield [new Float64Array(0)];
  const random = randomAt(seed, "optimization-js", "omg");
  const library = libraryWith(() => random.uniform());
  const search = library.OMGOptimizer(librarySpace(library, dimensions), settings.randomStarts, settings.mutationRate);
  search.tell(
    evaluatedBefore.map(({ coordinates }) => valuesOf(dimensions, coordinates)),
    evaluatedBefore.map(({ score }) => scoreOrder(score)),
  );
  // Nothing is learnt before the last random start, so all are asked at once.
  const starts = settings.randomStarts - evaluatedBefore.length;
  for (let count = starts > 0 ? starts : settings.batch; ; count = settings.batch) {
    const asked = Array.from({ length: count }, () => search.ask());
    const evaluated = yield asked.map((values) => pointOf(dimensions, values));
    search.tell(
      asked,
      evaluated.map(({ score }) => scoreOrder(score)),
    );
  }
}
