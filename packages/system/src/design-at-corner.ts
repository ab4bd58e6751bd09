import { PROCESS_PARAMETER } from "@neurofront/core";
import type { Answer, AnyDesign, Corner, Model, Parameters, TechnologyDesign, Violation } from "@neurofront/core";

/**
 * A candidate at the supplies and in the process of a corner; the temperature and the level of the inputs are not of the design, whose
 * synapses stay as they were programmed. Impossible where a supply is beyond what its model answers: nothing is clipped.
 */
export function designAtCorner(
  models: Readonly<Record<"neuron" | "synapse" | "interconnect", Pick<Model, "parameters">>>,
  candidate: TechnologyDesign,
  corner: Corner,
): Answer<{ readonly candidate: TechnologyDesign }> {
  const beyond: Violation[] = [];
  const part = (role: keyof typeof models): AnyDesign =>
    Object.fromEntries(
      Object.entries(candidate[role]).map(([name, value]) => [
        name,
        parameterAtCorner(models[role].parameters, name, value, corner, beyond),
      ]),
    );
  const moved: TechnologyDesign = {
    ...candidate,
    neuron: part("neuron"),
    synapse: part("synapse"),
    interconnect: part("interconnect"),
  };
  return beyond.length > 0 ? { status: "impossible", violations: beyond } : { status: "ok", candidate: moved };
}

function parameterAtCorner(
  parameters: Parameters,
  name: string,
  value: number | string,
  { supplyFactor, process }: Corner,
  beyond: Violation[],
): number | string {
  const parameter = parameters[name];
  if (parameter?.kind === "choice" && name === PROCESS_PARAMETER && process !== undefined)
    return parameter.options.includes(process) ? process : value;
  if (parameter?.kind !== "quantity" || parameter.isSupply !== true || typeof value !== "number" || supplyFactor === 1)
    return value;
  const moved = value * supplyFactor;
  const bound = moved < parameter.low ? parameter.low : moved > parameter.high ? parameter.high : moved;
  if (moved !== bound)
    beyond.push({
      kind: "impossible",
      code: "supply-beyond-model",
      message: `${name} would be ${moved} there; the model answers from ${parameter.low} to ${parameter.high}`,
      amount: Math.abs(moved - bound) / bound,
    });
  return moved;
}
