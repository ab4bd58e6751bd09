/** Spin circuit of two contacts on a channel, solved node by node: an oracle that knows no closed form. */
export interface SpinCircuit {
  readonly channelSpinResistance_ohm: number;
  /** Distance of the contacts over the spin-diffusion length. */
  readonly reducedDistance: number;
  readonly injectorConductance_S: number;
  readonly absorberConductance_S: number;
  readonly polarisation: number;
  /** Whether the channel goes on beyond the injector and beyond the absorber. */
  readonly arms: readonly [boolean, boolean];
}

/**
 * Spin current absorbed per charge current injected. The segment between the contacts is a pi section, series g csch(l) and
 * shunts g tanh(l / 2); an arm is g to ground; the injector is a source p I beside its own conductance.
 */
export function absorbedPerInjected(circuit: SpinCircuit): number {
  const g = 1 / circuit.channelSpinResistance_ohm;
  const series = g / Math.sinh(circuit.reducedDistance);
  const shunt = g * Math.tanh(circuit.reducedDistance / 2);
  const [before, beyond] = circuit.arms.map((arm) => (arm ? g : 0)) as [number, number];
  const matrix = [
    [circuit.injectorConductance_S + shunt + series + before, -series],
    [-series, circuit.absorberConductance_S + shunt + series + beyond],
  ];
  return circuit.absorberConductance_S * solveDense(matrix, [circuit.polarisation, 0])[1]!;
}

/** Gaussian elimination with partial pivoting. */
function solveDense(matrix: readonly (readonly number[])[], rightHandSide: readonly number[]): number[] {
  const a = matrix.map((row, i) => [...row, rightHandSide[i]!]);
  const n = a.length;
  for (let k = 0; k < n; k++) {
    const pivot = a.slice(k).reduce((best, row, i) => (Math.abs(row[k]!) > Math.abs(a[best]![k]!) ? k + i : best), k);
    [a[k], a[pivot]] = [a[pivot]!, a[k]!];
    for (let i = k + 1; i < n; i++) {
      const factor = a[i]![k]! / a[k]![k]!;
      for (let j = k; j <= n; j++) a[i]![j]! -= factor * a[k]![j]!;
    }
  }
  const x = Array.from({ length: n }, () => 0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = a[i]![n]!;
    for (let j = i + 1; j < n; j++) sum -= a[i]![j]! * x[j]!;
    x[i] = sum / a[i]![i]!;
  }
  return x;
}
