/** What a person reads a verdict by, in the order in which it is shown. */
export const TOPICS = {
  identity: "identity and sources",
  units: "units and names",
  ranges: "ranges, defaults and presets",
  answers: "answers on the Latin hypercube and the corners",
  validity: "validity flags",
  deterministic: "deterministic",
  inputs: "inputs untouched",
  ledger: "ledger adds up",
  physics: "physics of the role",
  trends: "declared trends",
  references: "reference points",
  views: "views and SPICE form",
  speed: "speed",
} as const;

/** The name of a topic. */
export type Topic = keyof typeof TOPICS;

/** Where a rule belongs, and what the author of a plugin does when it is broken. */
export interface Guidance {
  readonly topic: Topic;
  /** One sentence or two in the imperative. */
  readonly remedy: string;
}

const to = (topic: Topic, remedy: string): Guidance => ({ topic, remedy });

/** Guidance for every rule by its code. */
export const GUIDANCE: Readonly<Record<string, Guidance>> = {
  "plugin-identity": to(
    "identity",
    "Correct the members of definePlugin({ ... }) in src/index.ts; take apiVersion from API_VERSION.",
  ),
  "plugin-models": to("identity", "List each model of the plugin once under models, with an id of its own."),
  "reference-complete": to("identity", "Complete the entry under references: key, author, title, year."),
  "reference-known": to("identity", "Add the publication under references, or correct the key that is cited."),
  "discrepancy-checked": to(
    "identity",
    "Say statement, problem and treatment, and let check() return finite numbers with SI units.",
  ),
  "published-point-positive": to("identity", "Give energy_J and delay_s as the publication states them, in SI."),
  "measured-example": to(
    "identity",
    "Correct the example or the columns of the measured device: units in brackets, first column increasing.",
  ),
  "model-identity": to("identity", "Write the id in small letters and hyphens and give the model a title."),
  "parameter-meaning": to("identity", "Write under meaning what the number is, as you would in a table of symbols."),
  "parameter-source": to(
    "identity",
    "Say under source where the default comes from; an honest assumed with a note is fine.",
  ),
  "preset-source": to("identity", "Give the preset a title, and a source with a note."),
  "parameter-unit": to(
    "units",
    "Declare the unit in SI without a prefix, such as m or A/m^2; studies may still write nm.",
  ),
  "parameter-name-unit": to(
    "units",
    "Rename the parameter so that it ends in its unit: width_m, currentDensity_A_m2; none for plain numbers.",
  ),
  "parameter-study-key": to("units", "Rename one of the two, so that they differ without their units."),
  "quantity-names": to(
    "units",
    "Rename the quantity: one word, then its SI unit, such as delay_s, and give its value in that unit.",
  ),
  "parameter-range": to("ranges", "Set low below high, both finite; list each option of a choice once."),
  "parameter-default": to("ranges", "Move the default into the range, or widen the range."),
  "parameter-log-scale": to("ranges", "Raise low above zero, or leave the scale linear."),
  "preset-values": to("ranges", "Set only declared parameters, to values inside their ranges."),
  "never-throws": to("answers", "Return an impossible or invalid violation for such a design instead of throwing."),
  "answer-shape": to(
    "answers",
    "Return the members of the contract with their types, as plain data; TypeScript names what is missing.",
  ),
  "named-designs-work": to(
    "answers",
    "Choose defaults and presets that work, or loosen the condition that makes them impossible.",
  ),
  "finite-numbers": to(
    "answers",
    "Find the division by zero, root or logarithm behind it; answer impossible where there is no number.",
  ),
  "non-negative-costs": to("answers", "Correct the sign, or the range in which the formula is used."),
  "impossible-reason": to(
    "validity",
    "Return status impossible together with a violation of kind impossible, and only then.",
  ),
  "violation-form": to(
    "validity",
    "Make violations with above(...) and below(...) of @neurofront/core: they compute the amount.",
  ),
  "same-input-same-answer": to(
    "deterministic",
    "Remove Math.random, Date and counters; draw from randomAt(...) with the design's numbers in the address.",
  ),
  "no-memory-between-calls": to(
    "deterministic",
    "Keep nothing between calls: allocate arrays anew, and let a cache depend on the whole input.",
  ),
  "inputs-untouched": to("inputs", "Copy the design or the array before changing it."),
  "ledger-lines": to(
    "ledger",
    "Charge the joule on a line that this role owns (neurofront list ledger); leave the others to their parts.",
  ),
  "ledger-formula": to(
    "ledger",
    "Make energy_J, formula and inputs agree: the formula computed with the inputs is the energy.",
  ),
  "formula-stated": to("ledger", "Write the formula beside the number, in the names of its inputs."),
  "cycle-holds-decision": to(
    "ledger",
    "Make cycle_s at least the delay of the decision and the time for which the synapses are driven.",
  ),
  "error-probability-range": to(
    "physics",
    "Keep the probability in [0, 1]: a normal or logistic distribution does, a series may not.",
  ),
  "error-probability-falling": to(
    "physics",
    "Make the probability fall with the net current towards the wanted output; look at the sign.",
  ),
  "error-probability-hold": to(
    "physics",
    "A device that holds the wanted output already errs no more often; look at mustSwitch.",
  ),
  "error-probability-threshold": to(
    "physics",
    "Report as thresholdCurrent_A the net current at which half of the decisions that must switch are right.",
  ),
  "error-probability-ends": to(
    "physics",
    "A large current towards the wanted output must mostly give it; look at the sign of netCurrent_A.",
  ),
  "conductance-range": to(
    "physics",
    "Return 0 < conductanceMin_S < conductanceMax_S; off is a small conductance, not zero.",
  ),
  levels: to("physics", "Return a whole number of levels of at least 2, or Infinity for an analog device."),
  "stuck-chances": to("physics", "Return chances of at least 0 that add up to at most 1."),
  "programming-spread": to(
    "physics",
    "Return a standard deviation in siemens, at least 0, for every target conductance.",
  ),
  "read-noise": to("physics", "Return a standard deviation relative to the current, at least 0, at age 0 too."),
  ageing: to("physics", "Return the programmed conductance at age 0, without spread, and a mean of at least 0 later."),
  "current-finite": to(
    "physics",
    "Bound the exponent or hyperbolic sine, or say by an invalid violation where the law ends.",
  ),
  "current-odd": to(
    "physics",
    "Let the current change sign with the voltage; a rectifying cell is not in the contract.",
  ),
  "current-increases": to("physics", "Let the current rise with voltage and conductance over the whole range."),
  "current-ohmic-limit": to("physics", "Scale the law so that its slope at zero voltage is the conductance."),
  "separable-claim": to("physics", "Return isSeparable: false, or a current G f(V) with one f for all conductances."),
  "column-once": to(
    "physics",
    "Answer columnCapacitance_F with what solve charges, and leave the column out of settling_s where load.neuronSettlesColumn is true.",
  ),
  "power-passive": to("physics", "Compute the power from the solved node voltages; resistors only lower it."),
  "power-quadratic": to("physics", "Let the power go with the square of the levels: sum V I over the rows."),
  "transfer-passive": to(
    "physics",
    "Check the sign and the index (row * outputs + neuron) of the transfer; a resistor network gains nothing.",
  ),
  "neuron-loading": to("physics", "Put the neuron's input resistance in series with its column."),
  "weak-synapse-limit": to(
    "physics",
    "Without loading the transfer of a synapse is its own conductance; look for a missing or extra factor.",
  ),
  "seed-draws-test-set": to("deterministic", "Draw the test set from randomAt(seed, ...)."),
  "weights-scaled": to("physics", "Divide the weights of each output by their largest magnitude."),
  "labels-in-range": to("answers", "Number outputs from 0 to outputCount - 1."),
  "levels-in-range": to("answers", "Scale input levels into [-1, 1]."),
  "ideal-accuracy-as-claimed": to(
    "physics",
    "Compute the claimed accuracy with sign neurons: exactly the labelled output has a positive sum.",
  ),
  "ideal-accuracy-above-guess": to(
    "physics",
    "Check signs and order of the weights (input * outputs + output), and train longer.",
  ),
  "ask-count": to("answers", "Return at most as many proposals as are asked for."),
  "proposes-when-idle": to(
    "answers",
    "Return a proposal whenever none is pending: the budget, not the optimizer, ends a search.",
  ),
  "proposal-ids": to("answers", "Count the proposals 0, 1, 2, ... over the whole search."),
  "proposal-in-cube": to("ranges", "Keep coordinates in [0, 1): 1 itself is outside."),
  "inactive-settled": to("answers", "Set coordinates whose condition does not hold to the middle of the cube."),
  "no-repeats": to("answers", "Remember what was proposed and skip it while anything else is left."),
  "completion-order": to("deterministic", "Act on scores by proposal id, and only once a whole generation is told."),
  resumes: to("deterministic", "Let recorded(id) save work only: the proposals must be the ones of the first run."),
  "seed-draws-search": to("deterministic", "Draw from randomAt(problem.seed, ...)."),
  "refine-taken": to("answers", "Accept better estimates of told proposals in refine, or leave refine out."),
  "limits-refused": to("answers", "Throw from create when the problem is beyond the limits, or state wider limits."),
  "trend-declared": to(
    "trends",
    "Correct the entry under trends: names of the quantity and the parameter, direction, reason.",
  ),
  "trend-holds": to("trends", "Correct the formula, mark designs outside its validity invalid, or withdraw the trend."),
  "reference-point-declared": to(
    "references",
    "Correct the entry under referencePoints: design, expected number, relative tolerance, source.",
  ),
  "reference-point-met": to(
    "references",
    "Find why the model misses the number; widen a tolerance only for a reason that you write down.",
  ),
  "view-declarations": to("views", "Give each view an id, a title, a meaning and declared settings."),
  "view-data": to(
    "views",
    "Return an increasing, finite axis and curves of its length; positive numbers on logarithmic scales.",
  ),
  "spice-form": to(
    "views",
    "Correct the subcircuit: ports of the role, all connected, plain elements; or leave spice out.",
  ),
  "answers-quickly": to(
    "speed",
    "Replace the simulation in characterize by its closed form or a fit; keep the simulation for a view.",
  ),
};
