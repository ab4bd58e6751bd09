import { delay_s } from "@neurofront/core";
import type { Impossible, OperatingPoint, SpiceNeuron, SpiceSource } from "@neurofront/core";
import { mtjDividerNetlist, qPhiLaw } from "@neurofront/physics";
import { spicePulse } from "@neurofront/plugin-kit";
import { operationOf } from "./operation.ts";
import type { Operation } from "./operation.ts";
import type { DwmDesign } from "./parameters.ts";
import { dividerOf, readDuration_s } from "./read-path.ts";
import { resetPhases } from "./reset.ts";
import { driveAt } from "./wall-drive.ts";

/**
 * Friction beyond an end of the free domain, in units of the torque that moves the wall: it takes the momentum of an arriving
 * wall, which is the angle of its moment. With the end walls' spring alone, which is what the equations have, a wall that arrives
 * fast bounces back by a good part of the free domain, and runs on after the current; the closed form has it stay.
 */
const endFriction = 20;
/** Part of the free domain over which the friction sets in; a step would make the solver chatter. */
const endSoftness = 0.01;

/** Steps of the simulation in the shorter of write and relaxation. */
const stepsPerTime = 30;

/** The neuron as an ngspice subcircuit: write path, q-phi equations and read divider. */
export function dwmSpice(
  design: DwmDesign,
  operating: OperatingPoint,
  arraySettling_s: number,
): ({ readonly status: "ok" } & SpiceNeuron) | Impossible {
  const operation = operationOf(design, operating.temperature_K);
  if (operation.status === "impossible") return operation;
  const { write_s, reset_s, motion } = operation;
  const isReset = design.memory === "reset";
  const rowsOn_s = isReset ? reset_s : write_s / 100;
  const rowsOff_s = rowsOn_s + arraySettling_s + write_s;
  const readEnd_s = rowsOff_s + readDuration_s(design);
  const decision_s = delay_s(
    [
      ...resetPhases(design, operation),
      { phase: "evaluate", duration_s: write_s, formula: "write" },
      { phase: "read", duration_s: readDuration_s(design), formula: "read" },
    ],
    operating.conventions.readTiming,
  );
  const reset: SpiceSource = {
    port: "vreset",
    meaning: "supply of the reset current, on before the rows",
    waveform: spicePulse(design.resetSupply_V, 0, reset_s),
    ledgerLines: ["preset"],
  };
  return {
    status: "ok",
    subcircuit: {
      name: "dwm_neuron",
      ports: ["in", "out", "vread", ...(isReset ? ["vreset"] : [])],
      parameters: { previous: 0, friction: endFriction },
      lines: [
        ...(isReset ? resetLines(design) : ["Bcurrent current 0 V = I(Vdrive)*1e6"]),
        ...wallLines(operation, isReset),
        ...mtjDividerNetlist(dividerOf(design), "1 - V(q)", design.logicVoltage_V),
      ],
      notes: [
        "Domain-wall neuron: q-phi equations of the wall (Thiaville et al., EPL 100, 57002 (2012); Martinez et al.,",
        "Appl. Phys. Lett. 103, 072406 (2013)), without thermal agitation. Node q: position of the wall over the length of the",
        "free domain, 0 to 1. Node phi: angle of its moment in rad. Nodes a and b: the two torques in 1/ns. Node current: what",
        "drives the wall, in microampere. Capacitors of 1 nF turn a current of 1 A into a rate of 1/ns. The end walls are springs",
        "at q = 0 and q = 1; the parameter friction takes the momentum of an arriving wall, an assumption; 0 is an elastic end,",
        "which throws a fast wall back. The junction is antiparallel, and out high, once the wall has crossed. progress goes from",
        isReset
          ? "0 to 1 in a decision that fires; the reset brings the wall to q = 0 before."
          : "0 to 1 in a decision.",
      ],
    },
    sources: [
      {
        port: "vread",
        meaning: "read voltage, on for the read after the write",
        waveform: spicePulse(design.readVoltage_V, rowsOff_s, readEnd_s),
        ledgerLines: ["read", "read-node"],
      },
      ...(isReset ? [reset] : []),
    ],
    rowsOn_s,
    rowsOff_s,
    stop_s: Math.max(readEnd_s, rowsOn_s + arraySettling_s + decision_s) * 1.001,
    step_s: Math.min(write_s, motion.relaxation_s || write_s) / stepsPerTime,
    readAt_s: readEnd_s,
    firesAbove_V: design.logicVoltage_V / 2,
    carriesColumnCapacitance: false,
    measures: [
      {
        name: "delay_s",
        meaning: "from the rows' step until the wall has crossed",
        statement: `trig at=${rowsOn_s} targ v(#.progress) val=1 td=${rowsOn_s} rise=1`,
      },
    ],
  };
}

/** The reset current runs through the strip against the wall, from a supply of its own. */
function resetLines({ resetSupply_V, resetCurrent_A }: DwmDesign): string[] {
  return [
    "Vreset vreset reset 0",
    `Rreset reset 0 ${resetSupply_V / resetCurrent_A}`,
    "Bcurrent current 0 V = (I(Vdrive) - I(Vreset))*1e6",
  ];
}

/** Write path and wall. All rates in 1/ns, the current in microampere, the position in lengths of the free domain. */
function wallLines({ wall, path, track }: Operation, isReset: boolean): string[] {
  const law = qPhiLaw(wall, track, driveAt(wall, path, 1e-6));
  const { damping: alpha, length_m } = law;
  const perNs = (rate: number): number => rate * 1e-9;
  const scale = 1 / (1 + alpha ** 2);
  const pinning = law.pinning === 0 ? "" : ` - ${perNs(law.pinning)}*sin(${law.pinningWavenumber * length_m}*V(q))`;
  const start = isReset ? "V(q)" : "V(q) - {previous}";
  return [
    "Vdrive in drive 0",
    `Rwrite drive 0 ${path.resistance_ohm}`,
    `Ba a 0 V = ${perNs(law.drift)}*V(current) + ${perNs(law.dmi)}*sin(V(phi)) - (${perNs(law.shape) / 2})*sin(2*V(phi))`,
    "Bbeyond beyond 0 V = max(0, V(q) - 1) + min(0, V(q))",
    `Bb b 0 V = ${perNs(law.push)}*V(current) + (${perNs(law.spinHall)})*V(current)*cos(V(phi))${pinning} - ${perNs(law.endStiffness * length_m)}*V(beyond) - {friction}*V(a)*min(1, abs(V(beyond))/${endSoftness})`,
    `Bq 0 q I = (time > 0 ? 1 : 0)*${(scale * law.wallParameter_m) / length_m}*(V(a) + ${alpha}*V(b))`,
    "Cq q 0 1n ic={previous}",
    "Rq q 0 1e12",
    `Bphi 0 phi I = (time > 0 ? 1 : 0)*${scale}*(V(b) - ${alpha}*V(a))`,
    "Cphi phi 0 1n ic=0",
    "Rphi phi 0 1e12",
    `Bprogress progress 0 V = abs(${start})`,
  ];
}
