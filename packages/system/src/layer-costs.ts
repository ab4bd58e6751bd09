import { delay_s, totalEnergy_J } from "@neurofront/core";
import type {
  Accounting,
  ArraySolution,
  LayerAssessment,
  OwnedLedgerEntry,
  Phase,
  QuantitiesByPart,
  SynapseCharacter,
} from "@neurofront/core";
import { multiplyInto } from "@neurofront/physics";
import type { Circuit } from "./circuit.ts";
import { netContributions_A } from "./signal.ts";
import type { Signal } from "./signal.ts";
import { zeros } from "./small-arrays.ts";
import { poolingEntry, supplyConversionEntry, synapseStaticEntry } from "./system-ledger.ts";

/** A layer with its solved array. */
export interface SolvedLayer {
  readonly circuit: Circuit;
  readonly array: ArraySolution;
  readonly signal: Signal;
}

/** What one decision of one neuron of a layer costs, and the layer's derived numbers. */
export function layerCosts(
  { circuit, array, signal }: SolvedLayer,
  synapse: SynapseCharacter,
  accounting: Accounting,
  converterDrop_V: number,
): LayerAssessment {
  const { trained, neuron, layer, operating } = circuit;
  const { inputVoltage_V } = operating;
  const driven_s = array.settling_s + neuron.synapsesDriven_s;
  const meanInputPower_W = array.inputPower_W.reduce((sum, power) => sum + power, 0) / array.inputPower_W.length;
  const synapseStatic = synapseStaticEntry(meanInputPower_W, trained.outputCount, driven_s);
  const ledger: OwnedLedgerEntry[] = [
    { owner: "system", ...synapseStatic },
    { owner: "system", ...supplyConversionEntry(synapseStatic.energy_J, inputVoltage_V, converterDrop_V) },
    ...(trained.pool === undefined
      ? []
      : [{ owner: "system" as const, ...poolingEntry(trained.pool, trained.positions) }]),
    ...neuron.energy.map((entry) => ({ owner: "neuron" as const, ...entry })),
    ...array.energy.map((entry) => ({ owner: "interconnect" as const, ...entry })),
  ];
  const phases: Phase[] = [
    { phase: "settle", duration_s: array.settling_s, formula: "array settling" },
    ...neuron.phases,
  ];
  const area = [...neuron.area, ...array.area];
  const nominal_A = shownCurrents_A(circuit, netContributions_A(signal));
  return {
    inputCount: trained.inputCount,
    outputCount: trained.outputCount,
    positions: trained.positions,
    energy_J: totalEnergy_J(ledger, accounting),
    delay_s: delay_s(phases, operating.conventions.readTiming),
    area_m2: area.reduce((sum, entry) => sum + entry.area_m2, 0),
    ledger,
    phases,
    area,
    quantities: finiteByPart({
      neuron: {
        inputResistance_ohm: neuron.inputResistance_ohm,
        thresholdCurrent_A: neuron.thresholdCurrent_A,
        offsetSpread_V: neuron.offsetSpread_V,
        offsetSpread_A: neuron.offsetSpread_A,
        ...neuron.quantities,
      },
      synapse: {
        conductanceMin_S: synapse.conductanceMin_S,
        conductanceMax_S: synapse.conductanceMax_S,
        levels: synapse.levels,
        ...synapse.quantities,
      },
      interconnect: { settling_s: array.settling_s, meanInputPower_W, ...array.quantities },
      system: {
        columnConductance_S: layer.meanColumnConductance_S,
        columnCurrent_A: operating.columnCurrent_A,
        ...netCurrentSummary(nominal_A, circuit.activity.shown.wanted),
        deliveredShare: deliveredShare(nominal_A, circuit),
      },
    }),
  };
}

/** Leave out what is infinite (the resistance of a floating node, the levels of an analog device): archives hold numbers. */
function finiteByPart(quantities: QuantitiesByPart): QuantitiesByPart {
  return {
    neuron: finite(quantities.neuron),
    synapse: finite(quantities.synapse),
    interconnect: finite(quantities.interconnect),
    system: finite(quantities.system),
  };
}

function finite(part: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  for (const name in part)
    if (!Number.isFinite(part[name]))
      return Object.fromEntries(Object.entries(part).filter(([, value]) => Number.isFinite(value)));
  return part;
}

/** Net current of every neuron for every row of levels that the layer is shown. */
function shownCurrents_A({ trained, activity }: Circuit, net_A: Float64Array): Float64Array {
  const { inputCount, outputCount } = trained;
  const { count, levels } = activity.shown;
  const current_A = zeros(count * outputCount);
  multiplyInto(current_A, levels, count, net_A, inputCount, outputCount);
  return current_A;
}

/** Smallest and median magnitude of the nominal net current that drives a decision the right way. */
function netCurrentSummary(
  nominal_A: Float64Array,
  wanted: Uint8Array,
): { readonly netCurrentMin_A: number; readonly netCurrentMedian_A: number } {
  const signed = zeros(nominal_A.length);
  for (let index = 0; index < signed.length; index++)
    signed[index] = wanted[index] === 1 ? nominal_A[index]! : -nominal_A[index]!;
  signed.sort();
  return { netCurrentMin_A: signed[0]!, netCurrentMedian_A: signed[Math.floor(signed.length / 2)]! };
}

/** Least-squares share of the ideal net current (no wires, drivers or neuron resistance) that reaches the neurons. */
function deliveredShare(nominal_A: Float64Array, circuit: Circuit): number {
  const { inputCount, outputCount } = circuit.trained;
  const { conductance_S } = circuit.layer;
  const { inputVoltage_V } = circuit.operating;
  const net_A = zeros(inputCount * outputCount);
  for (let input = 0; input < inputCount; input++)
    for (let output = 0; output < outputCount; output++) {
      const plus = 2 * input * outputCount + output;
      net_A[input * outputCount + output] =
        (conductance_S[plus]! - conductance_S[plus + outputCount]!) * inputVoltage_V;
    }
  const ideal_A = shownCurrents_A(circuit, net_A);
  let product = 0;
  let square = 0;
  for (let index = 0; index < ideal_A.length; index++) {
    const one_A = ideal_A[index]!;
    product += one_A * nominal_A[index]!;
    square += one_A * one_A;
  }
  return square > 0 ? product / square : 0;
}
