import { quantity } from "@neurofront/plugin-kit";

/** The tunnel junction over the free magnet, through which the decision current and the read current flow, and its divider. */
export const junctionParameters = {
  resistanceArea_ohm_m2: quantity({
    unit: "ohm m^2",
    meaning: "resistance-area product of the junction in the parallel state",
    source: {
      kind: "assumed",
      note: "4 ohm um^2, of the order of junctions that spin transfer writes; the decision wants it low, the read high",
    },
    low: 5e-13,
    high: 1e-9,
    default: 4e-12,
    scale: "log",
  }),
  tunnelMagnetoresistance: quantity({
    unit: "1",
    meaning:
      "tunnel magnetoresistance at zero bias, (R_AP - R_P) / R_P; it sets the spin polarisation of the decision current too",
    source: { kind: "recalled", note: "CoFeB/MgO, 1.0 to 1.5 with perpendicular electrodes", reference: "ikeda2010" },
    low: 0.1,
    high: 4,
    default: 1.2,
  }),
  halfTmrVoltage_V: quantity({
    unit: "V",
    meaning: "bias at which the magnetoresistance has fallen to half",
    source: { kind: "assumed", note: "typical of MgO junctions" },
    low: 0.1,
    high: 1000,
    default: 0.5,
    scale: "log",
  }),
  readVoltage_V: quantity({
    unit: "V",
    meaning: "voltage across the junction and its reference in series",
    source: {
      kind: "paper",
      note: "section III: sensing supply 0.4 V, for the domain-wall neuron",
      reference: "sharad2013",
    },
    low: 0.05,
    high: 1,
    default: 0.4,
  }),
  readTime_s: quantity({
    unit: "s",
    meaning: "how long the read voltage is on; the latch decides at its end",
    source: {
      kind: "assumed",
      note: "short, because the read current turns the magnet; no latch decides in less than some gate delays of 10 ps",
    },
    low: 5e-11,
    high: 1e-8,
    default: 0.2e-9,
    scale: "log",
  }),
  readNodeCapacitance_F: quantity({
    unit: "F",
    meaning: "capacitance of the node between junction and reference",
    source: { kind: "assumed", note: "gates of a minimum 45 nm inverter, drain of the input switch and the wire" },
    low: 1e-17,
    high: 1e-13,
    default: 1e-15,
    scale: "log",
  }),
  senseCapacitance_F: quantity({
    unit: "F",
    meaning: "capacitance that the sensing inverter or latch switches in a decision",
    source: { kind: "derived", note: "0.2 fJ at 0.4 V; crowbar current not included", reference: "sharad2013" },
    low: 0,
    high: 1e-13,
    default: 1.25e-15,
  }),
  senseVoltage_V: quantity({
    unit: "V",
    meaning: "supply of the sensing inverter or latch",
    source: { kind: "paper", note: "section III: sensing supply 0.4 V", reference: "sharad2013" },
    low: 0.1,
    high: 1.2,
    default: 0.4,
  }),
  senseThresholdSpread_V: quantity({
    unit: "V",
    meaning: "standard deviation, device to device, of the threshold of the sensing inverter or latch",
    source: { kind: "assumed", note: "a minimum 45 nm inverter; 5 to 40 mV" },
    low: 0,
    high: 0.1,
    default: 15e-3,
  }),
} as const;
