import type { Impossible, OperatingPoint, SpiceNeuron } from "@neurofront/core";
import { macrospinNetlist, mtjDividerNetlist } from "@neurofront/physics";
import { spicePulse } from "@neurofront/plugin-kit";
import { dividerOf, equatorResistance_ohm, junctionPolarisation, scalesOf } from "./device.ts";
import { spinPerCharge } from "./heavy-metal-strip.ts";
import { macrospinOf, stepsFor } from "./macrospin-run.ts";
import type { SheMtjDesign } from "./parameters.ts";
import { presetDrive } from "./preset-drive.ts";
import { impossibilities } from "./validity.ts";

/** Part of the preset for which the circuit rests before it, so that its operating point is that of an evaluation. */
const rest = 1e-3;

/** The neuron as an ngspice subcircuit: strip with its switches, junction, macrospin and read divider. */
export function sheMtjSpice(
  design: SheMtjDesign,
  _operating: OperatingPoint,
  arraySettling_s: number,
): ({ readonly status: "ok" } & SpiceNeuron) | Impossible {
  const violations = impossibilities(design);
  if (violations.length > 0) return { status: "impossible", violations };
  const presetOn_s = rest * design.presetDuration_s;
  const rowsOn_s = presetOn_s + design.presetDuration_s;
  const rowsOff_s = rowsOn_s + arraySettling_s + design.evaluation_s;
  const readOn_s = rowsOff_s + design.fallTime_s;
  const readEnd_s = readOn_s + design.readTime_s;
  return {
    status: "ok",
    subcircuit: {
      name: "she_mtj_neuron",
      ports: ["in", "out", "vpreset", "vread"],
      parameters: { previous: 0 },
      lines: [
        ...stripLines(design),
        ...magnetLines(design),
        ...mtjDividerNetlist(dividerOf(design), "0.5 - 0.5*V(z)", design.logicVoltage_V),
      ],
      notes: [
        "Spin-Hall-preset tunnel-junction neuron: Landau-Lifshitz-Gilbert-Slonczewski equation of a single-domain magnet with easy axis",
        "z and the shape anisotropy of its film, without thermal agitation. Nodes x, y, z: its direction; tx, ty, tz: torques in 1/ns.",
        "The strip runs along x from left to right; half of what flows in at left and out at right, times the spin per charge, pushes",
        "along y: the preset in full, the net current, which enters in the middle and leaves by both ends, not at all. The net",
        "current crosses the junction, at the resistance of a magnet on its equator, and pushes along z with the junction's polarisation.",
        "The input switch is open while vpreset or vread is on. The read has the junction once more, with the magnet as far as it has",
        "fallen; the mean read current pushes towards z = 1, antiparallel, out high. Left is on ground while vpreset is at 0 V.",
      ],
    },
    sources: [
      {
        port: "vpreset",
        meaning: "preset supply, on for the preset duration",
        waveform: spicePulse(design.presetVoltage_V, presetOn_s, rowsOn_s),
        ledgerLines: ["preset"],
      },
      {
        port: "vread",
        meaning: "read voltage, on for the read time after the fall",
        waveform: spicePulse(design.readVoltage_V, readOn_s, readEnd_s),
        ledgerLines: ["read", "read-node"],
      },
    ],
    rowsOn_s,
    rowsOff_s,
    stop_s: readEnd_s * 1.001,
    step_s: stepsFor(design, design.presetDuration_s).step_s,
    readAt_s: readEnd_s,
    firesAbove_V: design.logicVoltage_V / 2,
    carriesColumnCapacitance: false,
    measures: [
      { name: "residual_tilt", meaning: "z when the preset ends", statement: `find v(#.z) at=${rowsOn_s}` },
      { name: "evaluated_tilt", meaning: "z when the rows go off", statement: `find v(#.z) at=${rowsOff_s}` },
      { name: "fallen_tilt", meaning: "z when the read begins", statement: `find v(#.z) at=${readOn_s}` },
      { name: "latched_tilt", meaning: "z when the latch decides", statement: `find v(#.z) at=${readEnd_s}` },
    ],
  };
}

/** Input switch, junction, and the strip with a switch at each end; the magnet on the middle shunts its part of the strip. */
function stripLines(design: SheMtjDesign): string[] {
  const { strip_ohm, switch_ohm } = presetDrive(design, scalesOf(design).presetSpinCurrent_A);
  const inputSwitch_ohm = design.switchResistanceWidth_ohm_m / design.inputSwitchWidth_m;
  const isClosed = `V(vpreset) < ${design.presetVoltage_V / 2} && V(vread) < ${design.readVoltage_V / 2}`;
  return [
    "Vdrive in drive 0",
    `Binput drive top I = V(drive,top)*((${isClosed}) ? ${1 / inputSwitch_ohm} : 1e-12)`,
    `Rjunction top middle ${equatorResistance_ohm(design)}`,
    "Vleft vpreset supplied 0",
    `Rleftswitch supplied left ${switch_ohm}`,
    `Rleft left middle ${strip_ohm / 2}`,
    `Rright middle right ${strip_ohm / 2}`,
    `Rrightswitch right grounded ${switch_ohm}`,
    "Vright grounded 0 0",
  ];
}

function magnetLines(design: SheMtjDesign): string[] {
  const polarisation = junctionPolarisation(design.tunnelMagnetoresistance);
  const { readOverdrive, switchingSpinCurrent_A } = scalesOf(design);
  return macrospinNetlist(
    macrospinOf(design),
    {
      y: `${spinPerCharge(design) / 2}*(I(Vleft) + I(Vright))`,
      z: `${polarisation}*I(Vdrive) + ${(readOverdrive * switchingSpinCurrent_A) / design.readVoltage_V}*V(vread)`,
    },
    ["0", "0", "{2*previous-1}"],
  );
}
