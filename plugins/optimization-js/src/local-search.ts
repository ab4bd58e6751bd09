import { checkLimits, randomAt } from "@neurofront/core";
import type { Design, OptimizerModel, SearchProblem } from "@neurofront/core";
import { snap, uniformPoint } from "@neurofront/optimizer/space";
import { optimizerOf } from "@neurofront/optimizer/strategy";
import type { Strategy } from "@neurofront/optimizer/strategy";
import { choice, defineOptimizer, integer } from "@neurofront/plugin-kit";
import type { Library } from "./library.ts";
import { libraryWith } from "./library.ts";
import { LocalValues } from "./local-value.ts";
import { replay } from "./replay.ts";
import type { Evaluate } from "./replay.ts";
import { scoreOrder } from "./score-order.ts";

/** Step of a forward difference, in widths of a range: about the square root of the precision of a number. */
const DIFFERENCE = 1e-7;

const parameters = {
  method: choice({
    options: ["powell", "gradient-descent", "l-bfgs"],
    meaning: "minimize_Powell, minimize_GradientDescent or minimize_L_BFGS; gradients by forward differences",
    source: { kind: "assumed", note: "the only one of the three that needs no gradient" },
    default: "powell",
  }),
  randomStarts: integer({
    meaning: "designs drawn at random before each run, which begins at the best of them",
    source: { kind: "assumed", note: "as many as the library's global optimizer draws" },
    low: 1,
    high: 10_000,
    default: 13,
  }),
  runEvaluations: integer({
    meaning: "evaluations after which a run that has not come to rest is given up for another",
    source: { kind: "assumed", note: "the cost of replaying a run grows with their square" },
    low: 2,
    high: 10_000,
    default: 1000,
  }),
};

type Settings = Design<typeof parameters>;

/** The local methods of optimization-js, started again wherever they come to rest. */
export const localSearch: OptimizerModel<typeof parameters> = defineOptimizer({
  id: "optimization-js-local",
  title: "Local methods of optimization-js",
  parameters,
  limits: { objectives: 1, kinds: ["real"], constraints: false },
  create(settings, problem) {
    checkLimits(this, problem);
    return optimizerOf(problem, (_, note) => runs(settings, problem, note));
  },
});

function* runs(
  settings: Settings,
  { dimensions, seed, evaluatedBefore = [] }: SearchProblem,
  note: (sentence: string) => void,
): Strategy {
  for (let run = 0; ; run++) {
    const local = new LocalValues();
    const first = yield Array.from({ length: settings.randomStarts }, (_, k) =>
      uniformPoint(dimensions, randomAt(seed, "optimization-js", "start", run, k)),
    );
    local.begin(first.map(({ score }) => score));
    // What is known from elsewhere is a place to begin, once.
    const known = run === 0 ? [...first, ...evaluatedBefore] : first;
    const best = known.reduce((a, b) => (scoreOrder(b.score) < scoreOrder(a.score) ? b : a));
    const values: number[] = [];
    let end = `is given up after ${settings.runEvaluations} evaluations`;
    let random = randomAt(seed);
    const library = libraryWith(() => random.uniform());
    while (values.length < settings.runEvaluations) {
      const { wants } = replay(values, (evaluate) => {
        random = randomAt(seed, "optimization-js", settings.method, run);
        descend(library, settings.method, evaluate, [...best.coordinates]);
      });
      if (wants === undefined || !wants.flat().every(Number.isFinite)) {
        end = wants === undefined ? "came to rest" : "ran away to infinity";
        break;
      }
      const evaluated = yield wants.map((point) =>
        Float64Array.from(point, (value, k) => snap(dimensions[k]!, mirrored(value))),
      );
      values.push(...evaluated.map(({ score }) => local.valueOf(score)));
    }
    note(
      `Run ${run + 1} of ${settings.method} of optimization-js, from a new start, ${end}; ${values.length} evaluations.`,
    );
  }
}

function descend(library: Library, method: Settings["method"], evaluate: Evaluate, start: readonly number[]): void {
  const value = (point: readonly number[]): number => evaluate([point])[0]!;
  const gradient = (point: readonly number[]): number[] => {
    const moved = point.map((_, k) => point.map((x, j) => (j === k ? x + DIFFERENCE : x)));
    const [here, ...there] = evaluate([point, ...moved]);
    return there.map((other) => (other - here!) / DIFFERENCE);
  };
  if (method === "powell") library.minimize_Powell(value, start);
  else if (method === "gradient-descent") library.minimize_GradientDescent(value, gradient, start);
  else library.minimize_L_BFGS(value, gradient, start);
}

/** The library knows no bounds: what leaves [0, 1] is mirrored back into it, as often as needed, so that the function has no edge. */
function mirrored(value: number): number {
  const turned = Math.abs(value) % 2;
  return turned > 1 ? 2 - turned : turned;
}
