import { randomAt } from "@neurofront/core";
import type { Design, ArrayLoad, ArraySolution, InterconnectModel } from "@neurofront/core";
import { arrayLoadAt, driven, weakened } from "./array-load-sample.ts";
import { designAt, extremeDesigns, latinHypercube, namedDesigns } from "./design-sample.ts";
import { AREA, ENERGY, VIOLATIONS, problemOfAnswer } from "./shape.ts";
import type { Shape } from "./shape.ts";
import { fastestCall_s } from "./speed.ts";
import { runTrials } from "./trial.ts";
import type { Case, Outcome, Tried } from "./trial.ts";

/** What the sweep keeps of a solution. */
type Solved = Pick<ArraySolution, "currentTransfer_S" | "inputPower_W">;

/** The same array solved with other neurons, synapses and inputs; undefined where that was impossible. */
export interface ArraySweep {
  /** With neurons of {@link LOADING_OHM}. */
  readonly loaded: readonly (Solved | undefined)[];
  /** With synapses too weak to be loaded by anything, on grounded and on floating columns. */
  readonly weak: readonly { readonly load: ArrayLoad; readonly solution: Solved | undefined }[];
  /** With half of every input level, and with the opposite of every input level. */
  readonly halved: Solved | undefined;
  readonly negated: Solved | undefined;
  /** Capacitance that neurons are told, and settling where their phases hold the column's, and where they do not. */
  readonly column: {
    readonly capacitance_F: number;
    readonly settling_s: { readonly inNeuron: number; readonly inArray: number } | undefined;
  };
}

/** An interconnect model with its solutions. */
export interface TriedInterconnect extends Tried<ArrayLoad, ArraySolution, ArraySweep> {
  readonly model: InterconnectModel;
}

/** Increasing resistances of the neurons. */
export const LOADING_OHM: readonly number[] = [0, 10, 1e3, 1e5];
/** Loaded by less than 1e-4 in arrays of a few rows with up to a megohm of wire, driver and neuron. */
const WEAK_S = 1e-11;
const SAMPLES = 40;
const LOADS_OF_NAMED = 20;

const SHAPE: Shape = {
  record: {
    currentTransfer_S: "numbers",
    inputPower_W: "numbers",
    settling_s: "number",
    energy: ENERGY,
    area: AREA,
    violations: VIOLATIONS,
    quantities: "numbers-by-name",
  },
};

function casesOf(model: InterconnectModel): Case<ArrayLoad>[] {
  const named = namedDesigns({ model }).flatMap((titled) =>
    Array.from({ length: LOADS_OF_NAMED }, (_, k) => ({ ...titled, circuit: arrayLoadAt(k) })),
  );
  const random = randomAt(0, "conformance", model.id);
  const sampled = latinHypercube(SAMPLES, Object.keys(model.parameters).length, random).map((point) => ({
    title: undefined,
    design: designAt({ model }, point),
  }));
  const designs = [...extremeDesigns({ model }), ...sampled];
  return [...named, ...designs.map((titled, k) => ({ ...titled, circuit: arrayLoadAt(k) }))];
}

/** Lengths that the load asks for. */
function problemOfLengths(solution: ArraySolution, load: ArrayLoad): string | undefined {
  const transfers = 2 * load.inputCount * load.outputCount;
  if (solution.currentTransfer_S.length !== transfers)
    return `answer.currentTransfer_S has ${solution.currentTransfer_S.length} values, not 2 x inputs x outputs = ${transfers},`;
  if (solution.inputPower_W.length !== load.patternCount)
    return `answer.inputPower_W has ${solution.inputPower_W.length} values, not one for each of ${load.patternCount} patterns,`;
  return undefined;
}

function sweepArray(model: InterconnectModel, design: Design, load: ArrayLoad): ArraySweep {
  const solve = (other: ArrayLoad): Solved | undefined => {
    const answer = model.solve(design, structuredClone(other));
    if (answer?.status !== "ok") return undefined;
    const { currentTransfer_S, inputPower_W } = answer;
    return structuredClone({ currentTransfer_S, inputPower_W });
  };
  return {
    loaded: LOADING_OHM.map((neuronInputResistance_ohm) => solve({ ...load, neuronInputResistance_ohm })),
    weak: [0, Infinity].map((neuron_ohm) => {
      const weak = weakened(load, WEAK_S, neuron_ohm);
      return { load: weak, solution: solve(weak) };
    }),
    halved: solve(driven(load, 0.5)),
    negated: solve(driven(load, -1)),
    column: {
      capacitance_F: model.columnCapacitance_F(design, structuredClone(load)),
      settling_s: settlings(model, design, load),
    },
  };
}

function settlings(model: InterconnectModel, design: Design, load: ArrayLoad): ArraySweep["column"]["settling_s"] {
  const [inNeuron, inArray] = [true, false].map((neuronSettlesColumn) => {
    const answer = model.solve(design, { ...structuredClone(load), neuronSettlesColumn });
    return answer?.status === "ok" ? answer.settling_s : undefined;
  });
  return inNeuron === undefined || inArray === undefined ? undefined : { inNeuron, inArray };
}

/** Try an interconnect model with many designs on small random arrays. */
export function tryInterconnect(model: InterconnectModel): TriedInterconnect {
  const attempt = ({ design, circuit }: Case<ArrayLoad>): Outcome<ArraySolution, ArraySweep> => {
    // First the sweep, on copies: a model that writes to its load or to its last answer must not blur the other findings.
    const sweep = sweepArray(model, design, circuit);
    const load = structuredClone(circuit);
    const answer = model.solve(design, circuit);
    const problem =
      problemOfAnswer(answer, SHAPE) ?? (answer.status === "ok" ? problemOfLengths(answer, load) : undefined);
    if (problem !== undefined) return { kind: "malformed", problem };
    if (answer.status === "impossible") return { kind: "impossible", violations: answer.violations };
    return { kind: "ok", character: answer, sweep };
  };
  const cases = casesOf(model);
  const { design, circuit } = structuredClone(cases[0]!);
  return { model, trials: runTrials(cases, attempt), fastest_s: fastestCall_s(() => model.solve(design, circuit)) };
}
