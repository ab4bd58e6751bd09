import type { Impossible, OperatingPoint, SpiceNeuron, Violation } from "@neurofront/core";
import {
  anisotropyField_A_m,
  fieldGyromagneticRatio_m_A_s,
  macrospinNetlist,
  mtjDividerNetlist,
} from "@neurofront/physics";
import { spicePulse } from "@neurofront/plugin-kit";
import { fixedMagnetPath_ohm, injectorArea_m2, presetDrive, tunnelBarrier_ohm } from "./charge-path.ts";
import { dividerOf, outputMagnetOf, scalesOf } from "./device.ts";
import type { LsvDesign } from "./parameters.ts";
import { transferEfficiency } from "./transfer.ts";
import { impossibilities } from "./validity.ts";

/** Steps of the simulation in a radian of precession in the anisotropy field. */
const stepsPerRadian = 3;

/** |m_z| at which a magnet has fallen. */
const fallen = 0.9;

/** Why a cycle other than that of the subcircuit has no SPICE form. */
function unwritten(design: LsvDesign): Violation[] {
  const { magnet, clocking, presetFallTime_s, rowsDriven } = design;
  const others = [
    magnet === "perpendicular" ? "" : `magnet ${magnet}`,
    clocking === "bennett" ? "" : `clocking ${clocking}`,
    presetFallTime_s === 0 ? "" : `presetFallTime ${presetFallTime_s * 1e12} ps`,
    rowsDriven === "evaluation" ? "" : `rowsDriven ${rowsDriven}`,
  ].filter((other) => other !== "");
  if (others.length === 0) return [];
  const message = `the SPICE form is of a perpendicular magnet with an abrupt preset before the rows are driven, not of ${others.join(", ")}`;
  return [{ kind: "impossible", code: "no-spice-form", message, amount: others.length }];
}

/** The neuron as an ngspice subcircuit: charge paths, macrospin and read divider. */
export function lateralSpinValveSpice(
  design: LsvDesign,
  operating: OperatingPoint,
  arraySettling_s: number,
): ({ readonly status: "ok" } & SpiceNeuron) | Impossible {
  const violations = [...impossibilities(design, operating), ...unwritten(design)];
  if (violations.length > 0) return { status: "impossible", violations };
  const rowsOn_s = design.presetDuration_s;
  const rowsOff_s = rowsOn_s + arraySettling_s + design.evaluation_s;
  const readOn_s = rowsOff_s + design.fallTime_s;
  const readEnd_s = readOn_s + design.readTime_s;
  const precession_rad_s = fieldGyromagneticRatio_m_A_s * anisotropyField_A_m(outputMagnetOf(design));
  return {
    status: "ok",
    subcircuit: {
      name: "lateral_spin_valve_neuron",
      ports: ["in", "out", "vpreset", "vread"],
      parameters: { previous: 0 },
      lines: [...magnetLines(design), ...mtjDividerNetlist(dividerOf(design), "0.5 - 0.5*V(z)", design.logicVoltage_V)],
      notes: [
        "Lateral spin valve: Landau-Lifshitz-Gilbert-Slonczewski equation of a single-domain magnet with easy axis z, without",
        "thermal agitation. Nodes x, y, z: its direction; tx, ty, tz: torques in 1/ns. The preset pushes along x, the net current",
        "times the spin transfer efficiency of the channel along z. Capacitors of 1 nF turn a current of 1 A into a rate of 1/ns.",
        "out is high for z = 1; tilt is |z|.",
      ],
    },
    sources: [
      {
        port: "vpreset",
        meaning: "preset supply, on for the preset duration",
        waveform: spicePulse(design.presetVoltage_V, 0, design.presetDuration_s),
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
    step_s: 1 / (precession_rad_s * stepsPerRadian),
    readAt_s: readEnd_s,
    firesAbove_V: design.logicVoltage_V / 2,
    carriesColumnCapacitance: false,
    measures: [
      {
        name: "residual_tilt",
        meaning: "z when the preset ends",
        statement: `find v(#.z) at=${rowsOn_s}`,
      },
      { name: "evaluated_tilt", meaning: "z when the rows go off", statement: `find v(#.z) at=${rowsOff_s}` },
      {
        name: "fall_s",
        meaning: `from the rows' step until the magnet has fallen to |z| = ${fallen}`,
        statement: `trig at=${rowsOn_s} targ v(#.tilt) val=${fallen} td=${rowsOn_s} rise=1`,
      },
    ],
  };
}

/** Charge paths and magnet. */
function magnetLines(design: LsvDesign): string[] {
  const magnet = outputMagnetOf(design);
  const drive = presetDrive(design, scalesOf(design).presetSpinCurrent_A);
  return [
    "Vdrive in drive 0",
    `Rinput drive 0 ${fixedMagnetPath_ohm(design, injectorArea_m2(design)) + tunnelBarrier_ohm(design)}`,
    "Vpreset vpreset preset 0",
    `Rpreset preset 0 ${design.presetVoltage_V / drive.current_A}`,
    ...macrospinNetlist(
      { ...magnet, anisotropyField_A_m: [0, 0, anisotropyField_A_m(magnet)] },
      {
        x: `${design.presetEfficiency}*I(Vpreset)`,
        z: `${transferEfficiency(design, "transverse")}*I(Vdrive)`,
      },
      ["0", "0", "{2*previous-1}"],
    ),
    "Btilt tilt 0 V = abs(V(z))",
  ];
}
