import type { Impossible, OperatingPoint, SpiceMeasure, SpiceNeuron } from "@neurofront/core";
import { spicePulse } from "@neurofront/plugin-kit";
import { amplifierOf } from "./amplifier.ts";
import type { Amplifier } from "./amplifier.ts";
import { decisionTime } from "./decision-time.ts";
import type { DecisionTime } from "./decision-time.ts";
import { neuronEnergy } from "./energy.ts";
import type { OpampDesign } from "./parameters.ts";

/** Steps of the simulation in the inverse of the crossover frequency. */
const stepsPerCrossover = 20;

/** The neuron as an ngspice subcircuit: two-stage amplifier with feedback, and inverter. */
export function opampSpice(
  design: OpampDesign,
  operating: OperatingPoint,
  arraySettling_s: number,
): ({ readonly status: "ok" } & SpiceNeuron) | Impossible {
  const amplifier = amplifierOf(design, operating);
  const decision = decisionTime(design, amplifier, operating);
  if (decision.status === "impossible") return decision;
  const { supplyVoltage_V } = design;
  const period_s = 2 * decision.decision_s;
  const on_s = design.betweenDecisions === "off" ? decision.decision_s : period_s;
  const rowsOff_s = arraySettling_s + on_s;
  const static_J = neuronEnergy(design, amplifier.transistors, {
    temperature_K: operating.temperature_K,
    on_s,
    period_s,
  })
    .filter(({ line, inputs }) => line === "neuron-static" || "crowbar_W" in inputs)
    .reduce((sum, { energy_J }) => sum + energy_J, 0);
  return {
    status: "ok",
    subcircuit: {
      name: "cmos_opamp_neuron",
      ports: ["in", "out", "vdd"],
      parameters: { previous: 0, offset: 0 },
      lines: [
        ...amplifierLines(design, amplifier, decision),
        `Binverter out 0 V = ${supplyVoltage_V}*(0.5 - 0.5*tanh(V(amplified)/1m))`,
        `Rbias vdd 0 ${(supplyVoltage_V ** 2 * on_s) / static_J}`,
      ],
      notes: [
        "CMOS amplifier, two stages with Miller compensation and nulled zero: each stage a transconductance that saturates at its",
        "bias current (slewing), its output conductance and its capacitance; the output is held within its swing.",
        "The model takes the loop for one pole and multiplies its time by layoutDerate; here the further poles are in the circuit.",
        "The output, amplified, starts at full swing of the previous decision; a positive net current drives it down and out up.",
        "vdd delivers the bias currents and the crowbar current of the inverter.",
        "The parameter offset is the input-referred offset voltage of the device, 0 for the nominal one.",
      ],
    },
    sources: [
      {
        port: "vdd",
        meaning: "supply, on while the neuron is",
        waveform: spicePulse(supplyVoltage_V, 0, on_s),
        ledgerLines: ["neuron-static"],
      },
    ],
    rowsOn_s: 0,
    rowsOff_s,
    stop_s: rowsOff_s * 1.001,
    step_s: 1 / amplifier.crossover_rad_s / stepsPerCrossover,
    readAt_s: arraySettling_s + decision.decision_s,
    firesAbove_V: supplyVoltage_V / 2,
    carriesColumnCapacitance: true,
    measures: measuresOf(design, decision, operating, rowsOff_s),
  };
}

function amplifierLines(design: OpampDesign, amplifier: Amplifier, { swing_V }: DecisionTime): string[] {
  const { tailCurrent_A, outputCurrent_A, feedbackConductance_S } = design;
  const { pair, mirror, output, sink } = amplifier.transistors;
  const firstCapacitance_F =
    pair.drainBulk_F + pair.gateDrain_F + mirror.drainBulk_F + mirror.gateDrain_F + output.gateSource_F;
  const second_S = output.outputConductance_S + sink.outputConductance_S;
  // At rest at full swing the second stage drives its own conductance and the feedback resistor into the held node.
  const restCurrent = ((second_S + feedbackConductance_S) * swing_V) / outputCurrent_A;
  const rest_V = (outputCurrent_A * Math.atanh(Math.min(restCurrent, 0.99))) / output.transconductance_S;
  return [
    `Rfeedback in amplified ${1 / feedbackConductance_S}`,
    `Cnode in 0 ${amplifier.nodeCapacitance_F} ic=0`,
    `Bfirst 0 first I = ${tailCurrent_A}*tanh(${pair.transconductance_S / tailCurrent_A}*(V(in) + {offset}))`,
    `Rfirst first 0 ${1 / (pair.outputConductance_S + mirror.outputConductance_S)}`,
    `Cfirst first 0 ${firstCapacitance_F} ic={(2*previous-1)*${rest_V}}`,
    `Cmiller first nulled ${amplifier.compensationCapacitance_F} ic={(2*previous-1)*${rest_V + swing_V}}`,
    `Rnulled nulled amplified ${1 / output.transconductance_S}`,
    `Bsecond amplified 0 I = ${outputCurrent_A}*tanh(${output.transconductance_S / outputCurrent_A}*V(first))`,
    `Rsecond amplified 0 ${1 / second_S}`,
    `Bswing amplified 0 I = ${100 * output.transconductance_S}*(max(0, V(amplified) - ${swing_V}) + min(0, V(amplified) + ${swing_V}))`,
    `Coutput amplified 0 ${amplifier.outputCapacitance_F} ic={(1-2*previous)*${swing_V}}`,
  ];
}

function measuresOf(
  design: OpampDesign,
  { swing_V, inverter_s }: DecisionTime,
  { conventions }: OperatingPoint,
  rowsOff_s: number,
): SpiceMeasure[] {
  const delay: SpiceMeasure = {
    name: "delay_s",
    meaning: "with the delay of the inverter, which the subcircuit leaves out",
    expression: `@amplifier_s + ${inverter_s}`,
  };
  if (conventions.cmosDecision === "cross")
    return [
      {
        name: "amplifier_s",
        meaning: "from the rows' step until the output crosses the inverter's threshold",
        statement: "trig at=0 targ v(#.amplified) val=0 cross=1",
      },
      delay,
    ];
  const left = Math.exp(-design.settlingTimeConstants);
  return [
    {
      name: "final_v",
      meaning: "output of the amplifier when the rows go off",
      statement: `find v(#.amplified) at=${rowsOff_s}`,
    },
    {
      name: "settled_v",
      meaning: "its level when it counts as settled",
      expression: `@final_v - ${left}*(@final_v + @final_v/abs(@final_v)*${swing_V})`,
    },
    {
      name: "amplifier_s",
      meaning: "from the rows' step until it has settled",
      statement: "trig at=0 targ v(#.amplified) val=@settled_v cross=1",
    },
    delay,
  ];
}
