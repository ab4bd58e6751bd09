import type { Discrepancy } from "@neurofront/core";

/** Where what was published on this neuron leaves a hole, as far as its abstract goes. */
export const discrepancies: readonly Discrepancy[] = [
  {
    id: "she-mtj-decision-current",
    statement:
      "a charge current first places the magnet along its hard axis by spin-orbit torque; then the current of the synapses moves it to one of two stable states, chosen by its polarity (abstract)",
    problem:
      "which path and which easy axis the device has is not said there; the spin Hall effect of a strip gives spin in the film, which presets a perpendicular magnet but cannot choose between up and down, whatever the sign of the current",
    treatment:
      "the magnet is perpendicular, the strip presets it, and the synapse current crosses the tunnel junction, whose fixed layer gives spin along the easy axis; the quantities spinPerCharge and junctionPolarisation compare what an ampere gives either way",
    reference: "sengupta2015",
  },
  {
    id: "she-mtj-power-saving",
    statement: "about three times less power than a digital 45 nm CMOS implementation (abstract)",
    problem:
      "which energies are counted, at which voltages and times, is not said there; with the synapse current through a tunnel junction of kilohms, the rows need hundreds of millivolts",
    treatment:
      "every line is in the ledger, and the input resistance is that of switch, junction and strip; no published point is drawn",
    reference: "sengupta2015",
  },
];
