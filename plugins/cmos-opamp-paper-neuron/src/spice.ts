import type { OperatingPoint, SpiceNeuron } from "@neurofront/core";
import { spicePulse } from "@neurofront/plugin-kit";
import type { PaperDesign } from "./parameters.ts";
import { sizeForSupply } from "./sizing.ts";

/** Steps of the simulation in a time constant of the closed loop. */
const stepsPerTimeConstant = 20;

/** The neuron as an ngspice subcircuit: one-pole amplifier with feedback, and inverter. */
export function opampPaperSpice(
  design: PaperDesign,
  operating: OperatingPoint,
  arraySettling_s: number,
): { readonly status: "ok" } & SpiceNeuron {
  const supply_V = 2 * operating.inputVoltage_V;
  const sizing = sizeForSupply(design, {
    supply_V,
    columnConductance_S: operating.columnConductance_S,
    temperature_K: operating.temperature_K,
  });
  const { pairTransconductance_S, compensationCapacitance_F, settling_s, inverter_s, decision_s, period_s } = sizing;
  const { openLoopGain, settlingTimeConstants } = design;
  return {
    status: "ok",
    subcircuit: {
      name: "cmos_opamp_paper_neuron",
      ports: ["in", "out", "vdd"],
      parameters: { previous: 0, offset: 0 },
      lines: [
        `Rfeedback in amplified ${1 / design.feedbackConductance_S}`,
        `Bseen seen 0 V = V(in) + {offset}`,
        `Gpair state 0 seen 0 ${pairTransconductance_S}`,
        `Rgain state 0 ${openLoopGain / pairTransconductance_S}`,
        `Ccompensation state 0 ${compensationCapacitance_F} ic=0`,
        "Eamplified amplified 0 state 0 1",
        `Binverter out 0 V = ${supply_V}*(0.5 - 0.5*tanh(V(amplified)/1m))`,
        `Rbias vdd 0 ${supply_V / sizing.supplyCurrent_A}`,
      ],
      notes: [
        "CMOS amplifier of the reference paper: transconductance of the pair into the compensation capacitor, finite gain,",
        "feedback resistor to the summing node; the output starts at 0 V and the parameter previous has no effect.",
        "amplified is the output, around the middle of the supply; a positive net current drives it down and out up.",
        "The parameter offset is the input-referred offset voltage of the device, 0 for the nominal one.",
      ],
    },
    sources: [
      {
        port: "vdd",
        meaning: "supply, on for the clock period",
        waveform: spicePulse(supply_V, 0, period_s),
        ledgerLines: ["neuron-static"],
      },
    ],
    rowsOn_s: 0,
    rowsOff_s: arraySettling_s + period_s,
    stop_s: (arraySettling_s + period_s) * 1.001,
    step_s: settling_s / settlingTimeConstants / stepsPerTimeConstant,
    readAt_s: arraySettling_s + decision_s,
    firesAbove_V: supply_V / 2,
    carriesColumnCapacitance: false,
    measures: [
      {
        name: "final_v",
        meaning: "output of the amplifier at the end of the period",
        statement: `find v(#.amplified) at=${arraySettling_s + period_s}`,
      },
      {
        name: "settled_v",
        meaning: "its level when it counts as settled",
        expression: `@final_v*${-Math.expm1(-settlingTimeConstants)}`,
      },
      {
        name: "settling_s",
        meaning: "from the rows' step until it has settled",
        statement: "trig at=0 targ v(#.amplified) val=@settled_v cross=1",
      },
      {
        name: "delay_s",
        meaning: "with the delay of the inverter, which the subcircuit leaves out",
        expression: `@settling_s + ${inverter_s}`,
      },
    ],
  };
}
