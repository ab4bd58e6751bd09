import { defaultsOf } from "@neurofront/core";
import type { ArrayLoad, ArraySolution, Discrepancy } from "@neurofront/core";
import { crossbar } from "./model.ts";
import { crossbarParameters } from "./parameters.ts";

/** The example of the reference paper: 25 inputs, 40 uA of synapse current at 10 mV, 3 uA of it net, 60 ohm neurons, 1 ns. */
const paperInputs = 25;
const paperNeurons = 26;
const paperVoltage_V = 10e-3;
const paperNetCurrent_A = 3e-6;
const paperConductance_S = 40e-6 / paperVoltage_V / (2 * paperInputs);
const paperImbalance = paperNetCurrent_A / 40e-6;
const paperLoad: ArrayLoad = {
  inputCount: paperInputs,
  outputCount: paperNeurons,
  conductance_S: Float64Array.from({ length: 2 * paperInputs * paperNeurons }, (_, index) => {
    const isPositive = Math.floor(index / paperNeurons) % 2 === 0;
    return paperConductance_S * (isPositive ? 1 + paperImbalance : 1 - paperImbalance);
  }),
  patterns: Float64Array.from({ length: paperInputs }, () => 1),
  patternCount: 1,
  inputVoltage_V: paperVoltage_V,
  neuronInputResistance_ohm: 60,
  temperature_K: 300,
  synapsePitch_m: 100e-9,
  synapseCapacitance_F: 0.11e-15,
  cycle_s: 1e-9,
};

function solvePaperExample(design: Partial<Parameters<typeof crossbar.solve>[0]>): ArraySolution {
  const answer = crossbar.solve({ ...defaultsOf(crossbarParameters), ...design }, paperLoad);
  if (answer.status !== "ok") throw new Error("the reference paper's example must have a solution");
  return answer;
}

/** Part of the ideal net current that does not arrive, mean over the neurons. */
function lostCurrent({ currentTransfer_S }: ArraySolution): number {
  let perVolt_S = 0;
  for (const [index, transfer_S] of currentTransfer_S.entries()) {
    perVolt_S += (Math.floor(index / paperNeurons) % 2 === 0 ? 1 : -1) * transfer_S;
  }
  return 1 - (perVolt_S * paperVoltage_V) / paperNeurons / paperNetCurrent_A;
}

/** Where the reference paper's account of the array does not hold. */
export const discrepancies: readonly Discrepancy[] = [
  {
    id: "clamped-input-node",
    statement:
      "3 uA through the 60 ohm of the neuron move its input by 0.2 mV, less than about 2 % of the 10 mV inputs, so the low resistance clamps the node.",
    problem:
      "The shift of the node acts on all synapses of the column, not on the net current: with 4 mS of synapses a 60 ohm neuron takes G R = 0.24 of them, and 1 - 1/1.24 = 19 % of the current is lost.",
    treatment:
      "The array is always solved with the neuron's input resistance and all synapses of the column; wires and drivers add to the loss unless the preset `ideal` is chosen.",
    reference: "sharad2013",
    check() {
      const idealLines = solvePaperExample({ wireResistance_ohm: 0, driver: "ideal" });
      const loss = lostCurrent(idealLines);
      return [
        { quantity: "net current lost in a 60 ohm neuron", unit: "1", stated: 0.02, found: loss },
        {
          quantity: "loading of the node, ideal over delivered current, less 1",
          unit: "1",
          stated: 0.02,
          found: 1 / (1 - loss) - 1,
        },
        {
          quantity: "net current lost with 45 nm wires and drivers sized for 3 %",
          unit: "1",
          stated: 0.02,
          found: lostCurrent(solvePaperExample({})),
        },
      ];
    },
  },
  {
    id: "free-row-drivers",
    statement:
      "Inputs of 10 mV bring the static energy of the synapses to 0.4 fJ, and the neuron as a whole to less than 1 fJ; the circuit that applies the inputs is not counted.",
    problem:
      "At 10 mV a row of 26 synapses is a load of 2.1 mS. A switch that drops 3 % of the input there needs 14 ohm, 16 um of 45 nm transistor width, and its gates take tens of femtojoules per neuron and decision. This grows as 1/V while the synapse energy falls as V.",
    treatment:
      "Row drivers are sized for `allowedDriverDrop` and charged to the lines `row-drivers` and `driver-leakage`, which the accounting `full` counts and `paper` does not.",
    reference: "sharad2013",
    check() {
      const solution = solvePaperExample({});
      const energyOf = (line: string) =>
        solution.energy.filter((entry) => entry.line === line).reduce((sum, entry) => sum + entry.energy_J, 0);
      return [
        { quantity: "gate energy of the row drivers", unit: "J", stated: 0, found: energyOf("row-drivers") },
        {
          quantity: "leakage energy of the row drivers in 1 ns",
          unit: "J",
          stated: 0,
          found: energyOf("driver-leakage"),
        },
      ];
    },
  },
];
