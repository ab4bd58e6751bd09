import { channelSection_m2, groundLeadSection_m2, injectorArea_m2, tunnelBarrier_ohm } from "./charge-path.ts";
import { magnetArea_m2 } from "./device.ts";
import type { LsvDesign } from "./parameters.ts";
import { leadConductance_S, spinVoltages_V } from "./spin-channel.ts";
import type { SpinChannel, SpinContact } from "./spin-channel.ts";
import {
  channelSpinResistance_ohm,
  longitudinalSpinConductance_S,
  spinTransferEfficiency,
  throughBarrier,
  transverseSpinConductance_S,
} from "./spin-transport.ts";
import type { NonLocalSpinValve, SpinInjector } from "./spin-transport.ts";

/**
 * How the output magnet takes spin: `transverse` while it lies on the equator, across the signal spin; `longitudinal` at a
 * pole.
 */
export type Absorption = "transverse" | "longitudinal";

/** Part of a net charge current that arrives in the output magnet as spin current, by the design's transport model. */
export function transferEfficiency(design: LsvDesign, absorption: Absorption): number {
  return design.transport === "nodal"
    ? nodalEfficiency(design, absorption)
    : spinTransferEfficiency(spinValveOf(design, absorption));
}

/** Injector, channel and output magnet of a design, on a channel with infinite arms. */
export function spinValveOf(design: LsvDesign, absorption: Absorption): NonLocalSpinValve {
  const injector = injectorOf(design);
  return {
    polarisation: injector.polarisation,
    channelSpinResistance_ohm: spinResistanceOf(design),
    injectorConductance_S: injector.conductance_S,
    absorberConductance_S: absorberConductance_S(design, absorption),
    reducedDistance: design.injectorDetectorDistance_m / design.spinDiffusionLength_m,
  };
}

/** Efficiency of one injector, with all contacts of the design on its channel. */
function nodalEfficiency(design: LsvDesign, absorption: Absorption): number {
  const channel = spinChannelOf(design, absorption);
  return spinVoltages_V(channel)[1]! * absorberConductance_S(design, absorption);
}

/**
 * The channel of a design with 1 A of charge in its first injector. The output magnet is the second contact; a pair has the
 * other injector, which takes spin but gives none, as the third.
 */
export function spinChannelOf(design: LsvDesign, absorption: Absorption): SpinChannel {
  const { injectorArm_m, outputArm_m, injectorDetectorDistance_m, spinDiffusionLength_m } = design;
  const { polarisation, conductance_S } = injectorOf(design);
  const taken_S = conductance_S + (design.groundLead === "spin-sink" ? groundLeadConductance_S(design) : 0);
  const contacts: SpinContact[] = [
    { position_m: 0, conductance_S: taken_S, source_A: polarisation },
    {
      position_m: injectorDetectorDistance_m,
      conductance_S: absorberConductance_S(design, absorption),
      source_A: 0,
    },
  ];
  if (design.injectors === "pair")
    contacts.push({ position_m: 2 * injectorDetectorDistance_m, conductance_S: taken_S, source_A: 0 });
  return {
    spinResistance_ohm: spinResistanceOf(design),
    spinDiffusionLength_m,
    ends_m: [injectorArm_m, design.injectors === "pair" ? injectorArm_m : outputArm_m],
    contacts,
  };
}

function spinResistanceOf(design: LsvDesign): number {
  const { channelResistivity_ohm_m, spinDiffusionLength_m } = design;
  return channelSpinResistance_ohm(channelResistivity_ohm_m, spinDiffusionLength_m, channelSection_m2(design));
}

function injectorOf(design: LsvDesign): SpinInjector {
  const { polarisation } = design;
  const magnet = { polarisation, conductance_S: magnetConductance_S(design, injectorArea_m2(design)) };
  return throughBarrier(magnet, tunnelBarrier_ohm(design), design.tunnelPolarisation);
}

function absorberConductance_S(design: LsvDesign, absorption: Absorption): number {
  return absorption === "transverse"
    ? transverseSpinConductance_S(design.mixingConductance_S_m2, magnetArea_m2(design))
    : magnetConductance_S(design, magnetArea_m2(design));
}

function magnetConductance_S(design: LsvDesign, area_m2: number): number {
  const { magnetResistivity_ohm_m, magnetSpinDiffusionLength_m, polarisation } = design;
  return longitudinalSpinConductance_S(magnetResistivity_ohm_m, magnetSpinDiffusionLength_m, polarisation, area_m2);
}

function groundLeadConductance_S(design: LsvDesign): number {
  const { groundLeadResistivity_ohm_m, groundLeadSpinDiffusionLength_m, groundLeadLength_m } = design;
  const spinResistance_ohm = channelSpinResistance_ohm(
    groundLeadResistivity_ohm_m,
    groundLeadSpinDiffusionLength_m,
    groundLeadSection_m2(design),
  );
  return leadConductance_S(spinResistance_ohm, groundLeadLength_m / groundLeadSpinDiffusionLength_m);
}
