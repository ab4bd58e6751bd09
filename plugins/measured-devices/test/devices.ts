import { defaultsOf, readMeasuredTable } from "@neurofront/core";
import type { MeasuredDevice, NeuronModel, OperatingPoint, SynapseModel } from "@neurofront/core";

const source = { kind: "literature", note: "made for a test" } as const;

/** The model of a table; throws where it gives none. */
export function modelOf(
  device: MeasuredDevice,
  text = device.example,
  interpolation: "linear" | "monotone-cubic" = "linear",
): NeuronModel | SynapseModel {
  const reading = readMeasuredTable(text, device.columns);
  if (!reading.ok) throw new Error(reading.problem);
  const made = device.define(reading.table, { id: "mine", source, interpolation });
  if (!made.ok) throw new Error(made.problem);
  return made.model;
}

export const operating: OperatingPoint = {
  inputVoltage_V: 0.1,
  temperature_K: 300,
  inputCount: 26,
  outputCount: 26,
  columnConductance_S: 1e-3,
  columnCapacitance_F: 12.5e-15,
  columnCurrent_A: 1e-4,
  conventions: { readTiming: "overlapped", cmosDelay: "half-cycle", cmosDecision: "cross" },
};

/** The character of a design over the defaults. */
export function characterOf(model: NeuronModel | SynapseModel, design: object, circuit: object = {}) {
  const answer = model.characterize(
    { ...defaultsOf(model.parameters), ...design },
    {
      ...operating,
      ...circuit,
    },
  );
  if (answer.status === "impossible") throw new Error(answer.violations.map(({ message }) => message).join("; "));
  return answer;
}
