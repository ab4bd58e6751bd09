/**
 * neurofront in miniature: a neuron, a synapse, an interconnect, a search and a front. `node docs/mini.ts` prints it.
 *
 * Everything is SI, every number carries its unit in its name, every model is a pure function. The equations are the shortest that
 * still show the trade: a fast decision needs current, current needs wide drivers, and too little of it is decided wrongly.
 */
import { formatQuantity, randomAt } from "@neurofront/core";
import { normalCdf } from "@neurofront/physics";

/** What is searched. */
interface Design {
  /** Net current at which the neuron switches. */
  readonly switchingCurrent_A: number;
  /** Distance that the domain wall runs. */
  readonly length_m: number;
  /** Level of the inputs. */
  readonly inputVoltage_V: number;
  /** Current of one synapse at that level. */
  readonly synapseCurrent_A: number;
}

/** What is wanted: both small. */
interface Assessed {
  readonly design: Design;
  readonly energy_J: number;
  readonly delay_s: number;
  readonly accuracy: number;
}

const INPUTS = 26;
const OUTPUTS = 26;
/** An input pattern leaves this share of the largest sum between right and wrong. */
const MARGIN = 0.25;

/**
 * The neuron: a domain wall in a strip of 20 nm by 2 nm. It runs with a speed in proportion to the current density, 66 m/s at
 * 5e10 A/m^2 (spin Hall assisted wall, as the plugin dwm-neuron computes it), and its strip is a resistance.
 */
function neuron({ switchingCurrent_A, length_m }: Design): {
  readonly delay_s: number;
  readonly inputResistance_ohm: number;
  readonly readEnergy_J: number;
  errorProbability(netCurrent_A: number): number;
} {
  const section_m2 = 20e-9 * 2e-9;
  const velocity_m_s = (66 / 5e10) * (switchingCurrent_A / section_m2);
  return {
    delay_s: length_m / velocity_m_s,
    inputResistance_ohm: (4e-8 * length_m) / section_m2,
    // Read current of a tunnel junction over a nanosecond, as the reference paper counts it.
    readEnergy_J: 0.32e-15,
    // Thermal motion of the wall, a tenth of the switching current from decision to decision.
    errorProbability: (netCurrent_A) => normalCdf((switchingCurrent_A - netCurrent_A) / (0.1 * switchingCurrent_A)),
  };
}

/** The synapse: an ohmic memristor, programmed with a spread of 10 %. */
function synapse({ synapseCurrent_A, inputVoltage_V }: Design): {
  readonly conductance_S: number;
  readonly spread: number;
} {
  return { conductance_S: synapseCurrent_A / inputVoltage_V, spread: 0.1 };
}

/**
 * The interconnect: synapses on a column share their current with the neuron at its end (Kirchhoff). A row is driven by a switch
 * with ten times the conductance of its synapses; its gate holds a picosecond of that conductance, charged from 1 V.
 */
function interconnect(
  conductance_S: number,
  inputResistance_ohm: number,
): { readonly share: number; readonly driverEnergy_J: number } {
  const gate_F = 1e-12 * 10 * OUTPUTS * conductance_S;
  return {
    share: 1 / (1 + 2 * INPUTS * conductance_S * inputResistance_ohm),
    driverEnergy_J: (2 * INPUTS * gate_F * 1 ** 2) / OUTPUTS,
  };
}

/** One technology at one design: what a decision of one neuron costs, and how often all outputs are right. */
function assess(design: Design): Assessed {
  const device = neuron(design);
  const { conductance_S, spread } = synapse(design);
  const { share, driverEnergy_J } = interconnect(conductance_S, device.inputResistance_ohm);
  const net_A = share * INPUTS * MARGIN * design.synapseCurrent_A;
  const netSpread_A = share * spread * Math.sqrt(INPUTS) * design.synapseCurrent_A;
  // Mean over the spread of the synapses, at its mean and one standard deviation to either side.
  const wrong = [-1, 0, 1].map((sigmas) => device.errorProbability(net_A + sigmas * netSpread_A));
  const error = (wrong[0]! + 2 * wrong[1]! + wrong[2]!) / 4;
  const power_W = 2 * INPUTS * design.synapseCurrent_A * design.inputVoltage_V * share;
  return {
    design,
    energy_J: power_W * device.delay_s + driverEnergy_J + device.readEnergy_J,
    delay_s: device.delay_s,
    accuracy: (1 - error) ** OUTPUTS,
  };
}

/** The search: designs at random, evenly over the logarithm of each range. The number of a design is the address of its draws. */
export function search(count: number, seed: number): Assessed[] {
  return Array.from({ length: count }, (_, candidate) => {
    const random = randomAt(seed, "mini", candidate);
    const between = (low: number, high: number): number => low * (high / low) ** random.uniform();
    return assess({
      switchingCurrent_A: between(0.5e-6, 20e-6),
      length_m: between(20e-9, 200e-9),
      inputVoltage_V: between(10e-3, 100e-3),
      synapseCurrent_A: between(0.1e-6, 10e-6),
    });
  });
}

/** The front: feasible designs that no other one beats in both, from the fastest to the slowest. */
export function front(all: readonly Assessed[], accuracyAtLeast: number): Assessed[] {
  const fastestFirst = all
    .filter(({ accuracy }) => accuracy >= accuracyAtLeast)
    .toSorted((a, b) => a.delay_s - b.delay_s || a.energy_J - b.energy_J);
  let least_J = Infinity;
  return fastestFirst.filter(({ energy_J }) => {
    const isBetter = energy_J < least_J;
    least_J = Math.min(least_J, energy_J);
    return isBetter;
  });
}

/** The front as a table. */
export function table(designs: readonly Assessed[]): string {
  const head = ["energy", "delay", "EDP", "accuracy", "switching", "length", "level", "synapse"];
  const rows = designs.map(({ energy_J, delay_s, accuracy, design }) => [
    formatQuantity(energy_J, "J"),
    formatQuantity(delay_s, "s"),
    formatQuantity(energy_J * delay_s, "J s"),
    `${(100 * accuracy).toFixed(1)} %`,
    formatQuantity(design.switchingCurrent_A, "A"),
    formatQuantity(design.length_m, "m"),
    formatQuantity(design.inputVoltage_V, "V"),
    formatQuantity(design.synapseCurrent_A, "A"),
  ]);
  return [head, ...rows].map((cells) => cells.map((cell) => cell.padStart(13)).join("")).join("\n");
}

if (import.meta.main) process.stdout.write(`${table(front(search(5000, 1), 0.95))}\n`);
