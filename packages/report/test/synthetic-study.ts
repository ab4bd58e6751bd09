import type {
  Accounting,
  MetricName,
  ResolvedParameter,
  ResolvedPart,
  ResolvedStudy,
  ResolvedTechnology,
} from "@neurofront/core";

const quantity = (
  unit: string,
  meaning: string,
  source: string,
  rest: Partial<ResolvedParameter> = {},
): ResolvedParameter => ({ unit, meaning, source, chosenBy: "default", ...rest });

const part = (
  plugin: string,
  title: string,
  parameters: Readonly<Record<string, ResolvedParameter>>,
  preset?: string,
): ResolvedPart => ({ plugin, version: "0.1.0", model: plugin, title, parameters, ...(preset && { preset }) });

const synapse = part(
  "paper-generic-memristor",
  "Generic memristor",
  {
    conductanceMax_S: quantity("S", "largest programmable conductance", "literature: Alibart et al. 2012, table I", {
      chosenBy: "study",
      range: { low: 5e-6, high: 3e-4, scale: "log" },
    }),
    levels: quantity("1", "programmable levels", "assumed: five bits", { value: 32 }),
  },
  "sharad2013",
);

const interconnect = part("crossbar", "Crossbar with wires and row drivers", {
  driverDrop: quantity("1", "allowed drop of the row drivers", "assumed: 3 % of the input level", { value: 0.03 }),
  wireSheet_ohm: quantity("ohm", "resistance of a wire per cell", "literature: ITRS 2011, 45 nm", { value: 2.5 }),
});

const inputVoltage_V = quantity("V", "magnitude of the input level", "paper: section III, 10 mV ... 100 mV", {
  chosenBy: "study",
  range: { low: 0.005, high: 0.5, scale: "log" },
});

const technology = (name: string, title: string, neuron: ResolvedPart): ResolvedTechnology => ({
  name,
  title,
  neuron,
  synapse,
  interconnect,
  inputVoltage_V,
});

/** Five technologies as a comparison of spin and CMOS neurons has them. */
export const technologies: readonly ResolvedTechnology[] = [
  technology(
    "dwm",
    "Domain-wall neuron",
    part("dwm-neuron", "Domain-wall magnet neuron with spin-Hall assist", {
      switchingCurrent_A: quantity("A", "net current that moves the wall through", "paper: section III, 2 uA", {
        chosenBy: "study",
        range: { low: 1e-6, high: 2e-5, scale: "log" },
      }),
      length_m: quantity("m", "length of the free domain", "paper: section III, 60 nm", {
        chosenBy: "study",
        range: { low: 3e-8, high: 1e-7, scale: "linear" },
      }),
      width_m: quantity("m", "width of the free domain", "paper: section III, 20 nm", { value: 2e-8 }),
      wall: quantity("1", "type of the wall", "paper: section III, Neel wall", { value: "neel" }),
    }),
  ),
  technology(
    "lsv",
    "Lateral spin-valve neuron",
    part("lateral-spin-valve-neuron", "Lateral spin valve with Bennett clocking", {
      switchingCurrent_A: quantity("A", "net current that decides the magnet", "literature: Sharad et al. 2012", {
        chosenBy: "study",
        range: { low: 1e-6, high: 2e-5, scale: "log" },
      }),
      presetCurrent_A: quantity(
        "A",
        "current that presets the magnet to its hard axis",
        "literature: Sharad et al. 2012",
        {
          value: 6e-5,
        },
      ),
    }),
  ),
  technology(
    "opamp-paper",
    "Op-amp neuron as published",
    part("cmos-opamp-paper-neuron", "Op-amp neuron from the numbers of the paper", {
      supply_V: quantity("V", "supply of the amplifier", "paper: figure 2", {
        chosenBy: "study",
        range: { low: 0.7, high: 1.2, scale: "linear" },
      }),
    }),
  ),
  technology(
    "opamp",
    "Op-amp neuron, freely sized",
    part("cmos-opamp-neuron", "Two-stage op-amp at transistor level, 45 nm", {
      biasCurrent_A: quantity("A", "bias current of the amplifier", "simulated: sized with SPICE", {
        chosenBy: "study",
        range: { low: 1e-6, high: 1e-4, scale: "log" },
      }),
      fingers: quantity("1", "fingers of the input pair", "assumed: a choice of the layout", {
        chosenBy: "study",
        integers: { low: 1, high: 16 },
      }),
    }),
  ),
  technology(
    "latch",
    "StrongARM latch neuron",
    part("cmos-latch-neuron", "Clocked StrongARM latch on a floating column, 45 nm", {
      inputWidth_m: quantity("m", "width of the input pair", "simulated: offset 3 mV um / sqrt(area)", {
        chosenBy: "study",
        range: { low: 2e-7, high: 4e-6, scale: "log" },
      }),
    }),
  ),
];

/** A resolved study with chosen technologies and accountings. */
export function syntheticStudy(
  choice: {
    readonly title?: string;
    readonly technologies?: readonly ResolvedTechnology[];
    readonly accounting?: readonly Accounting[];
    readonly rank?: MetricName;
  } = {},
): ResolvedStudy {
  return {
    format: "neurofront-resolved-study",
    formatVersion: 1,
    title: choice.title ?? "Spin neurons against CMOS neurons, 25 inputs, character recognition",
    held: {
      temperature_K: 300,
      accounting: choice.accounting ?? ["paper", "full"],
      readTiming: "overlapped",
      cmosDelay: "half-cycle",
      cmosDecision: "settle",
      previousOutput: "sequence",
      positions: "serial",
      converterDrop_V: 0.02,
      workload: {
        plugin: "characters",
        version: "0.1.0",
        model: "characters",
        title: "26 characters on 5 x 5 pixels",
        design: { flips: 1, margin: 0.3 },
        contentHash: "3f1c9a5de0b74c1f8f2f3f3e2a3b4c5d",
      },
    },
    variation: {
      deviceSpread: true,
      referenceNoise_V: 1e-3,
      thermalNoise: true,
      supplyNoise: 0,
      supplyNoisePer: "chip",
      driverSpread: 0,
      age_s: 0,
      chips: 200,
      eliteChips: 800,
      confidence: 0.95,
    },
    technologies: choice.technologies ?? technologies,
    objectives: [
      { metric: "energy", statistic: "mean", goal: "minimize" },
      { metric: "delay", statistic: "mean", goal: "minimize" },
    ],
    constraints: [{ metric: "accuracy", statistic: "mean", atLeast: 0.95 }],
    rank: choice.rank ?? "edp",
    optimizer: { plugin: "nsga2", version: "0.1.0", model: "nsga2", settings: { population: 50 } },
    budget: { evaluations: 300 },
    promotion: { rule: "front" },
    seed: 1,
    sourceHashes: { engine: "0e0e" },
    source: { title: choice.title ?? "Spin neurons against CMOS neurons" },
    references: [
      {
        key: "sharad2013",
        type: "article",
        author: "Sharad, Mrigank and Fan, Deliang and Roy, Kaushik",
        title: "Spin-neurons: A possible path to energy-efficient neuromorphic computers",
        journal: "Journal of Applied Physics",
        volume: "114",
        pages: "234906",
        year: 2013,
        doi: "10.1063/1.4838096",
      },
      {
        key: "razavi2015",
        type: "article",
        author: "Razavi, Behzad",
        title: "The StrongARM Latch",
        journal: "IEEE Solid-State Circuits Magazine",
        volume: "7",
        pages: "12-17",
        year: 2015,
      },
    ],
    publishedPoints: [
      {
        plugin: "dwm-neuron",
        id: "dwm-10mv",
        title: "DWM, 10 mV",
        reference: "sharad2013",
        energy_J: 0.72e-15,
        delay_s: 1e-9,
        note: "0.4 fJ synapses, 0.12 fJ read, 0.2 fJ inverter",
      },
      {
        plugin: "dwm-neuron",
        id: "dwm-100mv",
        title: "DWM, 100 mV",
        reference: "sharad2013",
        energy_J: 4.32e-15,
        delay_s: 1e-9,
        note: "the input level the paper calls more easily achievable",
      },
      {
        plugin: "cmos-opamp-paper-neuron",
        id: "cmos-opamp",
        title: "CMOS op-amp",
        reference: "sharad2013",
        energy_J: 0.7e-12,
        delay_s: 5e-9,
        note: "70 uW at 100 MHz, half a period",
      },
    ],
    discrepancies: [
      {
        id: "current-density",
        plugin: "dwm-neuron",
        statement: "2 uA through 20 x 2 nm^2 corresponds to 4 MA/cm^2.",
        problem: "2 uA over 40 nm^2 is 5 MA/cm^2.",
        treatment: "The current is the parameter; the density is derived.",
        reference: "sharad2013",
        checks: [{ quantity: "current density", unit: "A/m^2", stated: 4e10, found: 5e10 }],
      },
      {
        id: "cmos-delay",
        plugin: "cmos-opamp-paper-neuron",
        statement: "70 uW at 100 MHz give 0.7 pJ and an energy-delay product of 3.5e-21 J s.",
        problem: "A period of 10 ns gives 7e-21 J s; 3.5e-21 J s needs 5 ns.",
        treatment: "The delay is half a period; the convention cmosDelay chooses.",
        reference: "sharad2013",
        checks: [
          { quantity: "energy", unit: "J", stated: 7e-13, found: 7e-13 },
          { quantity: "energy-delay product", unit: "J s", stated: 3.5e-21, found: 7e-21 },
        ],
      },
      {
        id: "node-clamp",
        plugin: "dwm-neuron",
        statement: "60 ohm clamp the input node.",
        problem: "4 mS of synapses load the node by a fifth.",
        treatment: "The divider is solved with the array.",
        reference: "sharad2013",
        checks: [],
      },
    ],
    hash: "7b0a4f0e9f3d4f0a86a1b1a1d8c2e5f6",
  };
}
