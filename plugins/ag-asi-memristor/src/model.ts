import { above, below, violationsAmong } from "@neurofront/core";
import type { Answer, SynapseCharacter, SynapseOperating } from "@neurofront/core";
import { memoryCell, onOffResolution } from "@neurofront/physics";
import { defineSynapse, ohmicSubcircuit, statisticsViews } from "@neurofront/plugin-kit";
import { parameters } from "./parameters.ts";
import type { AgAsiDesign } from "./parameters.ts";
import { evenLevels, potentiationCost, programmingSpread_S } from "./programming.ts";
import { pulseView } from "./pulse-view.ts";

/** Voltage at which the conductances were read; the device is nonlinear and rectifies. */
const READ_VOLTAGE_V = 0.5;

/** Sharad, Fan, Roy 2013, section III: 3 uA through a synapse, 2 uA to switch the neuron, about 25 inputs. */
const PAPER = { synapse_A: 3e-6, neuron_A: 2e-6, inputs: 25 };

function characterize(design: AgAsiDesign, { inputVoltage_V }: SynapseOperating): Answer<SynapseCharacter> {
  const { conductanceMin_S, conductanceMax_S, stuckAtMin, stuckAtMax } = design;
  const largest_A = PAPER.inputs * conductanceMax_S * inputVoltage_V;
  return {
    status: "ok",
    conductanceMin_S,
    conductanceMax_S,
    levels: evenLevels(design),
    stuckAtMin,
    stuckAtMax,
    isSeparable: true,
    ...memoryCell(design),
    write: potentiationCost(design),
    violations: violationsAmong([
      above(
        "invalid",
        "voltage-above-read",
        inputVoltage_V,
        READ_VOLTAGE_V,
        `the conductances were read at ${READ_VOLTAGE_V} V; the input level is ${inputVoltage_V} V`,
      ),
      below(
        "warning",
        "current-below-spin-neuron",
        largest_A,
        PAPER.neuron_A,
        `${PAPER.inputs} devices, all at their largest conductance and pulling one way, carry ${(largest_A * 1e9).toPrecision(3)} nA; a domain-wall neuron switches at ${PAPER.neuron_A * 1e6} uA`,
      ),
    ]),
    quantities: {
      onOffResolution: onOffResolution(conductanceMin_S, conductanceMax_S),
      voltageForPaperCurrent_V: PAPER.synapse_A / conductanceMax_S,
      retentionAtLeast_s: 1e7,
      enduranceLeastCycles: 1e6,
    },
  };
}

const statistics = {
  characterize,
  programmingSpread_S: (design: AgAsiDesign, _operating: SynapseOperating, target_S: number) =>
    programmingSpread_S(design, target_S),
  aged: (_design: AgAsiDesign, _operating: SynapseOperating, conductance_S: number) => ({
    mean_S: conductance_S,
    spread_S: 0,
  }),
};

/** Silver filaments in amorphous silicon, programmed by equal pulses, each of which does less than the one before. */
export const agAsiMemristor = defineSynapse({
  id: "ag-asi-memristor",
  title: "Ag/a-Si memristor with nonlinear pulse response",
  parameters,
  views: [pulseView, ...statisticsViews(statistics)],
  ...statistics,
  readNoise: () => 0,
  current_A: (_design, conductance_S, voltage_V) => conductance_S * voltage_V,
  spice: () =>
    ohmicSubcircuit(
      "ag-asi-memristor",
      "Ag/a-Si memristor: ohmic up to the 0.5 V at which it was read; it rectifies and bends, which the source leaves out.",
    ),
});
