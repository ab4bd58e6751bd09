import { solveTridiagonal } from "@neurofront/physics";

/**
 * A normal-metal channel with contacts along it, as a circuit of spin conductances: exact for diffusion in one dimension,
 * point contacts and collinear spins. Valet, Fert, Phys. Rev. B 48, 7099 (1993); Kimura, Hamrle, Otani, Phys. Rev. B 72, 014461
 * (2005); Manipatruni, Nikonov, Young, IEEE Trans. Circuits Syst. I 59, 2801 (2012).
 */
export interface SpinChannel {
  /** Resistivity times spin-diffusion length over cross-section, > 0. */
  readonly spinResistance_ohm: number;
  readonly spinDiffusionLength_m: number;
  /** Length of the channel before the first contact and behind the last; 0 for none, Infinity for a semi-infinite arm. */
  readonly ends_m: readonly [number, number];
  /** In order along the channel, at least one, no two at the same place. */
  readonly contacts: readonly SpinContact[];
}

/** A contact to the channel: what it injects and what it takes. */
export interface SpinContact {
  readonly position_m: number;
  /** Spin conductance to the ground of spin: of a magnet, of a lead beside it, or of both. */
  readonly conductance_S: number;
  /** Injected spin current: polarisation times charge current. */
  readonly source_A: number;
}

/**
 * Spin voltage (V_up - V_down) / 2 below each contact. With g = 1 / R_N, a segment of length s is a series conductance
 * g / sinh(s / lambda) with shunts g tanh(s / 2 lambda) at its ends, an open end g tanh(s / lambda), which tends to g for a
 * long arm. One linear solve of a tridiagonal matrix.
 */
export function spinVoltages_V(channel: SpinChannel): Float64Array {
  const { contacts, ends_m, spinDiffusionLength_m } = channel;
  const g = 1 / channel.spinResistance_ohm;
  const diagonal = Float64Array.from(contacts, ({ conductance_S }) => conductance_S);
  const offDiagonal = new Float64Array(contacts.length - 1);
  diagonal[0]! += g * Math.tanh(ends_m[0] / spinDiffusionLength_m);
  diagonal[contacts.length - 1]! += g * Math.tanh(ends_m[1] / spinDiffusionLength_m);
  for (let k = 0; k + 1 < contacts.length; k++) {
    const reduced = (contacts[k + 1]!.position_m - contacts[k]!.position_m) / spinDiffusionLength_m;
    const series = g / Math.sinh(reduced);
    // tanh(x / 2) + 1 / sinh(x) = coth(x).
    diagonal[k]! += g / Math.tanh(reduced);
    diagonal[k + 1]! += g / Math.tanh(reduced);
    offDiagonal[k] = -series;
  }
  const voltage_V = Float64Array.from(contacts, ({ source_A }) => source_A);
  solveTridiagonal(diagonal, offDiagonal, voltage_V);
  return voltage_V;
}

/** Spin conductance of a lead of channel metal that ends in a reservoir: coth(length / lambda) / R_N, a spin sink. */
export function leadConductance_S(spinResistance_ohm: number, reducedLength: number): number {
  return 1 / (spinResistance_ohm * Math.tanh(reducedLength));
}
