import type { OperatingPoint, SpiceNeuron } from "@neurofront/core";
import { spicePulse } from "@neurofront/plugin-kit";
import { nodeLatchConstants } from "./latch-delay.ts";
import { neuronEnergy } from "./latch-energy.ts";
import type { LatchDesign } from "./parameters.ts";
import { summingNode } from "./summing-node.ts";

/** The voltage at which `latchDelay_s` says that the latch has regenerated. */
const regenerated_V = 50e-3;

/** Where the regenerating voltage of the subcircuit stops growing; the latch has decided long before. */
const ceiling_V = 0.5;

/** The neuron as an ngspice subcircuit: summing node and regenerative latch. */
export function latchSpice(
  design: LatchDesign,
  operating: OperatingPoint,
  arraySettling_s: number,
): { readonly status: "ok" } & SpiceNeuron {
  const node = summingNode(design, operating);
  const { supplyVoltage_V } = design;
  const { regeneration_s, delayAt50mV_s } = nodeLatchConstants(design, operating.temperature_K);
  const deadTime_ns = delayAt50mV_s * 1e9;
  const clockOn_s = arraySettling_s + node.settle_s;
  const clockOff_s = clockOn_s + node.latch_s;
  const cycle_s = node.settle_s + node.latch_s;
  const sense_J = neuronEnergy(design, cycle_s, operating.temperature_K).find(({ line }) => line === "sense")!.energy_J;
  const clocked = `V(vclk) > ${supplyVoltage_V / 2}`;
  const regenerating = `V(elapsed) > ${deadTime_ns}`;
  return {
    status: "ok",
    subcircuit: {
      name: "cmos_latch_neuron",
      ports: ["in", "out", "vclk", "vdd"],
      // The offset of one device; the model draws it with a standard deviation, the nominal device has none.
      parameters: { previous: 0, offset: 0 },
      lines: [
        `Cnode in 0 ${node.capacitance_F} ic={(2*previous-1)*${design.previousLevel * operating.inputVoltage_V}}`,
        `Bseen seen 0 V = V(in) + {offset + (2*previous-1)*${design.memoryOffset_V}}`,
        `Belapsed 0 elapsed I = ${clocked} ? 1 : 0`,
        "Celapsed elapsed 0 1n ic=0",
        "Relapsed elapsed 0 1e12",
        `Bd 0 d I = (${clocked}) ? ((${regenerating}) ? V(d)*${1e-9 / regeneration_s}*(1 - pow(abs(V(d))/${ceiling_V}, 6)) : 0) : (V(seen) - V(d))*${20e-9 / regeneration_s}`,
        "Cd d 0 1n ic=0",
        "Rd d 0 1e12",
        `Bdecided decided 0 V = (${regenerating}) ? abs(V(d)) : 0`,
        `Bout out 0 V = (${regenerating}) ? ${supplyVoltage_V}*(0.5 + 0.5*tanh(V(d)/1m)) : 0`,
        `Bsupply vdd 0 I = (${clocked}) ? ${sense_J / (supplyVoltage_V * node.latch_s)} : 0`,
      ],
      notes: [
        "CMOS latch: the floating node with its capacitance, and a latch that follows it until vclk rises, waits for the delay t0",
        "at 50 mV, then regenerates with its time constant; it has decided when |d| = 50 mV, so that t = t0 + tau ln(50 mV / V).",
        "Node elapsed: nanoseconds since the clock. vdd delivers the model's energy of the latch evenly over the latch phase.",
        "The parameter offset is the input-referred offset voltage of the device, 0 for the nominal one.",
      ],
    },
    sources: [
      {
        port: "vclk",
        meaning: "clock of the latch",
        waveform: spicePulse(supplyVoltage_V, clockOn_s, clockOff_s),
        ledgerLines: [],
      },
      { port: "vdd", meaning: "supply of the latch", waveform: [[0, supplyVoltage_V]], ledgerLines: ["sense"] },
    ],
    rowsOn_s: 0,
    rowsOff_s: clockOff_s,
    stop_s: clockOff_s * 1.001,
    step_s: Math.min(regeneration_s, node.timeConstant_s) / 4,
    readAt_s: clockOff_s,
    firesAbove_V: supplyVoltage_V / 2,
    carriesColumnCapacitance: true,
    measures: [
      {
        name: "sampled_v",
        meaning: "voltage of the node when the latch is clocked",
        statement: `find v(#.d) at=${clockOn_s}`,
      },
      {
        name: "delay_s",
        meaning: "from the rows' step until the latch has decided",
        statement: `trig at=0 targ v(#.decided) val=${regenerated_V} rise=1`,
      },
    ],
  };
}
