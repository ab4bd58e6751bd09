import { violationsAmong } from "@neurofront/core";
import type { Answer, SynapseCharacter, SynapseOperating } from "@neurofront/core";
import { crossPointCapacitance_F, domainWallForce_N, kramersRate_Hz, onOffResolution } from "@neurofront/physics";
import { defineSynapse, statisticsViews } from "@neurofront/plugin-kit";
import { parameters } from "./parameters.ts";
import type { DomainWallMemristorDesign } from "./parameters.ts";
import { presets } from "./presets.ts";
import { readPathOf } from "./read-path.ts";
import { readPathSubcircuit } from "./spice.ts";
import { hoppingDiffusivity_m2_s, reflectedPosition, thermalPosition_m } from "./thermal-wall.ts";
import { brokenRules } from "./validity.ts";
import { criticalCurrent_A, driveAt, noWallViolation, onePlaceViolation, pinningOf, transit, wallOf } from "./wall.ts";

/** Longest mean time that is told; beyond, a wall never moves. */
const FOREVER_S = 1e30;

/** Mean time until a wall leaves its place to either side, with the read current pushing. */
function retention_s(design: DomainWallMemristorDesign, temperature_K: number, current_A: number): number {
  const wall = wallOf(design, temperature_K);
  const force_N = current_A === 0 ? 0 : domainWallForce_N(wall, driveAt(design, wall, current_A));
  const forward_Hz = kramersRate_Hz(wall, pinningOf(design), temperature_K, force_N);
  const backward_Hz = kramersRate_Hz(wall, pinningOf(design), temperature_K, 0);
  return Math.min(1 / (forward_Hz + (force_N > 0 ? 0 : backward_Hz)), FOREVER_S);
}

function characterize(
  design: DomainWallMemristorDesign,
  { inputVoltage_V, temperature_K }: SynapseOperating,
): Answer<SynapseCharacter> {
  const impossible = violationsAmong([noWallViolation(design, temperature_K), onePlaceViolation(design)]);
  if (impossible.length > 0) return { status: "impossible", violations: impossible };
  const { length_m, width_m, thickness_m, pinningPitch_m, featureSize_m, writeCurrent_A } = design;
  const wall = wallOf(design, temperature_K);
  const path = readPathOf(design);
  const way = transit(design, wall);
  const critical_A = criticalCurrent_A(design, wall);
  const readCurrent_A = path.conductanceMax_S * inputVoltage_V;
  const side_m = { along: length_m + featureSize_m, across: width_m + featureSize_m };
  const area_m2 = side_m.along * side_m.across;
  return {
    status: "ok",
    conductanceMin_S: path.conductanceMin_S,
    conductanceMax_S: path.conductanceMax_S,
    levels: Math.floor(length_m / pinningPitch_m + 1e-9) + 1,
    stuckAtMin: design.stuckAtMin,
    stuckAtMax: design.stuckAtMax,
    isSeparable: design.type === "spin-valve",
    area_m2,
    pitch_m: Math.sqrt(area_m2),
    // The junction is a capacitor as large as the strip; a spin valve has none of its own.
    capacitance_F:
      design.type === "junction"
        ? (crossPointCapacitance_F(design) * length_m * width_m) / featureSize_m ** 2
        : crossPointCapacitance_F(design),
    ...(way === undefined
      ? {}
      : {
          write: {
            voltage_V: writeCurrent_A * way.trackResistance_ohm,
            duration_s: way.duration_s,
            energy_J: way.energy_J,
            formula:
              "I^2 R (L / v + tau) from end to end, R = resistivity L / (w t); drop and swing of the driver left out",
          },
        }),
    violations: brokenRules(design, { wall, critical_A, readCurrent_A, inputVoltage_V, temperature_K }),
    quantities: {
      onOffResolution: onOffResolution(path.conductanceMin_S, path.conductanceMax_S),
      wallParameter_m: wall.wallParameter_m,
      ...(Number.isFinite(critical_A)
        ? { criticalCurrent_A: critical_A, criticalDensity_A_m2: critical_A / (width_m * thickness_m) }
        : {}),
      writeDensity_A_m2: writeCurrent_A / (width_m * thickness_m),
      readCurrent_A,
      thermalPosition_m: thermalPosition_m(pinningOf(design), temperature_K),
      retention_s: retention_s(design, temperature_K, 0),
      retentionUnderRead_s: retention_s(design, temperature_K, readCurrent_A),
      ...(way === undefined ? {} : { wallSpeed_m_s: way.speed_m_s, trackResistance_ohm: way.trackResistance_ohm }),
      enduranceLeastCycles: 1e6,
      enduranceMostCycles: 1e15,
    },
  };
}

/** Position of the wall for a conductance, held within the strip: programming errors reach beyond. */
function positionOf(design: DomainWallMemristorDesign, conductance_S: number): number {
  return Math.min(Math.max(readPathOf(design).position(conductance_S), 0), 1);
}

const statistics = {
  characterize,
  programmingSpread_S(design: DomainWallMemristorDesign, _operating: SynapseOperating, target_S: number) {
    const path = readPathOf(design);
    const placed_S = (path.slope_S(positionOf(design, target_S)) * design.placementSpread_m) / design.length_m;
    return Math.hypot(placed_S, design.cycleSpread * path.conductanceMax_S);
  },
  aged(design: DomainWallMemristorDesign, { temperature_K }: SynapseOperating, conductance_S: number, age_s: number) {
    const unaged = { mean_S: conductance_S, spread_S: 0 };
    if (noWallViolation(design, temperature_K) !== undefined) return unaged;
    const diffusivity_m2_s = hoppingDiffusivity_m2_s(wallOf(design, temperature_K), pinningOf(design), temperature_K);
    const walked = Math.sqrt(2 * diffusivity_m2_s * age_s) / design.length_m;
    if (walked === 0) return unaged;
    const path = readPathOf(design);
    const start = positionOf(design, conductance_S);
    const { mean, spread } = reflectedPosition(start, walked);
    return {
      // The change of the mean, so that what lies outside the strip by a programming error stays there.
      mean_S: Math.max(0, conductance_S + path.conductance_S(mean, 0) - path.conductance_S(start, 0)),
      spread_S: path.slope_S(mean) * spread,
    };
  },
};

/**
 * One domain wall in a pinned strip: its place is the weight, a current along the strip moves it. Speed, pinning and retention
 * are those of the one-dimensional wall of the domain-wall neuron.
 */
export const domainWallMemristor = defineSynapse({
  id: "domain-wall-memristor",
  title: "Domain-wall memristor",
  parameters,
  presets,
  views: statisticsViews(statistics),
  ...statistics,
  readNoise(design, { temperature_K }, conductance_S) {
    const path = readPathOf(design);
    const position_m = thermalPosition_m(pinningOf(design), temperature_K);
    const ofWall_S = (path.slope_S(positionOf(design, conductance_S)) * position_m) / design.length_m;
    return conductance_S > 0 ? Math.hypot(design.readNoise, ofWall_S / conductance_S) : design.readNoise;
  },
  current_A(design, conductance_S, voltage_V) {
    const path = readPathOf(design);
    const position = path.position(conductance_S);
    // Beyond the ends, where only programming errors reach, the whole device follows the law of the nearest one.
    const held = Math.min(Math.max(position, 0), 1);
    const ohmic_S = path.conductance_S(held, 0);
    return (conductance_S * voltage_V * path.conductance_S(held, voltage_V)) / ohmic_S;
  },
  spice: readPathSubcircuit,
});
