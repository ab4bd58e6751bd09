export {
  bohrMagneton_J_T,
  boltzmann_J_K,
  elementaryCharge_C,
  fieldGyromagneticRatio_m_A_s,
  gyromagneticRatio_rad_s_T,
  reducedPlanck_J_s,
  vacuumPermeability_T_m_A,
  vacuumPermittivity_F_m,
} from "./constants.ts";

export { erf, erfc } from "./error-function.ts";
export { sech } from "./hyperbolic-secant.ts";
export { NORMAL_NODES } from "./normal-quadrature.ts";
export { normalCdf, normalPdf, normalQuantile } from "./normal-distribution.ts";

export { demagnetisingFactors } from "./demagnetisation.ts";
export type { DemagnetisingFactors, Prism } from "./demagnetisation.ts";

export {
  capacitances45nm,
  currentFactorMismatch45nm_m,
  earlyVoltagePerLength45nm_V_m,
  mos45nm,
  thresholdMismatch45nm_V_m,
} from "./ptm-45nm.ts";
export type { Mos45nm } from "./ptm-45nm.ts";
export { nominalTemperature_K, simulatedTemperature_K } from "./mos-temperature.ts";
export type { MosPolarity } from "./mos-temperature.ts";
export { cornerThresholdShift_V, processCorners } from "./process-corner.ts";
export type { ProcessCorner } from "./process-corner.ts";
export { capacitancesAtNode, lowPowerThresholdShift_V, nodeScaling, technologyNodes } from "./technology-node.ts";
export type { NodeScaling, TechnologyNode } from "./technology-node.ts";
export { mosInProcess } from "./mos-process.ts";
export type { MosProcess } from "./mos-process.ts";
export { offCurrentRatio } from "./off-current.ts";
export { mosCapacitances } from "./mos-capacitances.ts";
export type { MosCapacitanceParameters, MosCapacitances } from "./mos-capacitances.ts";
export {
  currentShareAtDrain,
  drainCurrentAtInversion_A,
  gateSourceVoltage_V,
  inversionCoefficient,
  inversionCoefficientAtGate,
  outputConductance_S,
  saturationVoltage_V,
  transconductance_S,
  widthAtInversion_m,
} from "./mos-ekv.ts";
export type { MosTransistor } from "./mos-ekv.ts";

export { bracketedRoot, newtonRoot } from "./root-finding.ts";
export type { RootSearch, ScalarFunction } from "./root-finding.ts";
export { multiplyInto } from "./matrix-product.ts";
export { rungeKutta4 } from "./ode.ts";
export type { Rate, TimeSteps } from "./ode.ts";
export { integrateMacrospin, macrospinEnergy_J, spinCount } from "./macrospin.ts";
export type { Macrospin, SpinCurrent, ThermalField, Vector } from "./macrospin.ts";
export { alignedEnsemble, integrateMacrospinEnsemble } from "./macrospin-ensemble.ts";
export type { EnsembleSpinCurrent, EnsembleThermalField, MacrospinEnsemble } from "./macrospin-ensemble.ts";
export { equilibriumDirection } from "./macrospin-equilibrium.ts";
export type { DirectionDraw } from "./macrospin-equilibrium.ts";

export { invertTridiagonal, solveTridiagonal } from "./tridiagonal.ts";
export {
  antiparallelResistance_ohm,
  biasedMagnetoresistance,
  meanReadCurrent_A,
  mtjDividerState,
  mtjReadErrorProbability,
  nodeChargingEnergy_J,
  parallelResistance_ohm,
  readErrorProbability,
  referenceResistance_ohm,
  risingNodeVoltage_V,
} from "./mtj-divider-read.ts";
export { LARGEST_CURIE_SHARE, reducedMagnetisation, stripAtTemperature } from "./film-temperature.ts";
export type { FilmTemperatureLaw } from "./film-temperature.ts";
export { macrospinNetlist } from "./macrospin-netlist.ts";
export { mtjDividerNetlist } from "./mtj-divider-netlist.ts";
export type { MtjDivider, MtjDividerState } from "./mtj-divider-read.ts";
export {
  anisotropyField_A_m,
  poleLeavingSpinCurrent_A,
  relaxationTime_s,
  shapeAnisotropy,
  switchingSpinCurrent_A,
  thermalVariance,
} from "./perpendicular-magnet.ts";
export type { PerpendicularMagnet, ShapeAnisotropy } from "./perpendicular-magnet.ts";
export { presetResidual } from "./hard-axis-preset.ts";
export { fallenTilt, heldVariance, tiltBelowProbability } from "./bennett-decision.ts";
export type { Tilt } from "./bennett-decision.ts";
export { fallingReadErrorProbability } from "./falling-magnet-read.ts";
export { digitalSupply45nm_V, fanoutOf4Inverter45nm } from "./digital-cells-45nm.ts";
export type { InverterCell } from "./digital-cells-45nm.ts";
export { digitalSupplyAtNode_V, fanoutOf4InverterAtNode } from "./digital-cells-at-node.ts";

export { crossPointCapacitance_F } from "./cross-point.ts";
export type { CrossPoint } from "./cross-point.ts";
export { integral } from "./gauss-kronrod.ts";
export type { Quadrature } from "./gauss-kronrod.ts";
export { confinedState } from "./confined-ode.ts";
export type { ConfinedMotion, StateRate } from "./confined-ode.ts";
export { windowFactor } from "./window-functions.ts";
export type { WindowFunction, WindowShape } from "./window-functions.ts";
export { stateAfterPulse, stateTransit } from "./memristive-device.ts";
export type { MemristiveDevice, ProgrammedRange, StateTransit } from "./memristive-device.ts";
export type { Disturb } from "./memristive-disturb.ts";
export { programmingOf } from "./memristive-programming.ts";
export type { Programming, WriteDirection } from "./memristive-programming.ts";
export { drivenMemristor } from "./memristive-drive.ts";
export type { DrivenMemristor, DrivenTrajectory, RelativeDrive, SwitchingTimes } from "./memristive-drive.ts";
export {
  domainWallOf,
  effectiveAnisotropy_J_m3,
  shapeAnisotropy_J_m3,
  spinDrift_m_s,
  spinHallField_A_m,
  wallParameter_m,
} from "./domain-wall-material.ts";
export type { DomainWall, DomainWallStrip } from "./domain-wall-material.ts";
export { domainWallAngle_rad, domainWallDrive, domainWallMotion, walkerSpeed_m_s } from "./domain-wall-motion.ts";
export type { DomainWallDrive, DomainWallMotion } from "./domain-wall-motion.ts";
export { domainWallCrossingTime_s, domainWallThreshold_A } from "./domain-wall-crossing.ts";
export {
  domainWallDiffusivity_m2_s,
  domainWallForce_N,
  domainWallForcePerField_N_m_A,
  domainWallFriction_kg_s,
  domainWallMass_kg,
} from "./domain-wall-force.ts";
export {
  depinningForce_N,
  domainWallRetention_s,
  kramersRate_Hz,
  pinningForce_N,
  tiltedBarrier_J,
  washboardSpeedFactor,
} from "./domain-wall-pinning.ts";
export type { DomainWallPinning } from "./domain-wall-pinning.ts";

export { memoryCell } from "./memory-cell.ts";
export type { MemoryCell, MemoryCellLayout } from "./memory-cell.ts";
export { onOffResolution } from "./on-off-resolution.ts";
export { junctionConductanceNetlist, parallelPartNetlist } from "./mtj-conduction-netlist.ts";
export { antiparallelConductance_S, junctionConductance_S, parallelPart } from "./mtj-conduction.ts";
export type { TunnelJunction } from "./mtj-conduction.ts";
export { endlessTrack, qPhiLaw, qPhiRate } from "./domain-wall-q-phi.ts";
export type { DomainWallTrack, QPhiDrive, QPhiLaw } from "./domain-wall-q-phi.ts";
export { domainWallAfter, domainWallSteadySpeed_m_s, domainWallTransit_s, restingWall } from "./domain-wall-transit.ts";
export type { DomainWallState } from "./domain-wall-transit.ts";
export { advanceLangevin, restingEnsemble, thermalField_A_m } from "./domain-wall-langevin.ts";
export type { DomainWallEnsemble, LangevinSteps } from "./domain-wall-langevin.ts";
export { dormandPrince } from "./ode-adaptive.ts";
export type { AdaptiveEnd, AdaptiveSpan } from "./ode-adaptive.ts";
export { rowSwitch } from "./row-switch.ts";
export type { RowSwitch } from "./row-switch.ts";
export { gateCharge_C_m, onResistanceTimesWidth_ohm_m, SWITCH_FAMILIES } from "./switch-transistor.ts";
export { threePointNoise } from "./three-point-noise.ts";
export { wilsonInterval } from "./binomial-interval.ts";
export type { ChanceInterval } from "./binomial-interval.ts";
export { nonIncreasing } from "./isotonic-regression.ts";

export type { ArrayTerminals } from "./crossbar/array-terminals.ts";
export { solveLayer } from "./crossbar/layer-solution.ts";
export type { LayerSolution } from "./crossbar/layer-solution.ts";
export { halfSwingDelay_s } from "./crossbar/line-delay.ts";
export { elmoreDelay_s, simulatedHalfSwing_s } from "./crossbar/line-transient.ts";
export { cellStates } from "./crossbar/nonlinear-array.ts";
export type { NonlinearArray } from "./crossbar/nonlinear-array.ts";
export type { PairedRows } from "./crossbar/paired-rows.ts";
export { conversion } from "./crossbar/partial-sum-converter.ts";
export { partialSums } from "./crossbar/partial-sums.ts";
export { columnVoltageSquare_V2, inputPower_W, timesColumnConductance_S } from "./crossbar/pattern-response.ts";
export { longestTile, tileLayout } from "./crossbar/tile-layout.ts";
export { tiledColumns } from "./crossbar/tiled-columns.ts";
export type { TiledColumns } from "./crossbar/tiled-columns.ts";
export {
  copperResistivity_ohm_m,
  copperShare,
  lineResistance_ohm_m,
  temperatureFactor,
} from "./crossbar/wire-resistance.ts";
